/** Words for figures. */
export const figureZh = {
  figure: {
    title: '报表', which: '选择报表', cutOff: '截至 {time}', cutOffName: '截止时间', cutOffWords: '只算到截止时间为止发生并记下的事；之后的变化不会改变这一天的数字。选一天，就是算到那天结束；不选，就是现在。', countedOnce: '不重复', once: '合并或流转走的线索，从那一刻起算在接续它的线索上；撤回的线索不算。', why: '怎么算的？', period: '期间', from: '开始日期', to: '结束日期', asOfLabel: '截止日期', asOf: '截至 {on}', by: '分组', total: '合计', notGiven: '（未填写）', numerator: '分子', denominator: '分母', median: '中位数', opens: '{name}：打开这 {n} 条线索', empty: '这段时间没有可算的线索', emptyHint: '换个期间或截止日期再看。', showAll: '不限期间', mostShown: '图中只画前 {n} 项', shareHint: '每一项占合计的比例。', letGo: '不再只看这张报表的线索',
    name: { intake: '线索量', 'conversion-rate': '线索签约率', 'response-compliance': '首次响应及时率', 'win-rate': '赢单率', 'lost-reasons': '流失原因', dwell: '停留时长' },
    group: { channel: '来源渠道', chain: '产业链', region: '投资方来源地', referrer: '引荐人', owner: '对接人', zone: '开发区', state: '状态', reason: '原因' },
    periods: { year: '今年', quarter: '本季度', month: '本月', lastYear: '去年', all: '不限', custom: '自选' },
    periodOf: { intake: '收集于', 'conversion-rate': '收集于', 'response-compliance': '收集于', 'win-rate': '定局于', 'lost-reasons': '终止于', dwell: '离开该状态于' },
    numeratorOf: { intake: '线索', 'conversion-rate': '已签约', 'response-compliance': '按时响应', 'win-rate': '赢单', 'lost-reasons': '终止', dwell: '合计时长' },
    denominatorOf: { intake: '全部线索', 'conversion-rate': '收到的线索', 'response-compliance': '应响应', 'win-rate': '已定局', 'lost-reasons': '全部终止', dwell: '离开的线索' },
    valueOf: { intake: '占比', 'conversion-rate': '签约率', 'response-compliance': '及时率', 'win-rate': '赢单率', 'lost-reasons': '占比', dwell: '平均' },
    is: { intake: '＝ 期间内收集的线索有多少，各占多少。', 'conversion-rate': '＝ 期间内收集的线索中，到截止时间已签正式合同的 ÷ 全部。', 'response-compliance': '＝ 在时限内首次响应的 ÷ 到截止时间已响应或已超时限的。', 'win-rate': '＝ 期间内定局的线索中，签约的 ÷（签约 ＋ 终止）。', 'lost-reasons': '＝ 期间内终止的线索，各是什么原因。', dwell: '＝ 期间内离开某状态的线索，在该状态一共停留了几天。' },
    of: { intake: '这一行的线索。', 'conversion-rate': '分母中到截止时间处于“签约转项目”的线索；意向、框架协议不算签约。', 'response-compliance': '分母中在时限之前首次响应的：记下一次跟进，或离开“新线索”，取先发生的；以记下的时间为准，补记的算晚。', 'win-rate': '分母中签了正式合同的。', 'lost-reasons': '因该原因终止的。', dwell: '这些线索在该状态停留时间之和；离开又回来的，几次合计，只算一条。' },
    in: { intake: '期间内收集的全部线索。', 'conversion-rate': '期间内收集、到截止时间已登记的全部线索（同一批）。', 'response-compliance': '期间内收集，到截止时间已经响应、或时限已过的线索；还没到时限的不算。', 'win-rate': '期间内签约或终止、到截止时间仍是如此的线索。', 'lost-reasons': '期间内终止、到截止时间仍是终止的全部线索。', dwell: '期间内离开该状态、到截止时间没有回来的线索。' },
  },
}
