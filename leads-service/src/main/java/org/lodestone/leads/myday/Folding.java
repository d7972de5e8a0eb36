package org.lodestone.leads.myday;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Long lines of iCalendar text broken as RFC 5545 asks for: after 75 octets at most, and never within a character. The library counts
 * characters, of which a Chinese one has three octets, and breaks what takes two of Java's in the middle.
 */
final class Folding {

    private static final int OCTETS = 75;
    private static final String BREAK = "\r\n";
    private static final String FOLD = BREAK + ' ';

    private Folding() {}

    /** @param text whose lines may be folded anyhow */
    static String of(String text) {
        return text.replace(FOLD, "").lines().map(Folding::folded).collect(Collectors.joining(BREAK, "", BREAK));
    }

    private static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int point : line.codePoints().toArray()) {
            String character = Character.toString(point);
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > OCTETS) {
                folded.append(FOLD);
                octets = 1;
            }
            folded.append(character);
            octets += more;
        }
        return folded.toString();
    }
}
