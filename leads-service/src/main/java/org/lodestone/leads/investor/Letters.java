package org.lodestone.leads.investor;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Letters without what is above and below them: Lülin is read as Lulin, Müller as Muller. */
final class Letters {

    private static final Pattern MARKS = Pattern.compile("(?<=[a-z])\\p{Mn}+");
    private static final int FIRST = 0xC0;
    private static final int LAST = 0x24F;

    private Letters() {}

    static String plain(String text) {
        if (!Reading.any(text, unit -> unit >= FIRST && unit <= LAST)) {
            return text;
        }
        String bare = text.replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i");
        return Normalizer.normalize(
                MARKS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFD)).replaceAll(""), Normalizer.Form.NFC);
    }
}
