package org.lodestone.leads.duplicate;

/** Why two leads may be the same; the wire's names. */
public enum Reason {
    SAME_USCC,
    SAME_NAME,
    SAME_PINYIN,
    SAME_DOMAIN,
    SAME_PHONE,
    SIMILAR_NAME
}
