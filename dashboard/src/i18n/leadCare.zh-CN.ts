/** Words for duplicates, merges, registrations and scores. */
export const leadCareZh = {
  duplicateReason: { SAME_USCC: '同一信用代码', SAME_NAME: '同名', SAME_PINYIN: '拼音相同', SAME_DOMAIN: '同一域名', SAME_PHONE: '同一电话', SIMILAR_NAME: '名称相近' },
  duplicate: {
    title: '查重', section: '可能重复', found: '可能已有 {n} 条', checking: '正在查重…', none: '没有发现重复。', noneHere: '没有发现重复。', neverBlocks: '只是提醒，不影响保存。', failed: '查重没有成功，不影响保存。', tooMany: '一小时内查得太多了，稍后会再查；不影响保存。', readFailed: '没有读到查重结果。',
    certain: '就是同一家', very: '几乎肯定', likely: '很可能', maybe: '有可能', confidence: '把握 {n}%', registeredFirst: '{on} 由 {zone} 首谈报备', later: '本小时查看的企业已满：其他开发区是否首谈报备，{n} 分钟后再看', nearRegistered: '名称相近的企业 {on} 由 {zone} 首谈报备，可能是同一家', merge: '合并…', not: '不是重复', dismissed: '已记住：与“{name}”不是重复', mergeOther: '与另一条合并…',
  },
  merge: {
    title: '合并两条线索', hint: '逐项选择留哪个；相同的已折叠。', field: '字段', stays: '保留', goes: '并入后关闭', find: '找要并入的线索：名称、投资方、编号、拼音', allEqual: '没有不同的字段。', equal: '{n} 项相同', brings: '一起带过来', bringsWhat: '跟进记录 {talks} 条 · 联系人 {contacts} 位 · 协议与材料 {papers} 份',
    consequence: '“{from}”将标为“合并”并指向“{target}”，不再单独推进；30 天内可以撤销，之后改过的内容会留下。', swap: '对调：保留另一条', run: '合并', running: '正在合并：可以离开，会在后台做完。', stopped: '合并停在半路，没有做完；再试一次会接着做。',
    away: '已并入', done: '已合并', anotherLead: '另一条线索', undo: '撤销合并（还有 {n} 天）', undone: '合并已撤销。', nothingKept: '带过来的内容都已归还。', kept: '有 {n} 项在合并后改过，留在这里：',
  },
  mergeField: { investor: '投资方', source: '来源', investment: '意向投资', needs: '用地与用能', expected: '预期产出', assignment: '责任', nextAction: '下一步', followUps: '跟进记录', contacts: '联系人', documents: '协议与材料' },
  registrationState: { PROTECTED: '保护中', EXPIRED: '已到期', CLASHING: '撞单，待裁定', TRANSFERRED: '已流转', ARBITRATED: '已裁定' },
  registrationEvent: { taken: '报备', renewed: '续期', changed: '资料变更', expired: '到期', 'clash-found': '撞单', disputed: '异议', arbitrated: '裁定', transferred: '流转' },
  registrationCause: { TIME: '期满', SETTLED: '已裁定归他方', REQUEST: '申请', FOLLOW_UP: '有新进展', PROGRESS: '有新进展' },
  decision: { KEEP: '维持原报备', TRANSFER: '改归另一开发区', SPLIT: '按比例分成' },
  registration: {
    wentTo: '已流转到{zone}：', cameFrom: '由{zone}流转而来：',
    title: '首谈报备', none: '还没有报备。报备后，在保护期内别的开发区再登记同一投资方会被提示。', take: '报备', taken: '已报备', renew: '续期', renewed: '已续期', dispute: '提出异议', disputeHint: '市级会收到并裁定；对方只知道有异议。', disputeSent: '异议已提交，等市级裁定', disputed: '有异议，待裁定', arbitrate: '裁定', arbitrateHint: '{zone} 于 {on} 首先报备。裁定和理由会留存，双方都会收到。', decide: '作出裁定', decided: '已裁定',
    until: '保护至 {on}', left: '还有 {n} 天', since: '{zone} · {on} 报备', clash: '{zone} 也在谈同一投资方', further: '同一投资方的另一个项目，已提请市级关注', takeOther: '是另一个项目，仍要报备', says: '{zone} 的理由：{reason}', credit: '业绩归属', history: '经过', missing: '报备还缺 {n} 项：', reason: '理由', reasonNeeded: '请写明理由', toZone: '归哪个开发区', sum: '合计 {n}%，须为 100%', transfer: '流转到其他开发区', transferHint: '“{lead}”将在目标开发区开出一条新线索，原线索到此为止；历史可查。', transferred: '已流转到 {zone}',
    all: '全部报备', count: '{n} 条', waiting: '{n} 条待裁定', empty: '还没有首谈报备', emptyHint: '在线索页点“报备”，先谈的开发区就受保护。', masked: '（内容不公开）', readFailed: '没有读到报备情况。', explainKEEP: '先报备的继续受保护，后来的不再推进。', explainTRANSFER: '保护和业绩都归所选的开发区。', explainSPLIT: '由先报备的牵头，业绩按百分比分，合计只算一次。',
  },
  factor: {
    CHAIN: '产业链契合', AMOUNT: '投资规模', INTENSITY: '投资强度', TAX: '亩均税收', ENERGY: '能耗', ENVIRONMENT: '环保', INVESTOR: '投资方实力', TIMEFRAME: '时间表', COMPLETENESS: '资料完整',
  },
  score: {
    title: '评分', why: '为什么？', whyTitle: '评分 {n} / 100：为什么', whyHint: '按本开发区第 {version} 版规则计算，资料一变就重算。', proposal: '规则建议', proposes: '建议{verdict}', human: '人的结论', notJudged: '还没有作出', then: '当时 {n} 分', differs: '人的结论与规则建议不同', agrees: '与规则建议一致', veto: '一票否决', vetoed: '触发 {n} 项一票否决', pointsOf: '{of} 分中得 {points} 分',
    floors: '与底线相比', intensity: '投资强度', taxPerMu: '亩均税收', wanPerMu: '万元/亩', floor: '底线 {floor}', met: '达到', short: '低于底线', unknown: '资料不足，不作判断', wouldRaise: '怎样会更高', raise: '补上{field}最多可加 {n} 分', none: '还没有评分。', readFailed: '没有读到评分。',
  },
  similarBecause: { SAME_CHAIN: '同一产业链', SAME_INDUSTRY: '同一行业', SAME_DIVISION: '同一行业大类', SAME_REGION: '同一来源地', LIKE_AMOUNT: '规模相近' },
  similar: { title: '类似的线索', none: '还没有类似的线索。', failed: '没有读到类似线索。', became: '签约 {won} · 终止 {lost} · 在谈 {open}', lostTo: '落户 {to}' },
  zoneSettings: {
    hours: '工作时间', hoursHint: '每个工作日的上班时段，用逗号分开；时限按它计算，改动后在办线索的时限会重算',
    title: '开发区设置', readonly: '只有管理员可以修改。', registrationDays: '报备保护期（天）', weights: '评分权重', weightsHint: '各项满分之和须为 100，现在是 {n}。', thresholds: '建议的分界', proceed: '建议准入，从', reject: '建议不予准入，低于', floors: '底线（万元/亩）', version: '第 {n} 版', saved: '已保存，新评分按新规则计算', open: '本区评分规则', empty: '没有可看的开发区设置', pick: '选择开发区', changedMeanwhile: '别人刚改过这些设置。您填写的还在；再保存一次就以您的为准。',
  },
}
