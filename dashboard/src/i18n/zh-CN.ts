import { sharingZh } from './sharing.zh-CN'
import { privacyZh } from './privacy.zh-CN'
import { figureZh } from './figure.zh-CN'
import { bulkZh } from './bulk.zh-CN'
import { custodyZh } from './custody.zh-CN'
import { dossierZh } from './dossier.zh-CN'
import { mydayZh } from './myday.zh-CN'
import { leadCareZh } from './leadCare.zh-CN'
import { captureZh } from './capture.zh-CN'
import { ledgerZh } from './ledger.zh-CN'

export const zhCN = {
  app: { title: '磁石 Lodestone', skip: '跳到内容' },
  nav: { myDay: '今日', glyphMyDay: '今', leads: '线索', projects: '项目', figures: '报表', inbox: '预警', wall: '大屏', settings: '设置', main: '主导航', glyphLeads: '线', glyphProjects: '项', glyphFigures: '表', glyphInbox: '警', glyphWall: '屏', glyphSettings: '⚙' },
  top: {
    find: '找线索、项目、投资方，或输入命令',
    bell: '预警 {n} 条未读',
    language: 'English',
    languageShort: '中 / EN',
    person: '账户',
    logout: '退出登录',
    zone: '开发区',
    allZones: '全部开发区',
    offline: '连不上服务器，正在重试。',
    held: '{n} 项写入已保留，恢复后用同一编号重发，不会重复。',
    cut: '实时更新已断开，正在重连；页面内容可能不是最新。',
  },
  find: { title: '查找与命令', newLead: '记一条线索', newLeadToo: '新建线索', goBoard: '打开项目看板', goWall: '打开大屏', goFigures: '打开报表', goInbox: '打开预警', nothing: '没有找到“{q}”', leads: '线索', projects: '项目', commands: '命令', hint: '↑↓ 选择 · Enter 打开 · Esc 关闭' },
  common: {
    save: '保存', cancel: '取消', close: '关闭', retry: '再试', more: '再显示一些', remove: '移除', yes: '是', no: '否', back: '返回', undo: '撤销', none: '—', unknown: '未知',
    saved: '已保存', loading: '正在读取…', days: '{n} 天', today: '今天', loadFailed: '没有读到数据',
    unreachable: '连不上服务器。填写的内容都在，请检查网络后再试。', failed: '没有成功：{message}', notFound: '没有这一条，或不在您的范围内', notFoundHint: '它可能属于别的开发区，或地址不完整。', removed: '这一条已被撤回', removedHint: '带来它的导入已被撤销，或它已被移除；列表里不再有它。', trace: '追踪号 {id}', signIn: '登录', signedOut: '登录已过期', signedOutHint: '填写的内容保留在本机，登录后继续。',
  },
  light: { GREEN: '绿灯：正常', AMBER: '黄灯：需要注意', YELLOW: '黄灯：需要注意', RED: '红灯：已超限', GREY: '等待：原因已知', WAITING: '等待：原因已知', shortGREEN: '绿灯', shortAMBER: '黄灯', shortYELLOW: '黄灯', shortRED: '红灯', shortGREY: '等待', shortWAITING: '等待' },
  state: { NEW: '新线索', ASSESSING: '分析研判', ENGAGING: '跟踪对接', CONSENSUS: '形成共识', INTENT: '达成意向', CONVERTED: '签约转项目', ON_HOLD: '搁置', DROPPED: '终止', MERGED: '合并', TRANSFERRED: '流转', WITHDRAWN: '撤回' },
  stage: { SIGNED: '签约', REGISTERED: '注册落地', PREPARING: '前期手续', STARTED: '开工', CONSTRUCTING: '在建', COMPLETED: '竣工', TRIAL: '试生产', PRODUCING: '投产', FULL_CAPACITY: '达产达效' },
  status: { ONGOING: '推进中', SUSPENDED: '停缓建', TERMINATED: '终止' },
  channel: { REFERRAL: '引荐', VISIT: '来访', EVENT: '活动', AGENT: '招商代理', CHAIN_LEADER: '链主推荐', INBOUND: '主动来电', PLATFORM: '平台', OTHER: '其他' },
  verdict: { PROCEED: '准入', REJECT: '不予准入', MORE: '补充材料' },
  kind: { CALL: '电话', MEETING: '会面', VISIT: '考察', MESSAGE: '消息', EMAIL: '邮件', OTHER: '其他' },
  paper: { INTENT: '意向协议', FRAMEWORK: '框架协议', CONTRACT: '正式合同', EVIDENCE: '佐证材料' },
  evidence: { CONSTRUCTION_PERMIT: '施工许可证', LEASE: '租赁合同', FIT_OUT: '装修证明', ACCEPTANCE: '竣工验收', OTHER: '其他' },
  permit: { FEASIBILITY: '可研', FILING: '立项', ENVIRONMENT: '环评', LAND: '土地', POWER: '供电', CONSTRUCTION: '施工许可' },
  mode: { GOV_SERVICE: '政府统一服务', COMMITMENT: '承诺制', APPROVAL: '审批' },
  chainRole: { LEADER: '链主', MEMBER: '链上' },
  role: { officer: '项目专员', manager: '部门负责人', leader: '分管领导', city: '市级', viewer: '查阅', administrator: '管理员', admin: '管理员' },
  reason: {
    LOST_TO_COMPETITOR: '落户其他地区', INVESTOR_WITHDREW: '投资方放弃', NOT_SUITABLE: '不符合产业定位', ENVIRONMENT: '环保或安全不达标', NO_SITE: '无合适用地或厂房', NO_ENERGY: '用能无法保障', FUNDS: '资金不足', NO_CONTACT: '无法联系', DUPLICATE: '重复线索', WAITING_INVESTOR: '等待投资方决策', WAITING_SITE: '等待用地或厂房', WAITING_APPROVAL: '等待审批或政策', WAITING_FUNDS: '等待资金', MARKET: '市场变化', CORRECTION: '更正', TERMS_CHANGED: '条件变化', PLAN_CHANGED: '投资方案调整', PERMIT_REVOKED: '手续被撤销', ACCEPTANCE_FAILED: '验收未通过', PRODUCTION_STOPPED: '停产', OTHER: '其他',
  },
  field: {
    name: '线索名称', zone: '开发区', park: '拟落园区', 'investor.name': '投资方', 'investor.uscc': '信用代码', 'investor.region': '来源地区划', 'investor.country': '国家或地区',
    'source.channel': '来源渠道', 'source.referrer': '引荐人', 'source.note': '来源说明', receivedOn: '收集日期', industry: '行业（国标）', chain: '产业链', content: '投资内容',
    'investment.planned': '意向投资', 'investment.unknown': '投资额未知', 'needs.landMu': '用地（亩）', 'needs.floorM2': '厂房（㎡）', 'needs.powerKva': '用电（kVA）', 'needs.environment': '环保要求',
    'expected.output': '预计年产值', 'expected.tax': '预计年税收', 'expected.jobs': '用工（人）', 'assignment.owner': '对接人', 'assignment.department': '责任单位', 'assignment.sponsor': '包联领导',
    siteOptions: '选址方案', keyTerms: '合作要点', tags: '标签', documents: '协议与材料', contacts: '联系人', 'contact.name': '姓名', 'contact.title': '职务', 'contact.phone': '电话', 'contact.email': '邮箱',
    nextAction: '下一步', 'nextAction.what': '下一步', 'nextAction.on': '日期', state: '状态', stage: '阶段', assessment: '研判结论', 'assessment.verdict': '研判结论', 'assessment.score': '当时的研判分', 'assessment.note': '说明', lastFollowUpAt: '最近跟进', duplicateCheckAt: '查重', light: '灯', number: '编号', updatedAt: '更新时间', dwell: '本状态', owner: '责任人', score: '研判分', version: '版本',
  },
  projectField: {
    name: '项目名称', park: '园区', industry: '行业（国标）', chain: '产业链', chainRole: '链上角色', 'investor.name': '投资方', 'company.name': '项目公司', 'company.uscc': '信用代码', 'company.registeredOn': '注册日期', 'contract.number': '合同编号', 'contract.on': '签约日期', 'contract.amount': '合同额', 'investment.total': '总投资', 'investment.fixed': '固定资产投资', 'output.expected': '预计年产值', 'output.actual': '实际年产值',
    'responsibility.sponsor': '包联领导', 'responsibility.departmentLead': '对接负责人', 'responsibility.deliveryUnit': '推进单位', 'responsibility.officer': '项目专员', targetStartOn: '计划开工', permits: '前期手续', 'dates.registered': '注册落地', 'dates.started': '开工', 'dates.completed': '竣工', 'dates.trial': '试生产', 'dates.producing': '投产', 'dates.fullCapacity': '达产达效', 'dates.investmentStatistics': '固投入库', 'dates.enterpriseStatistics': '上规入统',
  },
  leads: {
    title: '线索', count: '{n} 条', hits: '命中 {n}', atLeast: '{n}+ 条', new: '记一条线索', search: '在线索里找：名称、投资方、编号、拼音', columns: '列', clear: '清除条件', filters: '条件', sortBy: '按{column}排序', arrived: '{n} 条新变化 · 刷新',
    empty: '还没有线索', emptyHint: '听到一个投资方，就在这里记一条：名称、来源和日期，三十秒。', nothing: '没有符合条件的线索', nothingHint: '换个词，或去掉一两个条件。拼音和首字母也能找到。', open: '打开整页', panelHint: 'j k 移动 · Enter 打开 · Esc 关闭', unassigned: '待分派', mine: '我负责的', channel: '渠道',
    recent: '最近', noFollowUp: '还没有跟进', toMoveOn: '转为“{state}”还差 {n} 项', ready: '可以转为“{state}”', chainFilter: '产业链', tagFilter: '标签',
  },
  lead: {
    newTitle: '记一条线索', draftKept: '草稿保存在本机 {time}', draftRestored: '已恢复上次没有保存的草稿', discard: '清空重填', submit: '保存线索', submitting: '正在保存…', fixErrors: '有 {n} 处需要修改，都标在旁边。',
    groupWhat: '是什么', groupInvestor: '投资方', groupScale: '规模与需求', groupContact: '联系人', nameHint: '例如：锂电铜箔项目', usccHint: '18 位；校验不对只提醒，不拦截', amountUnit: '万元',
    facts: '事实', figures: '数字', sourceGroup: '来源', site: '选址与要点', papers: '协议与材料', contacts: '联系人', noContacts: '还没有联系人', addContact: '添加联系人', addPaper: '添加协议或材料', paperKind: '种类', paperNumber: '编号', paperOn: '日期', paperTitle: '名称', empty: '填写', intensity: '投资强度', intensityUnit: '万元/亩', usccOk: '校验通过', usccWarn: '校验位不对，请核对',
    composer: '谈了什么？存在问题、需要协调的，一起写下来…', problems: '存在问题', needs: '需协调', nextWhat: '下一步做什么', nextOn: '哪天', log: '记录', logged: '已记录跟进', problemsAndNeeds: '问题与协调',
    timeline: '经过', timelineEmpty: '还没有经过。第一次联系之后，在上面写一句。', moreHistory: '更早的',
    toMoveOn: '转为“{state}”还差 {n} 项', readyTo: '可以转为“{state}”', moveTo: '转为“{state}”', otherMoves: '其他去向', final: '到此为止，没有下一个状态。', projectLink: '打开项目', converted: '已签约转为项目。',
    verdictAsk: '研判结论', verdictNote: '说明（选填）', verdictHint: '由部门负责人或分管领导作出',
    responsibility: '责任', claimed: '本状态 {n} 天', limit: '限 {n} 天', why: '灯为什么是这样', whyGreen: '没有超限的事。', overdueBy: '已超 {n} 天', dueIn: '还有 {n} 天',
    conflictTitle: '别人刚改过这条线索', conflictHint: '{who} 于 {when} 保存了第 {version} 版。逐项选择留哪个，再保存。', mine: '我的', theirs: '对方的', before: '原来', useChosen: '按所选保存', keepTheirs: '全部用对方的', otherChanges: '对方还改了（与您的修改不冲突）',
    transition: '转为“{state}”', reason: '原因', reasonPick: '选一个原因', note: '备注（只在内部可见）', revisitOn: '回访日期', lostTo: '落户地', contractNumber: '合同编号', contractOn: '签订日期', contractAmount: '合同金额（万元）', convertHint: '签约后开出一个项目，不能退回；要结束请在项目里终止。', refused: '还差 {n} 项，补齐后再试：', moved: '已转为“{state}”', notAllowed: '不能从这里转过去。可以去：{states}',
    took: '用了 {d}', needsCoordination: '需协调：{text}', hasProblems: '问题：{text}', nextPlan: '下一步：{text}',
  },
  ...leadCareZh,
  ...bulkZh,
  ...custodyZh,
  ...mydayZh,
  ...figureZh,
  ...dossierZh,
  board: {
    title: '项目看板', count: '{n} 个', sum: '合同额 {amount}', asOf: '截至 {time}', empty: '还没有项目', emptyHint: '线索签了正式合同，就在这里开出项目。', emptyColumn: '空', moveHelp: '选中卡片按 M，再按字母，移到那个阶段', moveTo: '移到…', moved: '“{name}”已到“{stage}”', refusedTitle: '{name} → {stage}：还差 {n} 项', refusedHint: '补齐后直接再试；现在不移动也可以。', stay: '留在{stage}', loadMore: '还有 {n} 个', search: '在看板里找', openFirst: '这一项要在项目页办理',
  },
  project: {
    fromLead: '来自线索', company: '项目公司', money: '合同与投资', responsibility: '责任', dates: '节点日期', permits: '前期手续', noPermits: '还没有手续清单', addPermit: '添加手续', planned: '计划', actual: '实际', permitKind: '手续', permitMode: '方式', reports: '进展月报', noReports: '还没有月报。每月一份，项目在建才有据可查。', addReport: '写月报', month: '月份', summary: '进展', invested: '本月完成投资（万元）', history: '经过', statusAction: '停缓建、终止或恢复', statusTitle: '改变项目状态', approver: '批准人', on: '日期', reason: '原因', statusHint: '阶段不变；原因、日期和批准人都会留存。', moveTo: '转到“{stage}”', toMoveOn: '到“{stage}”还差 {n} 项', ready: '可以到“{stage}”',
    evidenceTitle: '佐证名称或编号', evidenceOn: '日期', permitList: '手续清单（选出要办的）',
  },
  inbox: { title: '预警', unread: '未读 {n}', all: '全部', onlyUnread: '只看未读', empty: '没有未读的预警', emptyAll: '还没有预警', emptyHint: '您负责或包联的线索、项目一有变化，或时限一过，就会出现在这里，并响铃。', markRead: '标为已读', markUnread: '标为未读', why: '为什么告诉我', because: { SPONSOR: '您是包联领导', DEPARTMENT_LEAD: '您是对接负责人', OFFICER: '您是项目专员', OWNER: '您是对接人', STAND_IN: '对接人不在岗，您代办', WATCHER: '您在关注', LEADER: '您是分管领导', ESCALATION: '逐级上报' }, rule: '规则：{rule}', viewAll: '全部预警', latest: '最新预警', severity: { INFO: '告知', YELLOW: '黄色', RED: '红色' }, search: '在预警里找' },
  wall: {
    title: '招商引资', year: '{year} 年 · 时间已过 {share}%', signed: '合同额', leads: '在谈线索', red: '红灯', underway: '已开工 {started} / 签约 {all} 个', rate: '开工率', live: '实时', connecting: '正在连接', cut: '已断开，正在重连', last: '上一事件 {ago}', noEvent: '还没有事件', feed: '刚刚发生', caught: '断线期间的 {n} 条事件已补上', refreshed: '已重新读取全部数据', stages: '项目 · 按阶段', funnel: '线索 · 按状态', cutOff: '截至 {time}', countUnit: '个', feedEmpty: '有事发生时，会出现在这里。', yellow: '黄灯', waiting: '等待', newLeads: '新线索 {n} 条', exit: '离开大屏',
  },
  history: { 'personal-data-erased': '删除个人信息', waiting: '等待', 'wait-ended': '结束等待', 'deadlines-changed': '时限重算', 'project-handed-over': '项目移交', 'handed-over': '移交', 'document-added': '添加附件', 'document-removed': '移除附件', 'document-restored': '恢复附件', captured: '记下线索', changed: '修改资料', moved: '状态变化', 'followed-up': '跟进', assessed: '研判', assigned: '指派', claimed: '认领', released: '退回公海', recycled: '收回公海', watched: '关注', unwatched: '取消关注', imported: '导入', transferred: '流转', withdrawn: '撤回', converted: '签约转项目', opened: '开出项目', 'status-changed': '状态变化', reported: '月报', 'progress-reported': '月报' },
  event: { 'lead.captured.v1': '新线索', 'lead.changed.v1': '线索资料更新', 'lead.state-changed.v1': '线索状态', 'lead.followed-up.v1': '跟进', 'lead.assessed.v1': '研判', 'lead.assigned.v1': '线索指派', 'lead.deadlines-changed.v1': '时限变化', 'lead.project-handed-over.v1': '项目移交', 'lead.withdrawn.v1': '线索撤回', 'lead.converted.v1': '签约转项目', 'registration.taken.v1': '首谈报备', 'registration.renewed.v1': '报备续期', 'registration.changed.v1': '报备资料更新', 'registration.clash-found.v1': '撞单', 'registration.disputed.v1': '报备异议', 'registration.arbitrated.v1': '报备裁定', 'registration.transferred.v1': '报备流转', 'registration.expired.v1': '报备到期', 'project.opened.v1': '项目开出', 'project.changed.v1': '项目资料更新', 'project.stage-changed.v1': '项目阶段', 'project.status-changed.v1': '项目状态', 'project.progress-reported.v1': '月报', 'lead.deadline': '线索时限', 'project.deadline': '项目时限', 'registration.deadline': '首谈报备' },
  rule: { 'stage-change': '阶段变化即告知', 'state-change': '状态变化即告知', conversion: '签约即告知', 'status-change': '项目状态变化即告知', assignment: '线索换人即告知', 'first-response-late': '首次响应超时', 'assessment-late': '研判超时', 'follow-up-late': '久未跟进', 'stage-late': '停留超期', 'next-action-late': '下一步计划逾期', 'project-stage-late': '项目停留超期', 'project-start-late': '开工延期', 'project-monthly-report-late': '缺进展月报', 'revisit-due': '到期回访', 'registration-ending': '报备 7 天内到期', 'registration-ended': '报备到期', 'first-contact-clash': '首谈撞单', duplicate: '疑似重复', 'large-investment': '大额投资' },
  time: { now: '刚刚', minutes: '{n} 分钟前', hours: '{n} 小时前', yesterday: '昨天', days: '{n} 天前', seconds: '{n} 秒前', dwellDays: '{n} 天', dwellHours: '{n} 小时', dwellMinutes: '{n} 分钟' },
  unit: { yi: '亿元', wan: '万元', yuan: '元' },
  ...ledgerZh,
  ...privacyZh,
  ...sharingZh,
  ...captureZh,
}

export type Messages = typeof zhCN
