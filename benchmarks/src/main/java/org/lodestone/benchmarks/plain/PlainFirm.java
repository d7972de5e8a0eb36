package org.lodestone.benchmarks.plain;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What leads are compared by.
 *
 * @param core of the name, without place, brackets and legal form
 * @param sound of the core in pinyin
 */
record PlainFirm(String core, String sound, String uscc, Set<String> contacts) {

    private static final double SURE = 0.95;
    private static final double THRESHOLD = 0.6;
    private static final Pattern FORM = Pattern.compile("(股份|集团)*(有限)?(责任)?(公司|集团)?$");
    private static final Pattern BRACKETS = Pattern.compile("[（(][^）)]*[）)]");
    private static final Pattern PLACE = Pattern.compile(
            "^(山西|太原|长治|晋城|运城|垣曲|沁水|阳城|河南|郑州|洛阳|西安|北京|上海|深圳|苏州|宁波|济南|青岛|合肥|武汉|长沙|成都|重庆|天津|无锡|常州|厦门)(省|市|县)?");
    private static final Set<String> PUBLIC = Set.of("qq.com", "163.com", "126.com", "gmail.com", "outlook.com");

    static PlainFirm of(JsonNode lead) {
        String name = lead.at("/investor/name").asString(lead.path("name").asString(""));
        String core = FORM.matcher(
                        BRACKETS.matcher(PLACE.matcher(name).replaceFirst("")).replaceAll(""))
                .replaceFirst("");
        Set<String> contacts = new LinkedHashSet<>();
        for (JsonNode contact : lead.path("contacts")) {
            String digits = contact.path("phone").asString("").replaceAll("\\D", "");
            if (digits.length() >= 7) {
                contacts.add("t:" + digits);
            }
            String mail = contact.path("email").asString("");
            String domain = mail.substring(mail.lastIndexOf('@') + 1);
            if (!domain.isEmpty() && !PUBLIC.contains(domain)) {
                contacts.add("d:" + domain);
            }
        }
        return new PlainFirm(
                core,
                PinyinHelper.toPinyin(core, PinyinStyleEnum.NORMAL, " "),
                lead.at("/investor/uscc").asString(""),
                contacts);
    }

    /** With how much it says to share one: the whole name most, then how it sounds, then pairs of its characters. */
    Map<String, Float> keys() {
        Map<String, Float> keys = new LinkedHashMap<>();
        contacts.forEach(contact -> keys.put(contact, 30f));
        if (!uscc.isEmpty()) {
            keys.put("u:" + uscc, 100f);
        }
        if (core.length() > 1) {
            keys.put("n:" + core, 40f);
            keys.put("y:" + sound, 15f);
            pairs(core).forEach(pair -> keys.put("x:" + pair, 3f));
            keys.put("b:" + core.charAt(0) + core.charAt(core.length() - 1), 2f);
        }
        return keys;
    }

    /** Whether a person should look at the two. */
    boolean isLike(PlainFirm other) {
        if (!uscc.isEmpty() && uscc.equals(other.uscc)) {
            return true;
        }
        double doubt = 1 - names(other);
        if (!Collections.disjoint(contacts, other.contacts)) {
            doubt *= 0.3;
        }
        double other2 = !uscc.isEmpty() && !other.uscc.isEmpty() ? 0.7 : 1;
        return (1 - doubt) * other2 >= THRESHOLD;
    }

    private double names(PlainFirm other) {
        if (core.isEmpty() || other.core.isEmpty()) {
            return 0;
        }
        if (core.equals(other.core)) {
            return SURE;
        }
        if (sound.equals(other.sound)) {
            return 0.85;
        }
        if (core.length() > 3 && distance(core, other.core) == 1) {
            return 0.75;
        }
        Set<String> both = new HashSet<>(pairs(core));
        both.retainAll(pairs(other.core));
        double dice = 2.0 * both.size() / (core.length() + other.core.length() - 2);
        return dice >= THRESHOLD ? dice : 0;
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }

    /** Levenshtein's. */
    private static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return 2;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
