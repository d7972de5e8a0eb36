/** Assignment rules, absences and handovers. */
export const sharingZh = {
  sharing: {
    title: '分派、离岗与移交', short: '分派与离岗', rules: '分派规则', rulesHint: '从上到下，第一条符合的规则决定给谁；拖动，或按 Alt＋↑/↓ 调整先后。', newRule: '新建规则', noRules: '还没有分派规则', noRulesHint: '没有规则时，外来线索归部门负责人，或进入公海。', name: '规则名称', parks: '园区', chains: '产业链', channels: '来源渠道', any: '不限', amountFrom: '投资额从（万元）', amountTo: '到不足（万元）', to: '分给', way: '方式', wayTurn: '轮流', wayLeast: '手上最少的人优先', capacity: '每人最多', unlimited: '不限', active: '启用', inactive: '未启用', saved: '规则已保存', removed: '已删除规则“{name}”', removeOne: '删除 {name}', up: '上移 {name}', down: '下移 {name}', editKeys: '{name}：回车修改，Alt 加上下方向键移动', movedTo: '“{name}”现在排第 {n}',
    or: '或', and: '、且', comma: '、', every: '所有线索', nobody: '（还没选人）', inParks: '在{names}的', ofChains: '属于{names}的', byChannels: '来源为{names}的', amountBetween: '投资额 {from}–{to} 万元的', amountFromOn: '投资额 {from} 万元以上的', amountBelow: '投资额不足 {to} 万元的', inTurn: '{what}，轮流分给{who}', leastLoaded: '{what}，分给{who}中手上线索最少的人', upTo: '，每人最多 {n} 条',
    absences: '离岗', absencesHint: '离岗期间，新线索交给代办人，代办人的今日里也有离岗人的线索。', person: '离岗人', days: '日期', fromDay: '从', toDay: '到', standIn: '代办人', enter: '登记离岗', absenceSaved: '已登记离岗', absenceEnded: '离岗已结束', noAbsences: '没有人离岗', standsIn: '由 {name} 代办', end: '结束',
    handovers: '移交', handoversHint: '把一个人手上的全部工作交给另一个人：未结束的线索、项目、分派规则和代办，逐条有结果。', handFrom: '交出人', handTo: '接手人', handReason: '原因', handOver: '移交', handAsk: '把 {from} 手上全部未结束的线索和项目交给 {to}，分派规则和代办也一并改过来，逐条留下记录。确定吗？', noHandovers: '还没有移交过', progress: '移交进度', counts: '已移交 {moved} / {total}', failed: '{n} 条未能移交',
  },
}
