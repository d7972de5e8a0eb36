package org.lodestone.leads.investor;

/** How far a name is the registered one. */
enum Form {
    /** What people say: 科宇, 科宇集团. */
    SPOKEN,
    /** 有限公司, Co. Ltd, 厂, 合伙企业. */
    COMPANY,
    /** 股份有限公司. */
    STOCK
}
