/** The ledger on its way in and out, and long work. */
export const ledgerZh = {
  ledger: {
    import: '导入', export: '导出', importTitle: '导入线索台账', mine: '我的导入', zone: '导入到哪个开发区', drop: '把台账拖到这里', pick: '选择文件', limits: '.xlsx 或 .csv（UTF-8、GB18030），不超过 10 MB，所有工作表合计不超过 10,000 行', upload: '上传', reading: '正在读取 {name} …',
    wrongType: '“{name}”不是 .xlsx 或 .csv。请在 Excel 里另存为其中一种。', oldExcel: '“{name}”是旧版 .xls。请在 Excel 里另存为 .xlsx 再传。', tooBig: '“{name}”有 {size}，超过 10 MB。请分成几个文件。', emptyFile: '“{name}”是空的。',
    howTitle: '怎么导入', how1: '上传后先预览：每一行会新建、更新、拒绝，还是与谁重复，都先给您看。', how2: '被拒绝的行会带着原因回到一个表格里，改好后再传一次。', how3: '整次导入可以撤销；有人动过的行会保留并列出来。', template: '下载模板',
    columns: '列的对应', matched: '{of} 列，认出 {n} 列', unmatched: '{n} 列没有认出', missing: '缺少：{fields}', showColumns: '查看和修改', noHeader: '（没有表头）', leaveOut: '不导入', saveColumns: '按这样重新预览', checking: '正在重新预览…', remembered: '您改过的对应会记住，下次同样的表头自动用上。',
    channelOtherwise: '没有写来源渠道的行，按', passedOver: '另有 {n} 行是合计、小标题或说明，已略过', passedOverShort: '略过 {n}',
    outcomes: '预览结果', rows: '行', row: '行号', rowN: '第 {n} 行', rowCount: '{n} 行', reason: '说明', updates: '更新这一条', theLead: '看这条线索', sheet: '工作表', sheets: '读取哪些工作表', hiddenToo: '隐藏的 {n} 行也导入', noRows: '没有“{outcome}”的行',
    decision: '第 {n} 行怎么办', duplicates: '{n} 行疑似重复', skip: '跳过', importAnyway: '仍然导入', willRun: '将写入 {n} 行，拒绝的 {refused} 行不写入', run: '导入 {n} 行', another: '再传一个文件', mayLeave: '可以离开这一页，导入会继续；进度在右下角。', failedHint: '已写入的行都在，可以撤销或重新上传。',
    done: '新建 {created} 条，更新 {updated} 条', skipped: '跳过 {n} 行。', left: '{n} 行没有导入。', repair: '原因写在每行旁边，改好后再传一次。', refusedFile: '下载拒绝的行', toLeads: '看线索', undo: '撤销这次导入', undoTitle: '撤销“{file}”的导入？', undoHint: '新建的 {created} 条线索会撤回，更新的 {updated} 条恢复原样。有人动过的会保留并列出来。', undoConfirm: '撤销导入', undone: '已撤销，收回 {n} 条', kept: '{n} 条有人动过，保留原样：',
    noImports: '还没有导入过', noImportsHint: '把现有的 Excel 台账传上来，先预览，再导入。', summary: '新建 {create} · 更新 {update} · 拒绝 {refuse} · 重复 {duplicate}',
    exportCount: '按当前条件，共 {n} 条', exportAtLeast: '按当前条件，{n} 条以上', asXlsx: '导出 Excel（.xlsx）', asCsv: '导出 .csv', exportLogged: '导出会留下记录：谁、何时、什么条件、多少条。', noExportRight: '您没有导出的权限', exportsTitle: '谁导出过', exportsHint: '每次导出都有记录', noExports: '还没有人导出过', noExportsHint: '导出线索台账后，会在这里留下一行。', who: '谁', when: '何时', format: '格式', filter: '条件', notFinished: '没有完成', wholeList: '全部线索', withContacts: '含联系方式', onlyShown: '只要列表里显示的列',
  },
  outcome: { CREATE: '新建', UPDATE: '更新', REFUSE: '拒绝', DUPLICATE: '重复', PASS_OVER: '略过' },
  job: { title: '进行中的工作', working: '{n} 项正在进行', finished: '已完成', fold: '收起', unfold: '展开', away: '收走 {title}', states: { PREVIEWING: '正在预览', PREVIEWED: '等您确认', RUNNING: '正在导入', DONE: '已导入', UNDOING: '正在撤销', UNDONE: '已撤销', FAILED: '没有完成' } },
  ledgerColumn: {
    serial: '序号', number: '线索编号', name: '线索名称', 'investor.name': '投资方', 'investor.uscc': '统一社会信用代码', 'investor.region': '来源地', 'source.channel': '来源渠道',
    'source.referrer': '引荐人', receivedOn: '收集日期', industry: '行业', chain: '产业链/环节', content: '投资内容', 'investment.planned': '意向投资额(万元)', 'needs.site': '用地(亩)/厂房(㎡)',
    'needs.utilities': '用能/环保', expected: '预计产值·税收(万元)', park: '拟落园区', 'assignment.owner': '对接人', 'assignment.department': '责任单位', 'assignment.sponsor': '包联领导',
    state: '状态', 'assessment.verdict': '研判结论', lastFollowUpAt: '最近跟进', 'followUps.summary': '进展情况', 'followUps.problems': '存在问题', 'followUps.needs': '需协调事项',
    'nextAction.what': '下一步计划', 'nextAction.on': '下次跟进日期', updatedAt: '更新时间', zone: '开发区', 'needs.landMu': '用地(亩)', 'needs.floorM2': '厂房(㎡)',
    'needs.powerKva': '用电(kVA)', 'needs.environment': '环保', 'expected.output': '预计产值(万元)', 'expected.tax': '预计税收(万元)', 'expected.jobs': '预计用工',
    'contacts[0].name': '联系人', 'contacts[0].title': '联系人职务', 'contacts[0].phone': '联系电话', 'contacts[0].email': '联系邮箱', tags: '标签', 'source.note': '备注',
  },
}
