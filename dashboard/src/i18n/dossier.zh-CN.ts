/** Words for files, investors and referrers. */
export const dossierZh = {
  files: {
    title: '附件', one: '文件', none: '还没有附件。把文件拖到这里，意向书、可研、照片都行。', drop: '松手即上传', pick: '选择文件', hint: '单个不超过 20 MB；同类同名再传一次就是新版本', kindAuto: '按文件名识别种类', on: '签署日期', uploading: '正在上传 {name}', tooBig: '{name} 有 {size}，超过 20 MB。', empty: '{name} 是空文件。', failed: '{name} 没有传上去：{message}', again: '再试一次', dismiss: '不传了', uploaded: '已上传 {name}', removed: '已移除“{title}”', restored: '已恢复“{title}”', version: '第 {n} 版', versions: '{n} 个版本', download: '下载', noRight: '没有下载权限', scanned: '已查毒', dropHere: '拖放文件到这里上传',
  },
  fileKind: { INTENT: '意向', FRAMEWORK: '框架', FEASIBILITY: '可研', PHOTO: '照片', CONTRACT: '合同', EVIDENCE: '佐证', OTHER: '其他' },
  investor: {
    title: '投资方', open: '看这家企业', find: '企业名称、拼音或信用代码', count: '{n} 条线索', more: '还有别的，写得更具体些', nothing: '没有找到“{q}”', empty: '还没有投资方', emptyHint: '线索写明投资方以后，这里就有了。', others: '也写作：{names}', usccWarn: '校验位不对，请核对', leads: '线索', leadsShown: '共 {n} 条，显示最新的 {shown} 条', contacts: '联系人', noContacts: '还没有联系人', projects: '项目', noProjects: '还没有签约的项目', registrations: '首谈报备', registrationUntil: '保护到 {on}', received: '{on} 收集', links: '关联企业', noLinks: '还没有写明的关联', addLink: '添加关联', linkTitle: '写明关联企业', linkHint: '谁是谁的股东、同属哪个集团、是谁的分支，由知道的人写明。', to: '另一家企业', toHint: '企业名称或信用代码', kind: '关系', percent: '持股比例（%）', zone: '由哪个开发区写明', linked: '已写明关联', unlinked: '已删除关联', save: '写明',
    OUT: { SHAREHOLDER: '持有其股份', GROUP: '隶属集团', BRANCH: '是其分支' }, IN: { SHAREHOLDER: '股东', GROUP: '集团成员', BRANCH: '分支机构' },
    linkKind: { SHAREHOLDER: '是对方的股东', GROUP: '属于对方集团', BRANCH: '是对方的分支' },
  },
  referrer: {
    title: '招商顾问', filter: '引荐人：{name}', hint: '谁引荐的线索，后来怎样', cutOff: '截至 {time}', find: '按名称找', name: '名称', term: '聘期', leads: '引荐线索', signed: '已签约', rate: '签约率', note: '备注', current: '在聘', over: '不在聘期', unkept: '未登记', add: '登记顾问', keep: '登记', edit: '修改', saved: '已保存', empty: '还没有招商顾问', emptyHint: '线索写明引荐人，或登记一位顾问，这里就有了。', from: '开始', until: '结束', open: '长期', zone: '开发区', formHint: '名称要与线索里的引荐人一致，线索才算得到。', nothing: '没有找到“{q}”', showsLeads: '{name} 引荐的 {n} 条线索', showsSigned: '{name} 引荐的线索中已签约的 {n} 条',
  },
}
