/** Words for doing something to many leads, and for saved views. */
export const bulkZh = {
  bulk: {
    title: '批量处理', picked: '已选 {n} 条', all: '已选符合条件的全部 {n} 条', pickAll: '选中符合条件的全部 {n} 条', pickAllAtLeast: '选中符合条件的全部（{n} 条以上）', clear: '取消选择', pickRow: '选择 {name}', pickPage: '选择本页',
    action: { assign: '指派', transition: '推进状态', tag: '标签', claim: '认领', release: '退回公海' },
    sheet: '{action} · {n} 条', run: '处理 {n} 条', owner: '交给谁', to: '转到', add: '加上标签', remove: '去掉标签',
    hint: { assign: '逐条处理，已满额或不适用的会列出原因。', transition: '逐条检查条件，不满足的留在原状态并列出原因。', tag: '只改标签，其余不动。' },
    done: { assign: '已指派 {n} 条', transition: '已转状态 {n} 条', tag: '已改标签 {n} 条', claim: '已认领 {n} 条', release: '已退回 {n} 条' },
    results: '未处理的线索', summary: '成功 {ok} 条，未处理 {failed} 条，原因如下。', undone: '已撤销 {n} 条；{kept} 条其后有变化或无法退回，保持现状。', noTrouble: '没有未处理的线索。', job: '{action} {n} 条线索', undo: '撤销', states: { RUNNING: '处理中', DONE: '已完成', UNDOING: '撤销中', UNDONE: '已撤销' },
  },
  view: {
    title: '视图', look: '显示方式', as: { table: '表格', cards: '卡片', calendar: '日历' }, usual: { all: '全部', mine: '我的', pool: '公海', red: '红灯' },
    save: '保存为视图', update: '保存更改', rename: '改名与共享', name: '名称', share: '共享给本区所有人', zone: '共享到', hint: '筛选、排序、列和显示方式一起保存；地址可以直接发给同事。', saved: '视图“{name}”已保存', removed: '视图“{name}”已删除', sharedBy: '{by} 共享',
    before: '上个月', after: '下个月', dueHint: '下一步与各项时限，按到期日', moreDue: '还有 {n} 项', tooMany: '这段时间有 {n} 条线索到期，只显示最先到期的 {shown} 条；加上条件就能看全。', tooManyAtLeast: '这段时间有 {n} 条以上线索到期，只显示最先到期的 {shown} 条；加上条件就能看全。', up: '前移{column}', down: '后移{column}', keep: '列的选择和顺序会保存在本机；存为视图后随视图走。',
  },
}
