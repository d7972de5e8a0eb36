package org.lodestone.leads.assessment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which words of a rule a text says, and does not merely deny: 「不属于两高项目」 does not say 两高. */
final class Wording {

    /** A denial right before the word, or before a list the word stands in. */
    private static final Pattern DENIED =
            Pattern.compile("(?:无|非|未|免|零|没有|不属于?|不涉及?|不含|不产生)[^，。；、,.;\\s]{0,2}(?:[^，。；、,.;\\s]{1,8}[、和及或])*$");

    private Wording() {}

    static Optional<String> said(String text, List<String> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> says(lower, word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static boolean says(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            String before = text.substring(Math.max(0, at - 40), at);
            if (!DENIED.matcher(before).find()) {
                return true;
            }
        }
        return false;
    }
}
