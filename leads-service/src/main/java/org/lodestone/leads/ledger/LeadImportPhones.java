package org.lodestone.leads.ledger;

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
            "(?<!\\d)(?:(?:\\+|00)?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)|(?<!\\d)\\(?0\\d{2,3}\\)?[- ]?\\d{7,8}(?:-\\d{1,5})?(?!\\d)");

    private static final Pattern WORDS = Pattern.compile("电话|手机号?码?|联系方式|联系人|微信同号|同微信|微信号?|同号|座机|办公室?|传真|号码|[:：()]");
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}·]{2,12}");

    private LeadImportPhones() {}

    /** Without a number it knows, the cell is judged as it is. */
    static void read(LeadImportDraft draft, LedgerColumn column, String text) {
        String plain = LeadImportValues.halfWidth(text).replaceAll("\\s*\\R\\s*", " ");
        List<String> phones = PHONE.matcher(plain)
                .results()
                .map(MatchResult::group)
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
    }

    /** Who stands beside which number. */
    private static Map<String, String> names(String plain) {
        Map<String, String> names = new HashMap<>();
        for (String part : plain.split("[;,、/|]")) {
            List<String> phones =
                    PHONE.matcher(part).results().map(MatchResult::group).toList();
            Matcher name = NAME.matcher(
                    WORDS.matcher(PHONE.matcher(part).replaceAll(" ")).replaceAll(" "));
            if (phones.size() == 1 && name.find()) {
                names.putIfAbsent(phones.getFirst(), name.group());
            }
        }
        return names;
    }
}
