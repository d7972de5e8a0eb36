package org.lodestone.leads.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in a cell for phones: one, several, or a name with its number. */
final class LeadImportPhones {

    /** Mobile numbers, however they are cut; numbers of the fixed network with their extension. */
    private static final Pattern PHONE = Pattern.compile(
            "(?<!\\d)(?:(?:\\+|00)?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)|(?<!\\d)\\(?0\\d{2,3}\\)?[- ]?\\d{3,4}[- ]?\\d{4}(?:(?:-| ?转)\\d{1,6})?(?!\\d)");

    /** 0512-57353472、57353473: the second has the area code of the first. */
    private static final Pattern SAME_AREA =
            Pattern.compile("(?<area>\\(?0\\d{2,3}\\)?)(?<first>[- ]?\\d{7,8} ?[、/,;] ?)(?=\\d{7,8}(?!\\d))");

    private static final Pattern AREA = Pattern.compile("^\\((0\\d{2,3})\\)[- ]?");
    private static final Pattern NOTHING = Pattern.compile("[\\s;,、/|.。+-]+");

    private static final Pattern WORDS = Pattern.compile("电话|手机号?码?|联系方式|联系人|微信同号|同微信|微信号?|同号|座机|办公室?|传真|号码|[:：()]");
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}·]{2,12}");

    private LeadImportPhones() {}

    /** Without a number it knows, the cell is judged as it is. */
    static void read(LeadImportDraft draft, LedgerColumn column, String text) {
        String line = LeadImportValues.halfWidth(text).replaceAll("\\s+", " ");
        String plain = LeadImportValues.closed(SAME_AREA.matcher(line).replaceAll("${area}${first}${area}-"));
        List<String> phones = PHONE.matcher(plain)
                .results()
                .map(LeadImportPhones::written)
                .distinct()
                .toList();
        if (phones.isEmpty()) {
            draft.put(column, plain);
            return;
        }
        boolean named = draft.cells().containsKey(LedgerColumn.CONTACT_NAME);
        Map<String, String> names = named ? Map.of() : names(plain);
        draft.put(column, phones.getFirst());
        draft.put(LedgerColumn.CONTACT_NAME, names.get(phones.getFirst()));
        phones.stream().skip(1).forEach(phone -> draft.otherPhone(phone, names.get(phone)));
        if (saysMore(plain, names.values())) {
            // Whoever may not see phones reads the note.
            draft.remark(column, PHONE.matcher(plain).replaceAll("…"));
        }
    }

    /** Without the brackets that no phone begins with, and its extension as phones are dialled. */
    private static String written(MatchResult phone) {
        return AREA.matcher(phone.group()).replaceFirst("$1-").replaceFirst(" ?转", "-");
    }

    private static boolean saysMore(String plain, Collection<String> names) {
        String rest = WORDS.matcher(PHONE.matcher(plain).replaceAll(" ")).replaceAll(" ");
        for (String name : names) {
            rest = rest.replaceFirst(Pattern.quote(name), " ");
        }
        return !NOTHING.matcher(rest).replaceAll("").isEmpty();
    }

    /** Who stands beside which number. */
    private static Map<String, String> names(String plain) {
        Map<String, String> names = new HashMap<>();
        for (String part : plain.split("[;,、/|]")) {
            List<String> phones =
                    PHONE.matcher(part).results().map(LeadImportPhones::written).toList();
            Matcher name = NAME.matcher(
                    WORDS.matcher(PHONE.matcher(part).replaceAll(" ")).replaceAll(" "));
            if (phones.size() == 1 && name.find()) {
                names.putIfAbsent(phones.getFirst(), name.group());
            }
        }
        return names;
    }
}
