/** Quick entry, pasted text and intake sources. */
export const captureZh = {
  capture: {
    quickTitle: '快速记线索', amountHint: '1.2亿、3500万', amountRead: '即 {amount}', amountUnread: '读不出金额，请写成 1.2亿 或 3500万', saveNext: '保存，记下一条', whole: '填写全部内容', paste: '粘贴文本',
    pasteTitle: '粘贴文本建线索', pasteHint: '把聊天记录或名片文字贴进来，由规则识别；确认之前什么都不保存。', pasteExample: '例：晋鼎新材料有限公司拟投资1.2亿元建铜箔项目，需用地60亩，联系人：招商经理 138…', read: '识别', reading: '正在识别…', readHint: '标出的是识别到的内容。改好后填入新线索，再保存。', sourceText: '原文', nothingFound: '没有识别出内容，可以直接在下面填写。', confirm: '填入新线索', again: '改原文', replacesDraft: '新线索里有一份没有保存的草稿，填入后会被替换。',
  },
  intake: {
    title: '线索接入', hint: '官网表单、小程序和别的系统，凭密钥把线索直接送进来；来一条，就是一条新线索。', new: '新建接入', empty: '还没有接入来源', emptyHint: '给官网表单或合作系统建一个接入，就会得到一把密钥。', name: '名称', kind: '方式', kinds: { SERVER: '系统对接（服务器）', FORM: '网页表单' }, kindHints: { SERVER: '密钥只放在对方服务器上，不出现在网页里。', FORM: '网页里用公开密钥，只接受下面这些网站来的提交。' }, origins: '允许的网站', originsHint: '每行一个，如 https://www.example.org', perHour: '每小时上限', perHourHint: '超过的提交会被拒绝，可稍后再送', state: '状态', active: '启用', revoked: '已停用', created: '建立', keySince: '密钥始于', oldUntil: '旧密钥用到 {when}', revokeOld: '旧密钥立即失效（不等 24 小时）', create: '建立接入', saved: '已建立接入',
    keyTitle: '密钥只显示这一次', keyHint: '请现在复制并交给对方；这里只保存它的指纹，丢了只能换一把。', copy: '复制', copied: '已复制', done: '我已保存好', rotate: '换密钥', rotateTitle: '换一把密钥？', rotateHint: '“{name}”会得到一把新密钥；旧密钥还能用 24 小时，够对方换上。', revoke: '停用', revokeTitle: '停用这个接入？', revokeHint: '“{name}”将不再接收线索，不能恢复；已收到的线索不受影响。', embed: '嵌入代码', embedHint: '把这段代码放进网页，就会显示提交表单；防机器人和频率限制已包含。', reference: '对方只会收到一个受理编号，看不到任何已有线索。', close: '完成', noRight: '只有管理员可以管理接入来源。',
  },
  settings: { title: '设置', intake: '线索接入' },
}
