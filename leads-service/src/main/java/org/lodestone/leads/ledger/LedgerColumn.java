package org.lodestone.leads.ledger;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lodestone.platform.pipeline.Text;

/** The columns of the lead ledger, in the order the trade has them; below {@link #UPDATED_AT} what a ledger may have beside them. */
public enum LedgerColumn {
    SERIAL("序号", "No.", "serial", Kind.SERIAL, "编号序号", "行号"),
    NUMBER("线索编号", "Lead number", "number", Kind.NUMBER, "编号", "线索号", "项目编号"),
    NAME(
            "线索名称",
            "Lead",
            "name",
            Kind.TEXT,
            "项目名称",
            "名称",
            "项目",
            "线索",
            "意向项目",
            "意向项目名称",
            "招商项目名称",
            "拟投资项目",
            "洽谈项目",
            "在谈项目",
            "线索名",
            "项目名",
            "Project",
            "Project name",
            "Lead name"),
    INVESTOR(
            "投资方",
            "Investor",
            "investor.name",
            Kind.TEXT,
            "投资企业",
            "投资主体",
            "企业名称",
            "公司名称",
            "客商名称",
            "投资人",
            "投资单位",
            "投资方名称",
            "企业",
            "公司",
            "投资商",
            "客商",
            "投资者",
            "投资企业名称",
            "投资公司",
            "投资方企业",
            "单位名称",
            "洽谈企业",
            "意向企业",
            "企业全称",
            "Company",
            "Company name",
            "Investor name",
            "Enterprise"),
    USCC(
            "统一社会信用代码",
            "Credit code",
            "investor.uscc",
            Kind.USCC,
            "信用代码",
            "社会信用代码",
            "企业信用代码",
            "统一信用代码",
            "社会统一信用代码",
            "统一代码",
            "USCC"),
    REGION(
            "来源地",
            "From",
            "investor.region",
            Kind.REGION,
            "投资方所在地",
            "企业所在地",
            "来源地区",
            "所在地",
            "投资来源地",
            "企业注册地",
            "注册地",
            "客商来源地",
            "投资方所在地区"),
    CHANNEL(
            "来源渠道",
            "Channel",
            "source.channel",
            Kind.CHANNEL,
            "线索来源",
            "来源",
            "渠道",
            "信息来源",
            "获取渠道",
            "项目来源",
            "来源方式",
            "来源途径",
            "线索渠道",
            "线索来源渠道",
            "Source",
            "Lead source"),
    REFERRER("引荐人", "Referrer", "source.referrer", Kind.TEXT, "推荐人", "介绍人", "引荐单位", "推荐单位", "引荐方", "推荐人单位"),
    RECEIVED_ON(
            "收集日期",
            "Received on",
            "receivedOn",
            Kind.DATE,
            "收集时间",
            "获取日期",
            "登记日期",
            "登记时间",
            "日期",
            "时间",
            "接收日期",
            "线索日期",
            "录入日期",
            "收集时间点",
            "接洽日期",
            "接洽时间",
            "对接日期",
            "对接时间",
            "首次接触日期",
            "首次对接时间",
            "填报日期",
            "Date",
            "Received",
            "Date received"),
    INDUSTRY("行业", "Industry", "industry", Kind.INDUSTRY, "行业代码", "所属行业", "行业类别", "产业类别"),
    CHAIN("产业链/环节", "Chain", "chain", Kind.CHAIN, "产业链", "所属产业链", "产业链环节", "链条"),
    CONTENT(
            "投资内容",
            "What is planned",
            "content",
            Kind.TEXT,
            "建设内容",
            "项目内容",
            "主要建设内容",
            "项目简介",
            "建设内容及规模",
            "投资内容及规模",
            "项目概况",
            "项目内容简介",
            "建设规模",
            "主要内容",
            "项目情况",
            "建设规模及内容",
            "主要建设内容及规模",
            "投资项目内容",
            "Description",
            "Project description"),
    PLANNED(
            "意向投资额(万元)",
            "Planned investment (10k yuan)",
            "investment.planned",
            Kind.AMOUNT_10K,
            "投资额",
            "总投资",
            "计划投资",
            "计划总投资",
            "投资总额",
            "意向投资",
            "拟投资额",
            "投资规模",
            "投资金额",
            "项目总投资",
            "计划投资额",
            "预计投资",
            "预计总投资",
            "拟投资",
            "意向投资金额",
            "拟投资金额",
            "预计投资额",
            "金额",
            "Investment",
            "Investment amount",
            "Amount"),
    SITE("用地(亩)/厂房(㎡)", "Land (mu) / floor (m²)", "needs.site", Kind.MU_M2, "用地厂房", "用地需求", "土地厂房", "载体需求"),
    UTILITIES("用能/环保", "Energy / environment", "needs.utilities", Kind.POWER_ENVIRONMENT, "用能环保", "能耗环保", "用能需求"),
    EXPECTED("预计产值·税收(万元)", "Expected output · tax (10k yuan)", "expected", Kind.OUTPUT_TAX, "预计产值税收", "产值税收", "预期效益"),
    PARK("拟落园区", "Park", "park", Kind.PARK, "园区", "落地园区", "拟落地园区", "拟选址", "选址"),
    OWNER(
            "对接人",
            "Officer",
            "assignment.owner",
            Kind.PERSON,
            "负责人",
            "招商专员",
            "跟进人",
            "项目专员",
            "责任人",
            "经办人",
            "跟踪人",
            "招商人员",
            "招商责任人",
            "业务员",
            "项目负责人",
            "对接人员",
            "跟踪人员",
            "责任专员",
            "Owner",
            "Responsible"),
    DEPARTMENT(
            "责任单位",
            "Department",
            "assignment.department",
            Kind.TEXT,
            "责任部门",
            "牵头单位",
            "牵头部门",
            "承办单位",
            "对接单位",
            "对接部门",
            "跟进单位",
            "责任科室"),
    SPONSOR(
            "包联领导",
            "Sponsor",
            "assignment.sponsor",
            Kind.PERSON,
            "包联人",
            "牵头领导",
            "分管领导",
            "联系领导",
            "包抓领导",
            "包保领导",
            "挂包领导"),
    STATE("状态", "State", "state", Kind.STATE, "Status", "Stage", "线索状态", "阶段", "当前状态", "项目阶段", "进度状态", "项目状态", "跟进状态"),
    VERDICT("研判结论", "Verdict", "assessment.verdict", Kind.VERDICT, "研判", "研判结果", "研判意见"),
    LAST_FOLLOW_UP("最近跟进", "Last follow-up", "lastFollowUpAt", Kind.DATE, "最近跟进日期", "最近跟进时间", "跟进日期", "跟进时间"),
    PROGRESS(
            "进展情况",
            "Progress",
            "followUps.summary",
            Kind.TEXT,
            "进展",
            "目前进展",
            "工作进展",
            "跟进情况",
            "对接情况",
            "当前进展",
            "进展记录",
            "跟进记录",
            "最新进展",
            "项目进展",
            "洽谈进展",
            "进展及成效",
            "推进情况",
            "进度"),
    PROBLEMS("存在问题", "Problems", "followUps.problems", Kind.TEXT, "问题", "困难问题", "存在的问题"),
    HELP("需协调事项", "Help needed", "followUps.needs", Kind.TEXT, "协调事项", "需协调问题", "需要协调事项", "诉求"),
    NEXT_STEP(
            "下一步计划",
            "Next step",
            "nextAction.what",
            Kind.TEXT,
            "下一步",
            "下步计划",
            "下一步打算",
            "下一步工作",
            "下步工作",
            "下一步工作计划",
            "下一步措施",
            "下步打算"),
    NEXT_ON("下次跟进日期", "Next follow-up on", "nextAction.on", Kind.DATE, "下次跟进", "下次跟进时间", "计划跟进日期"),
    UPDATED_AT("更新时间", "Updated", "updatedAt", Kind.INSTANT, "更新日期", "最后更新", "修改时间"),

    ZONE("开发区", "Zone", "zone", Kind.ZONE, "所属开发区", "所属区域"),
    LAND("用地(亩)", "Land (mu)", "needs.landMu", Kind.MU, "用地", "用地面积", "土地", "用地规模", "拟用地", "需求土地"),
    FLOOR("厂房(㎡)", "Floor (m²)", "needs.floorM2", Kind.M2, "厂房", "厂房面积", "建筑面积", "需求厂房"),
    POWER("用电(kVA)", "Power (kVA)", "needs.powerKva", Kind.KVA, "用电", "用电负荷", "用电需求"),
    ENVIRONMENT("环保", "Environment", "needs.environment", Kind.TEXT, "环保要求", "环境影响", "环保情况"),
    OUTPUT("预计产值(万元)", "Expected output (10k yuan)", "expected.output", Kind.AMOUNT_10K, "预计产值", "产值", "年产值", "预计年产值"),
    TAX("预计税收(万元)", "Expected tax (10k yuan)", "expected.tax", Kind.AMOUNT_10K, "预计税收", "税收", "年税收", "预计年税收"),
    JOBS("预计用工", "Expected jobs", "expected.jobs", Kind.COUNT, "用工", "用工人数", "带动就业", "就业人数"),
    CONTACT_NAME(
            "联系人",
            "Contact",
            "contacts[0].name",
            Kind.TEXT,
            "Contact person",
            "Contact name",
            "企业联系人",
            "投资方联系人",
            "客商联系人"),
    CONTACT_TITLE("联系人职务", "Contact's position", "contacts[0].title", Kind.TEXT, "职务"),
    CONTACT_PHONE(
            "联系电话",
            "Phone",
            "contacts[0].phone",
            Kind.PHONE,
            "电话",
            "手机",
            "手机号",
            "联系方式",
            "联系人电话",
            "手机号码",
            "电话号码",
            "联系人手机",
            "企业联系电话",
            "Phone number",
            "Mobile",
            "Telephone",
            "Tel"),
    CONTACT_EMAIL("联系邮箱", "E-mail", "contacts[0].email", Kind.EMAIL, "邮箱", "电子邮箱", "邮件", "Email"),
    TAGS("标签", "Tags", "tags", Kind.LIST, "标记"),
    NOTE(
            "备注",
            "Remarks",
            "source.note",
            Kind.TEXT,
            "Notes",
            "Note",
            "Comment",
            "Comments",
            "备注信息",
            "备注说明",
            "说明",
            "情况说明",
            "来源说明",
            "其他",
            "其它",
            "其他说明");

    /** How the cells of a column are written and read. */
    public enum Kind {
        SERIAL,
        NUMBER,
        TEXT,
        /** Several texts with 、 between them. */
        LIST,
        USCC,
        /** GB/T 2260, shown by name. */
        REGION,
        CHANNEL,
        DATE,
        INSTANT,
        /** GB/T 4754. */
        INDUSTRY,
        CHAIN,
        AMOUNT_10K,
        /** 120亩/3000㎡, either alone. */
        MU_M2,
        MU,
        M2,
        KVA,
        /** 800kVA；and the environment in words, either alone. */
        POWER_ENVIRONMENT,
        /** 产值50000·税收2000 in 万元, either alone. */
        OUTPUT_TAX,
        COUNT,
        PARK,
        ZONE,
        PERSON,
        STATE,
        VERDICT,
        PHONE,
        EMAIL
    }

    /** 总投资/亿元, 用地：亩. */
    private static final Pattern UNIT_BEHIND = Pattern.compile("(?:亿元|万元|元|亩|平方米|平米|m2|kva)$");

    private static final Map<String, LedgerColumn> BY_HEADING = headings();

    private final Text title;
    private final String field;
    private final Kind kind;
    private final List<String> aliases;

    LedgerColumn(String zh, String en, String field, Kind kind, String... aliases) {
        this.title = new Text(zh, en);
        this.field = field;
        this.kind = kind;
        this.aliases = List.of(aliases);
    }

    /** The 29 columns of the ledger itself. */
    public static List<LedgerColumn> ledger() {
        return Arrays.stream(values())
                .filter(column -> column.ordinal() <= UPDATED_AT.ordinal())
                .toList();
    }

    /** By what stands above a column: units in brackets, spaces, width and required marks do not matter. */
    public static Optional<LedgerColumn> ofHeading(String heading) {
        String key = key(heading);
        LedgerColumn exact = BY_HEADING.get(key);
        return Optional.ofNullable(
                exact == null ? BY_HEADING.get(UNIT_BEHIND.matcher(key).replaceFirst("")) : exact);
    }

    public static Optional<LedgerColumn> ofField(String field) {
        return Arrays.stream(values())
                .filter(column -> column.field.equals(field))
                .findFirst();
    }

    public Text title() {
        return title;
    }

    /** As the wire names it, where the wire has it; unique. */
    public String field() {
        return field;
    }

    public Kind kind() {
        return kind;
    }

    public List<String> aliases() {
        return aliases;
    }

    /** Personal data of somebody at the investor's. */
    public boolean isContact() {
        return field.startsWith("contacts");
    }

    /** In characters. */
    int width() {
        return switch (kind) {
            case SERIAL, COUNT, MU, M2, KVA -> 8;
            case DATE, STATE, VERDICT, CHANNEL, REGION, INDUSTRY, PERSON -> 12;
            case TEXT -> this == CONTENT || this == PROGRESS ? 50 : 24;
            case NUMBER, USCC, INSTANT, CHAIN, AMOUNT_10K, MU_M2, POWER_ENVIRONMENT, OUTPUT_TAX, PARK, ZONE -> 20;
            case PHONE, EMAIL, LIST -> 20;
        };
    }

    private static Map<String, LedgerColumn> headings() {
        Map<String, LedgerColumn> columns = new HashMap<>();
        for (LedgerColumn column : values()) {
            column.aliases.forEach(alias -> columns.putIfAbsent(key(alias), column));
        }
        // Titles last: an alias never takes another column's own name.
        for (LedgerColumn column : values()) {
            columns.put(key(column.title.zh()), column);
            columns.put(key(column.title.en()), column);
            columns.put(key(column.field), column);
        }
        return Map.copyOf(columns);
    }

    private static String key(String heading) {
        String narrow = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return narrow.replaceAll("\\([^)]*\\)|\\[[^\\]]*\\]|【[^】]*】", "").replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
