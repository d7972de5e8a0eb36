package org.lodestone.platform.table;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What typing and pasting does to texts. */
final class CellText {

    /** Invisible: zero-width characters, byte order marks, soft hyphens, directions. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF]");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n]]");

    private CellText() {}

    /** Trimmed of every kind of space, without what nobody can see; lines end with \n. */
    static String clean(String text) {
        if (isPlain(text)) {
            return text;
        }
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace("_x000D_", "");
        String visible =
                CONTROL.matcher(INVISIBLE.matcher(lines).replaceAll("")).replaceAll("");
        return visible.replace('\u00A0', ' ').replace('\u3000', ' ').strip();
    }

    /** Full-width digits, letters and signs as half-width ones, without any space. */
    static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c > ' ' && c < 0x7F || c >= 0x4E00 && c <= 0x9FFF;
            if (!plain) {
                return false;
            }
        }
        return true;
    }
}
