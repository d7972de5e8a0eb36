package org.lodestone.leads.ledger;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in a cell for phones: one, several, or a name with its number. */
final class LeadImportPhones {

    /** Mobile numbers, however they are cut; numbers of the fixed network with their extension. */
    private static final Pattern PHONE = Pattern.compile(
            "(?<!\\d)(?:(?:\\+|00)?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)|(?<!\\d)\\(?0\\d{2,3}\\)?[- ]?\\d{7,8}(?:-\\d{1,5})?(?!\\d)");

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
        draft.put(column, phones.getFirst());
        phones.stream().skip(1).forEach(draft::otherPhone);
        Matcher name = NAME.matcher(PHONE.matcher(plain).replaceAll("").replaceAll("电话|手机|联系方式|联系人|[:：]", " "));
        if (phones.size() == 1 && !draft.cells().containsKey(LedgerColumn.CONTACT_NAME) && name.find()) {
            draft.put(LedgerColumn.CONTACT_NAME, name.group());
        }
    }
}
