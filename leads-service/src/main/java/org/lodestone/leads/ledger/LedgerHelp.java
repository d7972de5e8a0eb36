package org.lodestone.leads.ledger;

import org.lodestone.platform.pipeline.Text;

/** How each column is filled in. */
final class LedgerHelp {

    static final Text TITLE = new Text(
            "在“线索台账”页每行填写一条线索。线索名称、来源渠道、收集日期必填，其余可空。列可以增删、换序，按列名识别。一次最多 10000 行。",
            "One lead a row on the sheet \"Lead ledger\". Lead, Channel and Received on are required. Columns are known by their names, so their order is free. At most 10000 rows at a time.");

    private static final Text FREE = new Text("文字", "Text");

    private LedgerHelp() {}

    static Text of(LedgerColumn column) {
        return column == LedgerColumn.NAME
                ? new Text("必填。项目或线索的名称", "Required. What the lead is called")
                : column == LedgerColumn.RECEIVED_ON
                        ? new Text("必填。日期，如 2026-11-23", "Required. A date such as 2026-11-23")
                        : of(column.kind());
    }

    private static Text of(LedgerColumn.Kind kind) {
        return switch (kind) {
            case SERIAL, INSTANT -> new Text("不导入", "Not imported");
            case NUMBER ->
                new Text("新线索留空；填写已有编号则更新该线索", "Empty for a new lead; the number of an existing one updates it");
            case TEXT -> FREE;
            case LIST -> new Text("多个以顿号分隔", "Several with 、 between them");
            case USCC -> new Text("18 位，单元格为文本格式", "18 characters, in a cell of text format");
            case REGION -> new Text("如 江苏苏州，或六位行政区划代码", "Such as 江苏苏州, or six digits of GB/T 2260");
            case CHANNEL -> new Text("必填。从下拉清单选择", "Required. Choose from the list");
            case DATE -> new Text("日期，如 2026-11-23、2026/11/23、2026年11月23日", "A date such as 2026-11-23");
            case INDUSTRY -> new Text("国民经济行业代码，如 C3985", "GB/T 4754 code such as C3985");
            case CHAIN, PARK, STATE, VERDICT -> new Text("从下拉清单选择", "Choose from the list");
            case ZONE -> new Text("开发区名称", "Name of the zone");
            case AMOUNT_10K ->
                new Text("数字，单位万元；也可写明单位，如 1.2亿元、3500万", "A number of 万元, or with its unit such as 1.2亿元 or 3500万");
            case MU_M2 -> new Text("如 120亩/3000㎡，可只填其一", "Such as 120亩/3000㎡, or either alone");
            case MU -> new Text("数字，单位亩", "A number of 亩");
            case M2 -> new Text("数字，单位平方米", "A number of square metres");
            case KVA -> new Text("数字，单位 kVA", "A number of kVA");
            case POWER_ENVIRONMENT ->
                new Text("如 800kVA；环保说明，可只填其一", "Such as 800kVA；remarks on the environment, or either alone");
            case OUTPUT_TAX -> new Text("如 产值50000·税收2000，单位万元，可只填其一", "Such as 产值50000·税收2000 in 万元, or either alone");
            case COUNT -> new Text("整数", "A whole number");
            case PERSON -> new Text("系统中的姓名或用户名；不在系统中的留空", "Name or user name of somebody in the system");
            case PHONE -> new Text("单元格为文本格式", "In a cell of text format");
            case EMAIL -> new Text("电子邮箱", "E-mail address");
        };
    }
}
