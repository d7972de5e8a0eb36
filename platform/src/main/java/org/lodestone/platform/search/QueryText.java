package org.lodestone.platform.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * What people type, as a query. Words apart must all occur; each is literal. The rank is the sum over words of the best field's weight
 * times how it fits (whole value, its beginning, somewhere, by pinyin, by initials). It does not depend on what else is in the index, so
 * pages of a ranked list do not shift while others write.
 */
final class QueryText {

    /** Longer words are compared by their beginning: nobody types so much, and somebody will paste a page. */
    static final int MAX_UNITS = 256;

    static final int MAX_WORDS = 16;

    private static final float WHOLE = 8;
    private static final float BEGINNING = 4;
    private static final float ANYWHERE = 2;
    private static final float PINYIN = 1;
    private static final float INITIALS = 0.5f;

    private final SearchSchema schema;

    QueryText(SearchSchema schema) {
        this.schema = schema;
    }

    static List<Spelling> words(String q) {
        // Normalising may lengthen a text, never shorten it so much that this matters.
        String head = q.length() > MAX_WORDS * MAX_UNITS ? q.substring(0, MAX_WORDS * MAX_UNITS) : q;
        return Spelling.of(head).words(MAX_WORDS, MAX_UNITS);
    }

    Query query(String q) {
        return query(q, schema.fields());
    }

    Query query(String q, Collection<SearchSchema.Field> fields) {
        List<Spelling> words = words(q);
        if (words.isEmpty()) {
            return MatchNoDocsQuery.INSTANCE;
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(word(word, fields), Occur.MUST));
        return all.build();
    }

    /** The field's whole value, in any spelling. */
    static Query whole(String field, String value) {
        Spelling spelling = Spelling.of(value);
        return spelling.length() == 0 ? MatchNoDocsQuery.INSTANCE : phrase(field, spelling, true, true);
    }

    private static Query word(Spelling word, Collection<SearchSchema.Field> fields) {
        List<Query> ways = new ArrayList<>();
        boolean typed = Pinyin.isTyped(word);
        for (SearchSchema.Field field : fields) {
            switch (field.kind()) {
                case TEXT -> {
                    literal(ways, field, word);
                    if (typed) {
                        pinyin(ways, field, Pinyin.typed(word));
                    }
                }
                case PROSE -> literal(ways, field, word);
                case KEYWORD, KEYWORDS, TERMS, TIMELINE, DECIMAL, INSTANT, DATE, INTEGER, BYTES -> {
                    // Filters are for these.
                }
            }
        }
        return ways.isEmpty() ? MatchNoDocsQuery.INSTANCE : new DisjunctionMaxQuery(ways, 0);
    }

    private static void literal(List<Query> ways, SearchSchema.Field field, Spelling word) {
        if (field.kind() == SearchSchema.Kind.TEXT) {
            ways.add(weighted(phrase(field.name(), word, true, true), field, WHOLE));
            ways.add(weighted(phrase(field.name(), word, true, false), field, BEGINNING));
        }
        ways.add(weighted(phrase(field.name(), word, false, false), field, ANYWHERE));
    }

    private static void pinyin(List<Query> ways, SearchSchema.Field field, String typed) {
        for (List<Set<String>> split : Pinyin.splits(typed)) {
            ways.add(weighted(syllables(field.name() + Documents.SYLLABLES, split), field, PINYIN));
        }
        if (typed.indexOf('\'') < 0) {
            ways.add(weighted(pairs(field.name() + Documents.INITIALS, typed), field, INITIALS));
        }
    }

    private static Query weighted(Query query, SearchSchema.Field field, float fit) {
        return new BoostQuery(new ConstantScoreQuery(query), field.weight() * fit);
    }

    /** Every second pair is enough, and the last one. */
    private static Query phrase(String field, Spelling word, boolean fromStart, boolean toEnd) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        if (fromStart) {
            phrase.add(new Term(field, TextTokens.VALUE_START), 0);
        }
        int length = word.length();
        int position = 1;
        int covered = 0;
        for (int i = 0; i < length; i++) {
            position += word.afterGap(i) ? 1 : 0;
            boolean pair = i + 1 < length && !word.afterGap(i + 1);
            boolean lastPair = pair && (i + 2 == length || word.afterGap(i + 2));
            if (i >= covered || lastPair && i + 1 >= covered) {
                String text = word.text(i, pair ? i + 2 : i + 1);
                boolean marked = i == 0 && word.wordStart(0);
                phrase.add(new Term(field, marked ? TextTokens.WORD_START + text : text), position);
                covered = i + (pair ? 2 : 1);
            }
            position++;
        }
        if (toEnd) {
            phrase.add(new Term(field, TextTokens.VALUE_END), position);
        }
        PhraseQuery built = phrase.build();
        return built.getTerms().length == 1 ? new TermQuery(built.getTerms()[0]) : built;
    }

    private static Query syllables(String field, List<Set<String>> split) {
        if (split.size() == 1) {
            return new TermInSetQuery(
                    field, split.getFirst().stream().map(BytesRef::new).toList());
        }
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        split.forEach(
                place -> phrase.add(place.stream().map(s -> new Term(field, s)).toArray(Term[]::new)));
        return phrase.build();
    }

    private static Query pairs(String field, String typed) {
        if (typed.length() == 2) {
            return new TermQuery(new Term(field, typed));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (int i = 0; i + 1 < typed.length(); i++) {
            phrase.add(new Term(field, typed.substring(i, i + 2)), i);
        }
        return phrase.build();
    }
}
