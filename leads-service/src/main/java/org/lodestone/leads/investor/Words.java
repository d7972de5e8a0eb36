package org.lodestone.leads.investor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The words that firms describe themselves with. */
final class Words {

    private static final String KIN = "kin";
    private static final String ENGLISH = "english";
    private static final int MOST_ENGLISH = 3;
    private static final Map<String, Word> KNOWN = new HashMap<>(2048);
    private static final Map<String, Word> MEANT = new HashMap<>(64);
    private static final Map<String, Word> TRANSLATED = new HashMap<>(256);

    static {
        String section = "";
        List<String[]> english = new ArrayList<>();
        List<String[]> kin = new ArrayList<>();
        for (String line : Lines.of("/investor/words.txt")) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
                continue;
            }
            for (String entry : line.strip().split(" +")) {
                String[] sides = entry.split("=");
                if (section.equals(ENGLISH)) {
                    english.add(sides);
                } else if (section.equals(KIN)) {
                    kin.add(sides);
                } else {
                    Word.Kind kind = Word.Kind.valueOf(section.toUpperCase(Locale.ROOT));
                    KNOWN.putIfAbsent(sides[0], new Word(sides[sides.length - 1], kind));
                }
            }
        }
        // 食品加工 is 食品 and 加工: what adds nothing is to be seen as such.
        KNOWN.keySet().removeIf(Words::endsInGeneric);
        for (String[] sides : english) {
            TRANSLATED.putIfAbsent(sides[0].replace('_', ' '), known(sides[1]));
        }
        for (String[] sides : kin) {
            for (String side : sides) {
                MEANT.put(side, known(sides[0]));
            }
        }
    }

    private static final Lengths ENDINGS = Lengths.ofEndings(KNOWN.keySet());

    private Words() {}

    /** The longest word the text ends with, as it stands there. */
    static @Nullable String atEnd(String text) {
        for (int length = ENDINGS.longestIn(text); length >= 2; length--) {
            String end = text.substring(text.length() - length);
            if (KNOWN.containsKey(end)) {
                return end;
            }
        }
        return null;
    }

    static Word known(String text) {
        return Objects.requireNonNull(KNOWN.get(text), text);
    }

    static boolean isKnown(String text) {
        return KNOWN.containsKey(text);
    }

    /** What stands for all words that are one in English. */
    static Word meant(Word word) {
        return MEANT.getOrDefault(word.text(), word);
    }

    /** How many of the last words are one of these, e.g. 2 for {@code … new energy}. */
    static int englishAtEnd(List<String> words) {
        for (int count = Math.min(MOST_ENGLISH, words.size()); count > 0; count--) {
            if (TRANSLATED.containsKey(joined(words, count))) {
                return count;
            }
        }
        return 0;
    }

    /** Whether nothing but the trade is said. */
    static boolean allEnglish(List<String> words) {
        List<String> left = words;
        int count = englishAtEnd(left);
        while (count > 0) {
            left = left.subList(0, left.size() - count);
            count = left.isEmpty() ? 0 : englishAtEnd(left);
        }
        return left.isEmpty() && !words.isEmpty();
    }

    static Word translated(List<String> words, int count) {
        return Objects.requireNonNull(TRANSLATED.get(joined(words, count)));
    }

    private static boolean endsInGeneric(String word) {
        for (int at = 2; at <= word.length() - 2; at++) {
            Word end = KNOWN.get(word.substring(at));
            if (end != null && end.kind() == Word.Kind.GENERIC && KNOWN.containsKey(word.substring(0, at))) {
                return true;
            }
        }
        return false;
    }

    private static String joined(List<String> words, int count) {
        return String.join(" ", words.subList(words.size() - count, words.size()));
    }
}
