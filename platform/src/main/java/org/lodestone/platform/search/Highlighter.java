package org.lodestone.platform.search;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows where in a text the words of a search were found. */
final class Highlighter {

    private static final int BEFORE = 30;
    private static final int SHOWN = 160;

    private final SearchSchema schema;
    private final List<Spelling> words;

    Highlighter(SearchSchema schema, String q) {
        this.schema = schema;
        this.words = QueryText.words(q);
    }

    Map<String, String> highlights(SearchDocument values) {
        Map<String, String> highlights = new LinkedHashMap<>();
        for (SearchSchema.Field field : schema.fields()) {
            if (field.kind().isText()) {
                for (Object value : values.values(field.name())) {
                    String marked = mark((String) value, field.kind() == SearchSchema.Kind.TEXT);
                    if (!marked.isEmpty()) {
                        highlights.putIfAbsent(field.name(), marked);
                    }
                }
            }
        }
        return highlights;
    }

    /** Empty when nothing was found in it. */
    String mark(String text, boolean byPinyin) {
        Spelling spelling = Spelling.of(text);
        BitSet marked = new BitSet(text.length());
        for (Spelling word : words) {
            int found = marked.cardinality();
            literally(spelling, word, marked);
            if (byPinyin && marked.cardinality() == found && Pinyin.isTyped(word)) {
                byPinyin(spelling, Pinyin.typed(word), marked);
            }
        }
        return marked.isEmpty() ? "" : html(text, marked);
    }

    private static void literally(Spelling text, Spelling word, BitSet marked) {
        boolean fromWordStart = word.wordStart(0);
        for (int at = 0; at + word.length() <= text.length(); at++) {
            if (matches(text, word, at) && (!fromWordStart || text.wordStart(at))) {
                marked.set(text.start(at), text.end(at + word.length() - 1));
            }
        }
    }

    private static boolean matches(Spelling text, Spelling word, int at) {
        for (int i = 0; i < word.length(); i++) {
            if (text.unit(at + i) != word.unit(i) || i > 0 && text.afterGap(at + i)) {
                return false;
            }
        }
        return true;
    }

    private static void byPinyin(Spelling text, String typed, BitSet marked) {
        String letters = typed.replace("'", "");
        for (int at = 0; at < text.length(); at++) {
            int end = syllables(text, at, letters);
            if (end < 0) {
                end = initials(text, at, letters);
            }
            if (end > at) {
                marked.set(text.start(at), text.end(end - 1));
            }
        }
    }

    /** Where the reading of {@code letters} from here ends; -1 if it is none. */
    private static int syllables(Spelling text, int at, String letters) {
        if (letters.isEmpty()) {
            return at;
        }
        if (at == text.length()) {
            return -1;
        }
        for (String reading : Pinyin.of(text.unit(at))) {
            if (reading.startsWith(letters)) {
                return at + 1;
            }
            if (letters.startsWith(reading)) {
                int end = syllables(text, at + 1, letters.substring(reading.length()));
                if (end >= 0) {
                    return end;
                }
            }
        }
        return -1;
    }

    private static int initials(Spelling text, int at, String letters) {
        if (at + letters.length() > text.length()) {
            return -1;
        }
        for (int i = 0; i < letters.length(); i++) {
            if (Pinyin.initials(text.unit(at + i)).indexOf(letters.charAt(i)) < 0) {
                return -1;
            }
        }
        return at + letters.length();
    }

    private static String html(String text, BitSet marked) {
        int first = marked.nextSetBit(0);
        int from = text.length() <= SHOWN ? 0 : Math.max(0, Math.min(first - BEFORE, text.length() - SHOWN));
        int to = Math.min(text.length(), from + Math.max(SHOWN, marked.nextClearBit(first) - from));
        from = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
        to = to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to + 1 : to;
        StringBuilder html = new StringBuilder(from > 0 ? "…" : "");
        boolean inside = false;
        for (int i = from; i < to; i++) {
            if (marked.get(i) != inside) {
                inside = !inside;
                html.append(inside ? "<mark>" : "</mark>");
            }
            escape(html, text.charAt(i));
        }
        html.append(inside ? "</mark>" : "").append(to < text.length() ? "…" : "");
        return html.toString();
    }

    private static void escape(StringBuilder html, char c) {
        switch (c) {
            case '<' -> html.append("&lt;");
            case '>' -> html.append("&gt;");
            case '&' -> html.append("&amp;");
            case '"' -> html.append("&quot;");
            case '\'' -> html.append("&#39;");
            default -> html.append(c);
        }
    }
}
