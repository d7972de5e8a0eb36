/** A person's data: found, taken out, erased. */
export const privacyZh = {
  privacy: {
    title: '个人信息', hint: '按本人要求查找、导出、删除一个人的信息；查找和导出都有记录。', noRight: '只有管理员可以处理个人信息请求。', phones: '电话（每行一个）', emails: '电子邮箱（每行一个）', names: '姓名（每行一个）', firm: '单位（只凭姓名查找时需要）', reason: '依据', reasonHint: '例如：本人来函 2026-07 号',
    search: '查找', searching: '正在查找所有地方…', logged: '谁、何时、凭什么依据查找，都会记下；查的是谁不记。', nothing: '哪里都没有这个人的信息。', unanswered: '没有回答的服务：{services}。稍后请再查一次；删除会等到它们回答。', place: '所在', records: '记录', values: '处', also: '找到的联系人里还有下面这些，如果也是此人，点一下加入：', export: '导出（JSON）', taken: '已导出，并已记录', erase: '删除',
    eraseTitle: '删除这个人的信息？', consequence: '将从 {n} 条记录中删除 {who} 的电话、邮箱和姓名，联系人整条去掉，文字中换成〔已删除〕。', consequenceStays: '线索、跟进、数字都保留，记录链仍可核验；附件里的内容要由人查看。', consequenceNever: '不能撤销：撤销合并、撤销导入也找不回来。', consequenceBackups: '数据库备份按备份的保存期限过期，不在此列。', typeWord: '请输入“{word}”以确认', confirmWord: '删除',
    erasures: '删除记录', noErasures: '还没有删除过', noErasuresHint: '先查找，确认是此人，再删除。', progress: '删除进度', goesOn: '可以离开本页，会继续做完；中断后也会接着做。', wasNowhere: '哪里都没有，无需删除。', lookAt: '请人查看',
  },
  privacyState: { FINDING: '查找中', RECORDS: '清理线索', HISTORY: '清理历史', SWEEPING: '清理其他记录', INDEX: '清理搜索索引', ELSEWHERE: '等待其他服务清理', DONE: '已完成' },
  privacyPlace: { leads: '线索', history: '历史记录', registrations: '首谈报备', importRows: '导入的行', importFiles: '导入的文件', imports: '导入', merges: '合并', unmaskings: '查看联系方式的记录', referrers: '引荐人', investorLinks: '企业关联', documents: '附件的名称', documentFilings: '附件的登记', 'documents.files': '附件的文件名', documentDownloads: '附件下载记录', exports: '导出记录', handovers: '移交', absences: '离岗', intakeSources: '接入来源', transfers: '流转', personalDataRequests: '个人信息请求记录', views: '视图', nonDuplicates: '非重复标记', assignmentRules: '分派规则', 'projects-service/projects': '项目', 'projects-service/history': '项目历史', 'notifications-service/inbox': '预警', 'notifications-service/deadlines': '时限登记', 'notifications-service/deliveries': '邮件' },
  privacyRemark: { NAME_IN_EVENTS: '线索名称里有此人，已改；旧名称曾随事件发出，事件不能改：', FIRM_NAME: '企业名称里有此人姓名，企业名称保留：', FILE: '这些线索有附件，请查看附件内容：', FILE_TEXT: '附件文字里有此人电话或邮箱，请替换或删除附件：', PROJECT: '由这些线索签约的项目，请在项目中查看：', DIRECTORY: '此人在人员目录中，请在目录中处理：', REMAINS: '反复清理后仍有（可能有人正在录入），请再删除一次：' },
}
