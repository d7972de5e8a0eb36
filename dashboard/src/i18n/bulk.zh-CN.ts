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
}
