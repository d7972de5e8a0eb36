package org.lodestone.leads.capture;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.capture.PastedText.ReadContact;
import org.lodestone.leads.capture.PastedText.ReadInvestment;
import org.lodestone.leads.capture.PastedText.ReadInvestor;
import org.lodestone.leads.capture.PastedText.ReadLead;
import org.lodestone.leads.capture.PastedText.ReadNeeds;
import org.lodestone.leads.capture.PastedText.ReadSource;
import org.lodestone.leads.directory.Regions;
import org.lodestone.platform.table.AmountText;
import org.lodestone.platform.table.Reading;
import org.lodestone.platform.web.Amount;
import org.lodestone.platform.web.Uscc;

/** Recognises a lead's fields in what people write to each other. It guesses nothing: what no rule names stays out. */
final class TextReader {

    private static final String NUMBER = "\\d[\\d,]*(?:\\.\\d+)?";
    private static final String SPOKEN = "一二两三四五六七八九十百千";
    /** Not what is counted otherwise: 年产5万吨. */
    private static final String MONEY =
            "(?:" + NUMBER + "[十百千]?|[" + SPOKEN + "]+)\\s*个?(?:亿|万)(?:元|(?!\\s*(?:吨|平|台|辆|套"
                    + "|件|千瓦|瓦|亩|只|米|头|人|片|支|立方|块|颗|条|张|箱|瓶|户|桶|级|股|美|欧|港|日元|[a-zA-Z㎡])))(?!\\s?[-~～—–至到]\\s?\\d)";

    private static final String WORD = "[A-Z0-9][A-Za-z0-9.'-]*";
    private static final String FORM =
            "(?i:Co\\.?,?\\s*(?:Ltd\\.?|Limited|Inc\\.?))|LTD\\.?|INC\\.?|CORP\\.?|LIMITED|GMBH|P(?:te|ty)\\.?\\s*Ltd\\.?|Sdn\\.?\\s*Bhd\\.?"
                    + "|GmbH(?:\\s*&\\s*Co\\.?\\s*KG(?:aA)?)?|Ltd\\.?|Limited|Incorporated|Inc\\.?|Corporation|Corp\\.?|Company|LLC|LLP"
                    + "|PLC|plc|S\\.A\\.S?\\.?|SAS?|S\\.?p\\.?A\\.?|S\\.?r\\.?l\\.?|B\\.?V\\.?|N\\.?V\\.?|AG|SE|A/S|AB|Oy|K\\.K\\.|Holdings?|Group";
    /** What begins a sentence or names a person is no part of a firm's name. */
    private static final String NO_FIRM =
            "The|Our|This|Their|Your|My|We|Contact|Dear|Hello|Hi|From|To|Re|Today|Yesterday|Visited"
                    + "|Met|Called|Mr|Ms|Mrs|Dr|Investor|Company|Client";

    private static final String TITLE = "董事长|总经理|副总经理|副总|总监|经理|主任|部长|总|先生|女士";

    private static final Pattern PHONE =
            Pattern.compile("(?<!\\d)(?:\\+?86[- ]?)?(1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8})(?!\\d)");
    private static final Pattern SPACED_PHONE =
            Pattern.compile("(?<!\\d)(?:\\+?86[- ]?)?(1[3-9]\\d[ -]\\d{4}[ -]\\d{4})(?!\\d)");
    private static final Pattern PHONE_ABROAD =
            Pattern.compile("(?<![\\d+])(\\+(?!86)\\d{1,3}[ -]?\\d[\\d -]{5,14}\\d)(?!\\d)");
    private static final Pattern EMAIL = Pattern.compile("([A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,})");
    private static final Pattern USCC =
            Pattern.compile("(?<![0-9A-Z])([0-9A-HJ-NPQRTUWXY]{18})(?![0-9A-Z])", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPANY = Pattern.compile(
            "(?:^|[，,。；;：:、\\s“\"《]|(?:今天|昨天|上午|下午|联系了?|接到|拜访了?|来自|听说|据悉|获悉|关于|有个|有家|一家|企业|公司名称|投资方|客户|和|与|由|是|的|了))"
                    + "((?!(?:GmbH|Ltd|Inc|LLC|Corp|AG|SA|PLC)\\.?公司|今天|昨天|上午|下午|联系|接到|拜访|来自|听说|据悉|获悉|关于|有个|有家|一家|投资方|客户)(?:(?![的了])[\\p{IsHan}A-Za-z0-9（）()·&]){2,30}?(?:有限责任公司|股份有限公司|集团有限公司|有限公司|集团公司|公司|集团))");
    /** Siltech Advanced Materials GmbH: words that begin with capitals, and the form of a firm behind them. */
    private static final Pattern FOREIGN_COMPANY =
            Pattern.compile("(?<![A-Za-z0-9&.'-])(?<!\\b(?:Mr|Ms|Mrs|Dr)\\.? )(?!(?:" + NO_FIRM + ")\\b)((?:" + WORD
                    + "(?:\\s+(?:(?:and|of|for|de)\\s+)?|\\s*&\\s*)){0,6}?(?!\\d+\\b)" + WORD + ",?\\s+(?:" + FORM
                    + "))(?![A-Za-z0-9])");

    private static final Pattern PROJECT = Pattern.compile(
            "(?:投资建设|计划建设|拟建设|拟建|新建|建设|建|上马|做|项目名称[:：]\\s*)([\\p{IsHan}A-Za-z0-9]{2,30}?(?:项目|基地|产业园|生产线))");
    private static final Pattern PERSON =
            Pattern.compile("联系人[:：是为]?\\s*([\\p{IsHan}]{1,4}?)(?=" + TITLE + "|[，,。；;：:、\\s（(\\d]|电话|手机|$)");
    private static final Pattern FOREIGN_PERSON =
            Pattern.compile("\\b(?:Mr|Ms|Mrs|Dr)\\b\\.?\\s*([A-Z][A-Za-z'-]+(?:\\s+[A-Z][A-Za-z'-]+){0,2})");
    private static final Pattern ADDRESSED = Pattern.compile("(?<=^|[，,。；;、\\s对找（(）)])([\\p{IsHan}])(?=" + TITLE + ")");
    private static final Pattern PERSONS_TITLE =
            Pattern.compile("[\\p{IsHan}](" + TITLE + ")(?=[，,。；;：:、\\s（()）+\\d电手说]|$)");
    private static final Pattern PLANNED = Pattern.compile("投资(?:额|规模|总额)?[^，,。；;\\d]{0,8}?(" + MONEY + ")");
    private static final Pattern ANY_MONEY = Pattern.compile(
            "(?<!产值|税收|营收|销售|税)(?<!\\d[亿万]?元?\\s?[-~～—–至到]\\s?)(?<![\\d" + SPOKEN + "])(" + MONEY + ")");
    private static final Pattern RESULTS =
            Pattern.compile("(?:产值|税收|营收|销售(?:额|收入)?|纳税)[^，,。；;\\d]{0,6}?(" + MONEY + ")");
    private static final Pattern LAND = Pattern.compile("(" + NUMBER + ")\\s*亩");
    private static final Pattern FLOOR = Pattern.compile("(" + NUMBER + ")\\s*(?:㎡|平方米|平米|平方)");
    private static final Pattern POWER = Pattern.compile("(?i)(" + NUMBER + ")\\s*(?:kva|千伏安)");
    private static final Pattern REFERRER = Pattern.compile("(?:引荐人|介绍人|推荐人|引荐单位)[:：是为]?\\s*([^，,。；;\\s]{2,20})");
    private static final String REGIONS = Regions.names().values().stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    private static final Pattern REGION = Pattern.compile("(" + REGIONS + ")");
    /** 河南省郑州市: the place in the place. */
    private static final Pattern INNER_REGION = Pattern.compile("(?:" + REGIONS + ")(?:省|市|自治区)?(" + REGIONS + ")");

    private static final Map<String, String> CODES = Regions.names().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (first, _) -> first));

    private TextReader() {}

    static PastedText.Answer read(String text) {
        Marks marks = new Marks(text);
        ReadContact contact = contact(marks);
        ReadInvestor investor = investor(marks);
        Optional<String> results = marks.first("expected", RESULTS);
        ReadInvestment investment = investment(marks);
        ReadNeeds needs = needs(marks);
        String referrer = marks.first("source.referrer", REFERRER).orElse(null);
        String name = marks.first("name", PROJECT).orElse(null);
        ReadLead lead = new ReadLead(
                name,
                investor,
                contact == null ? null : List.of(contact),
                referrer == null ? null : new ReadSource("REFERRAL", referrer),
                text,
                investment,
                needs);
        List<Found> found = marks.inOrder().stream()
                .filter(one -> results.isEmpty() || !one.field().equals("expected"))
                .toList();
        return new PastedText.Answer(lead, found);
    }

    private static @Nullable ReadContact contact(Marks marks) {
        String phone = marks.or(marks.first("contact.phone", PHONE), "contact.phone", SPACED_PHONE)
                .map(digits -> digits.replaceAll("[ -](?=\\d{4})", digits.startsWith("0") ? "-" : ""))
                .or(() -> marks.first("contact.phone", PHONE_ABROAD))
                .orElse(null);
        String email = marks.first("contact.email", EMAIL).orElse(null);
        String name = marks.or(marks.first("contact.name", PERSON), "contact.name", ADDRESSED)
                .or(() -> marks.first("contact.name", FOREIGN_PERSON))
                .orElse(null);
        String title = name == null
                ? null
                : marks.first("contact.title", PERSONS_TITLE).orElse(null);
        return phone == null && email == null && name == null ? null : new ReadContact(name, title, phone, email);
    }

    private static @Nullable ReadInvestor investor(Marks marks) {
        String uscc = marks.first("investor.uscc", USCC)
                .map(Uscc::normalise)
                .filter(code -> Uscc.kind(code) != Uscc.Kind.ID_CARD)
                .orElse(null);
        String name = marks.or(marks.first("investor.name", COMPANY), "investor.name", FOREIGN_COMPANY)
                .orElse(null);
        String region = marks.or(marks.first("investor.region", INNER_REGION), "investor.region", REGION)
                .map(CODES::get)
                .map(code -> (code + "0000").substring(0, 6))
                .orElse(null);
        return uscc == null && name == null && region == null ? null : new ReadInvestor(name, uscc, region);
    }

    private static @Nullable ReadInvestment investment(Marks marks) {
        return marks.or(marks.first("investment.planned", PLANNED), "investment.planned", ANY_MONEY)
                .flatMap(text -> AmountText.parse(text, null) instanceof Reading.Value<Amount>(Amount amount)
                        ? Optional.of(amount)
                        : Optional.<Amount>empty())
                .map(ReadInvestment::new)
                .orElse(null);
    }

    private static @Nullable ReadNeeds needs(Marks marks) {
        BigDecimal land = number(marks.first("needs.landMu", LAND));
        BigDecimal floor = number(marks.first("needs.floorM2", FLOOR));
        BigDecimal power = number(marks.first("needs.powerKva", POWER));
        return land == null && floor == null && power == null ? null : new ReadNeeds(land, floor, power);
    }

    private static @Nullable BigDecimal number(Optional<String> text) {
        return text.map(digits -> new BigDecimal(digits.replace(",", ""))).orElse(null);
    }
}
