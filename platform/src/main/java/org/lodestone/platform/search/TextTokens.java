package org.lodestone.platform.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

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

    private record Token(String text, int position) {}

    private TextTokens() {}

    static TokenStream text(List<Spelling> values) {
        List<Token> tokens = new ArrayList<>();
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
        return new Stream(tokens);
    }

    /** Every reading at the position of its character. */
    static TokenStream syllables(List<Spelling> values) {
        List<Token> tokens = new ArrayList<>();
        int base = 0;
        for (Spelling value : values) {
            int[] positions = positions(value, base);
            for (int i = 0; i < value.length(); i++) {
                for (String reading : Pinyin.of(value.unit(i))) {
                    tokens.add(new Token(reading, positions[i]));
                }
            }
            base += value.length() * 2 + BETWEEN_VALUES;
        }
        return new Stream(tokens);
    }

    /** Pairs of initials of neighbours: single ones are in every name and would tell nothing. */
    static TokenStream initials(List<Spelling> values) {
        List<Token> tokens = new ArrayList<>();
        int base = 0;
        for (Spelling value : values) {
            int[] positions = positions(value, base);
            for (int i = 0; i + 1 < value.length(); i++) {
                if (value.afterGap(i + 1)) {
                    continue;
                }
                for (char first : Pinyin.initials(value.unit(i))) {
                    for (char second : Pinyin.initials(value.unit(i + 1))) {
                        tokens.add(new Token("" + first + second, positions[i]));
                    }
                }
            }
            base += value.length() * 2 + BETWEEN_VALUES;
        }
        return new Stream(tokens);
    }

    private static void add(List<Token> tokens, Spelling value, int from, int to, int position) {
        String text = value.text(from, to);
        tokens.add(new Token(text, position));
        if (value.wordStart(from)) {
            tokens.add(new Token(WORD_START + text, position));
        }
        if (from == 0) {
            tokens.add(new Token(VALUE_START + text, position));
        }
        if (to == value.length()) {
            tokens.add(new Token(text + VALUE_END, position));
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

    private static final class Stream extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final List<Token> tokens;
        private int next;
        private int position = -1;

        Stream(List<Token> tokens) {
            this.tokens = tokens;
        }

        @Override
        public boolean incrementToken() {
            if (next == tokens.size()) {
                return false;
            }
            clearAttributes();
            Token token = tokens.get(next++);
            term.append(token.text());
            increment.setPositionIncrement(token.position() - position);
            position = token.position();
            return true;
        }

        @Override
        public void reset() {
            next = 0;
            position = -1;
        }
    }
}
