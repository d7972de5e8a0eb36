package org.lodestone.leads.investor;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Legal forms as they stand behind a name, also where the typist slipped: 有线公司, 有公司, 有限限公司. */
final class Forms {

    private static final Endings WRITTEN = Endings.of("股份有限公司 有限责任公司 有限公司 有限合伙 普通合伙 合伙企业 个人独资企业"
            + " 专业合作社 合作社 总公司 总厂 分厂 厂 工作室 经营部 商行 有限 公司 企业 株式会社 有限会社 合同会社 责任公司");

    private static final String LIMITED = "有限公司";
    private static final Set<String> SLIPS = slips();
    /** What they end with: most names need no second look. */
    private static final String LAST = SLIPS.stream()
            .map(slip -> slip.substring(slip.length() - 1))
            .distinct()
            .collect(Collectors.joining());

    private static final int LONGEST = LIMITED.length() + 1;

    private Forms() {}

    /** How long the form is that the text ends with; 0 for none. */
    static String atEnd(String text) {
        String slip = text.endsWith(LIMITED) ? "" : slipAtEnd(text);
        return slip.isEmpty() ? WRITTEN.longestOf(text) : slip;
    }

    /** A firm of Japan's or Korea's law. */
    static boolean isAbroad(String form) {
        return form.endsWith("会社");
    }

    private static String slipAtEnd(String text) {
        if (text.isEmpty() || LAST.indexOf(text.charAt(text.length() - 1)) < 0) {
            return "";
        }
        for (int length = Math.min(LONGEST, text.length() - 2); length >= LIMITED.length() - 1; length--) {
            String end = text.substring(text.length() - length);
            if (SLIPS.contains(end)) {
                return end;
            }
        }
        return "";
    }

    private static Set<String> slips() {
        Set<String> slips = new HashSet<>(Set.of("有公司", "限公司", "有限司", "有限公", "有限公公司", "有限公司司"));
        for (String wrong : "线现县线闲先显险陷象".split("")) {
            slips.add("有" + wrong + "公司");
        }
        for (String wrong : "友又右由优用".split("")) {
            slips.add(wrong + "限公司");
        }
        for (String wrong : "工共功攻宫厂".split("")) {
            slips.add("有限" + wrong + "司");
        }
        for (String wrong : "思私丝斯同可句史".split("")) {
            slips.add("有限公" + wrong);
        }
        slips.addAll(Set.of("有有限公司", "有限限公司", "限有公司", "有公限司", "有限司公", "有限责公司", "有限任公司", "有责任公司"));
        return Set.copyOf(slips);
    }
}
