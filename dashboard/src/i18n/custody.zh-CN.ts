/** Words for who has a lead, what is masked, and whether a history is whole. */
export const custodyZh = {
  custody: { open: '在公海：还没有对接人', why: '为什么：{text}', claim: '认领', claimed: '已认领', release: '退回公海', released: '已退回公海', watch: '关注', watched: '已关注，有变化会提醒', unwatch: '不再关注', unwatched: '已取消关注', pool: '公海' },
  because: { CREATED: '自己记下', ASSIGNED: '指派', CLAIMED: '认领', RULE: '按规则分配', DEPARTMENT_HEAD: '归部门负责人', IMPORTED: '台账写明', HANDOVER: '移交', MERGED: '合并', RELEASED: '退回公海', RECYCLED: '久无跟进收回', TRANSFERRED: '跨区流转', NO_RULE: '没有适用规则', CAPACITY: '人选已满额' },
  unmask: { ask: '查看', title: '查看联系方式', hint: '谁在何时为何查看会留存。', shown: '已显示，本次查看已记录' },
  record: { check: '核验记录', intact: '记录完整，核验 {n} 条', broken: '第 {n} 条与记录不符' },
}
