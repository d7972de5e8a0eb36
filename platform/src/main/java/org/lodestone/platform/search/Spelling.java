package org.lodestone.platform.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Text as the index spells it: NFKC, lower case, simplified characters, one unit a character. White space separates words; everything
 * else, punctuation too, is itself, so that what is searched is found literally.
 */
public final class Spelling {

    private static final CharacterTable<Integer> SIMPLIFIED = new CharacterTable<>(simplified());

    private final int[] units;
    private final int[] starts;
    private final int[] ends;
    private final boolean[] afterGap;

    private Spelling(int[] units, int[] starts, int[] ends, boolean[] afterGap) {
        this.units = units;
        this.starts = starts;
        this.ends = ends;
        this.afterGap = afterGap;
    }

    static Spelling of(String text) {
        Builder builder = new Builder(text.length());
        boolean normal = Normalizer.isNormalized(text, Normalizer.Form.NFKC);
        int at = 0;
        while (at < text.length()) {
            int end = normal ? at + Character.charCount(text.codePointAt(at)) : clusterEnd(text, at);
            if (normal) {
                builder.add(text.codePointAt(at), at, end);
            } else {
                int start = at;
                Normalizer.normalize(text.substring(at, end), Normalizer.Form.NFKC)
                        .codePoints()
                        .forEach(unit -> builder.add(unit, start, end));
            }
            at = end;
        }
        return builder.build();
    }

    /** The text as it is compared: normal, lower case, simplified, with single spaces. */
    public static String plain(String text) {
        Spelling spelled = of(text);
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < spelled.length(); i++) {
            if (spelled.afterGap(i)) {
                plain.append(' ');
            }
            plain.appendCodePoint(spelled.unit(i));
        }
        return plain.toString();
    }

    int length() {
        return units.length;
    }

    int unit(int index) {
        return units[index];
    }

    /** Where the unit began and ended in the text as it was given. */
    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    boolean afterGap(int index) {
        return afterGap[index];
    }

    /** A letter of an alphabet that begins a word; alphabets are searched from the beginning of words, Chinese from anywhere. */
    boolean wordStart(int index) {
        return isLetter(units[index]) && (index == 0 || afterGap[index] || !isLetter(units[index - 1]));
    }

    String text(int from, int to) {
        return new String(units, from, to - from);
    }

    void appendTo(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            text.appendCodePoint(units[i]);
        }
    }

    /** The parts between white space, at most {@code words} of at most {@code length} units, each once. */
    List<Spelling> words(int words, int length) {
        List<Spelling> parts = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        int from = 0;
        while (from < units.length && parts.size() < words) {
            int to = from + 1;
            while (to < units.length && !afterGap[to]) {
                to++;
            }
            int cut = Math.min(to, from + length);
            if (!seen.contains(text(from, cut))) {
                seen.add(text(from, cut));
                parts.add(part(from, cut));
            }
            from = to;
        }
        return parts;
    }

    static boolean isLetter(int unit) {
        // Beyond are the scripts that write without spaces.
        return unit < 0x2E80 && Character.isLetter(unit);
    }

    private Spelling part(int from, int to) {
        return new Spelling(
                Arrays.copyOfRange(units, from, to),
                Arrays.copyOfRange(starts, from, to),
                Arrays.copyOfRange(ends, from, to),
                Arrays.copyOfRange(afterGap, from, to));
    }

    private static int clusterEnd(String text, int from) {
        int end = from + Character.charCount(text.codePointAt(from));
        while (end < text.length() && isMark(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static int spelt(int codePoint) {
        int lower = Character.toLowerCase(codePoint);
        return lower < 0x3400 ? lower : SIMPLIFIED.get(lower, lower);
    }

    private static Map<Integer, Integer> simplified() {
        Map<Integer, Integer> map = new HashMap<>();
        Dictionary.lines("/data/dictionary/TSCharacters.txt", line -> {
            String[] sides = line.split("[\\t ]");
            if (sides.length > 1) {
                map.put(sides[0].codePointAt(0), sides[1].codePointAt(0));
            }
        });
        return map;
    }

    private static final class Builder {

        private int[] units;
        private int[] starts;
        private int[] ends;
        private boolean[] afterGap;
        private int length;
        private boolean gap;

        Builder(int capacity) {
            units = new int[capacity];
            starts = new int[capacity];
            ends = new int[capacity];
            afterGap = new boolean[capacity];
        }

        void add(int codePoint, int start, int end) {
            if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
                gap = true;
                return;
            }
            int type = Character.getType(codePoint);
            if (type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE) {
                return;
            }
            if (length == units.length) {
                grow();
            }
            units[length] = spelt(codePoint);
            starts[length] = start;
            ends[length] = end;
            afterGap[length] = gap && length > 0;
            length++;
            gap = false;
        }

        private void grow() {
            int capacity = units.length * 2 + 16;
            units = Arrays.copyOf(units, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
            afterGap = Arrays.copyOf(afterGap, capacity);
        }

        Spelling build() {
            return new Spelling(
                    Arrays.copyOf(units, length),
                    Arrays.copyOf(starts, length),
                    Arrays.copyOf(ends, length),
                    Arrays.copyOf(afterGap, length));
        }
    }
}
