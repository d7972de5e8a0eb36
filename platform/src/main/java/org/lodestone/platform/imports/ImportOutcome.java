package org.lodestone.platform.imports;

/** What a row will become. */
public enum ImportOutcome {
    CREATE,
    UPDATE,
    /** Something in it cannot be: the reasons name each cell. */
    REFUSE,
    /** What it describes seems to be there already; imported only if somebody says so. */
    DUPLICATE,
    /** Nothing that could be imported: a sum, a heading between the rows, a remark below them. Nobody has to correct it. */
    PASS_OVER
}
