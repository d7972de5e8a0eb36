package org.lodestone.leads.investor;

/**
 * What a firm says about itself behind its own name.
 *
 * @param text as it is compared: 房地产 for 地产
 */
record Word(String text, Kind kind) {

    enum Kind {
        /** 科技, 实业: anybody. */
        GENERIC,
        /** 销售, 投资, 研究院: a sister or daughter of the firm that makes something. */
        FUNCTION,
        /** 新能源, 镁业: what is made or done. */
        TRADE
    }
}
