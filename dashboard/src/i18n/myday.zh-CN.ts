/** Words for the day, for what falls due, and for what waits. */
export const mydayZh = {
  clock: { 'first-response': '首次响应', assessment: '研判', 'follow-up': '跟进', 'next-action': '下一步', revisit: '回访', stage: '本状态时限', 'start': '开工', 'monthly-report': '月报' },
  why: {
    green: '没有超限的事。', none: '没有在走的时限。', late: '已超 {d}', left: '还有 {d}', byDay: '{kind}：{on}，{how}。', byTime: '{kind}：{since}起算，{due} 到期，{how}；{red} 转红。', undated: '{kind}：{due} 到期，{how}；{red} 转红。', provisional: '（当年节假日尚未公布，暂按周末推算）',
    waiting: '等待“{reason}”，到 {until} 自动恢复；其间不亮灯，时限顺延。',
  },
  wait: { title: '等待已知原因', reason: '在等什么', reasonHint: '例如：等待用地批复', until: '等到', set: '开始等待', done: '已设为等待，到 {until} 自动恢复', end: '结束等待', ended: '已结束等待', toUntil: '等待至 {until}', by: '{who}设', hint: '到日自动恢复，期间不亮灯，时限顺延。' },
  day: {
    title: '今日', overdue: '已逾期', today: '今天', week: '本周', waiting: '等待中', unanswered: '新线索待响应', more: '还有 {n} 条，在线索列表里看',
    empty: '今天没有要办的事', emptyHint: '名下线索都在时限之内。可以去公海认领，或者记一条新线索。', pool: '看看公海', keys: 'j k 移动 · F 记跟进 · W 等待 · Enter 打开',
    followUp: '跟进', followUpOf: '为“{name}”记跟进', wait: '等待', standIn: '代{who}', noNext: '没有下一步', undone: '已撤销', cutOff: '截至 {at}', loading: '正在读取今日事项',
    in3: '3 天后', in7: '一周后', in14: '两周后', tomorrow: '明天', nextWorkday: '下个工作日',
  },
  subscribe: { title: '订阅日历', hint: '把到期事项放进手机或电脑的日历。地址就是钥匙：只给自己用，随时可以更换或收回。里面没有联系人，也没有跟进内容。', create: '生成地址', renew: '换一个地址', revoke: '收回', revoked: '已收回，旧地址不再有效', active: '正在使用，{at} 生成', copy: '复制', copied: '已复制', once: '地址只显示这一次。', address: '日历地址' },
  filter: { waiting: '等待中', unanswered: '待响应', owner: '对接人：{v}', park: '园区：{v}', watcher: '关注人：{v}', receivedFrom: '{v} 起收集', receivedTo: '到 {v} 收集', amountFrom: '{v} 万元以上', amountTo: '{v} 万元以内' },
}
