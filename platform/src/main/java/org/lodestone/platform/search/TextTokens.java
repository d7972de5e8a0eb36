package org.lodestone.platform.search;

import java.util.List;

/**
 * What the index keeps of a text. Each unit and each pair of neighbours stand at the unit's position, so that any part of the text is a
 * phrase; a letter that begins a word is there a second time, marked, because words are searched from their beginning. What begins and
 * what ends a value is marked likewise: a mark of its own would be in every text, and a search from the beginning would read them all.
 */
final class TextTokens {

    /** Before a unit or pair that begins a word. */
    static final char WORD_START = '\u0001';
    /** Before the unit and the pair that begin a value. */
    static final char VALUE_START = '\u0002';
    /** After the unit and the pair that end it. */
    static final char VALUE_END = '\u0003';
    /** No phrase reaches from one value into the next. */
    private static final int BETWEEN_VALUES = 100;

    private TextTokens() {}

    static Tokens text(List<Spelling> values) {
        Tokens tokens = new Tokens();
        int base = 0;
        for (Spelling value : values) {
            int[] positions = positions(value, base);
            for (int i = 0; i < value.length(); i++) {
                boolean pair = i + 1 < value.length() && !value.afterGap(i + 1);
                add(tokens, value, i, i + 1, positions[i]);
                if (pair) {
                    add(tokens, value, i, i + 2, positions[i]);
                }
            }
            base += value.length() * 2 + BETWEEN_VALUES;
        }
        return tokens;
    }

    /** Every reading at the position of its character. */
    static Tokens syllables(List<Spelling> values) {
        Tokens tokens = new Tokens();
        int base = 0;
        for (Spelling value : values) {
            int[] positions = positions(value, base);
            for (int i = 0; i < value.length(); i++) {
                for (String reading : Pinyin.of(value.unit(i))) {
                    tokens.append(reading).end(positions[i]);
                }
            }
            base += value.length() * 2 + BETWEEN_VALUES;
        }
        return tokens;
    }

    /** Pairs of initials of neighbours: single ones are in every name and would tell nothing. */
    static Tokens initials(List<Spelling> values) {
        Tokens tokens = new Tokens();
        int base = 0;
        for (Spelling value : values) {
            int[] positions = positions(value, base);
            String initials = value.length() == 0 ? "" : Pinyin.initials(value.unit(0));
            for (int i = 0; i + 1 < value.length(); i++) {
                String next = Pinyin.initials(value.unit(i + 1));
                if (!value.afterGap(i + 1)) {
                    pairs(tokens, initials, next, positions[i]);
                }
                initials = next;
            }
            base += value.length() * 2 + BETWEEN_VALUES;
        }
        return tokens;
    }

    private static void pairs(Tokens tokens, String initials, String next, int position) {
        for (int first = 0; first < initials.length(); first++) {
            for (int second = 0; second < next.length(); second++) {
                tokens.append(initials.charAt(first))
                        .append(next.charAt(second))
                        .end(position);
            }
        }
    }

    private static void add(Tokens tokens, Spelling value, int from, int to, int position) {
        tokens.append(value, from, to).end(position);
        if (value.wordStart(from)) {
            tokens.append(WORD_START).append(value, from, to).end(position);
        }
        if (from == 0) {
            tokens.append(VALUE_START).append(value, from, to).end(position);
        }
        if (to == value.length()) {
            tokens.append(value, from, to).append(VALUE_END).end(position);
        }
    }

    /** White space leaves one position free. */
    private static int[] positions(Spelling value, int base) {
        int[] positions = new int[value.length()];
        int position = base;
        for (int i = 0; i < positions.length; i++) {
            position += value.afterGap(i) ? 2 : 1;
            positions[i] = position;
        }
        return positions;
    }
}
