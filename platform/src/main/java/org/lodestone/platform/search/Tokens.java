package org.lodestone.platform.search;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.AttributeSource;

/** The tokens of one field behind one another: a lead has some three hundred, and an object for each was a good part of indexing it. */
final class Tokens {

    private final StringBuilder texts = new StringBuilder(256);
    private int[] ends = new int[64];
    private int[] positions = new int[64];
    private int count;

    Tokens append(char unit) {
        texts.append(unit);
        return this;
    }

    Tokens append(String text) {
        texts.append(text);
        return this;
    }

    Tokens append(Spelling value, int from, int to) {
        value.appendTo(texts, from, to);
        return this;
    }

    /** What was appended since the last one is a token; positions never fall. */
    void end(int position) {
        ends = ArrayUtil.grow(ends, count + 1);
        positions = ArrayUtil.grow(positions, count + 1);
        ends[count] = texts.length();
        positions[count] = position;
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** @param attributes may be those of other fields of the same document: one is read after the other */
    TokenStream stream(AttributeSource attributes) {
        return new Stream(attributes);
    }

    private final class Stream extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private int next;

        Stream(AttributeSource attributes) {
            super(attributes);
        }

        @Override
        public boolean incrementToken() {
            if (next == count) {
                return false;
            }
            clearAttributes();
            term.append(texts, next == 0 ? 0 : ends[next - 1], ends[next]);
            increment.setPositionIncrement(positions[next] - (next == 0 ? -1 : positions[next - 1]));
            next++;
            return true;
        }

        @Override
        public void reset() {
            next = 0;
        }
    }
}
