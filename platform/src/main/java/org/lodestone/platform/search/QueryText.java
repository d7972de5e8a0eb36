package org.lodestone.platform.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /** What matches, in no order. */
    Query query(String q) {
        return query(q, schema.fields());
    }

    Query query(String q, Collection<SearchSchema.Field> fields) {
        return all(words(q).stream().map(word -> anyOf(anywhere(word, fields))).toList());
    }

    /** What matches, with its rank as the score. */
    Query ranked(String q) {
        return all(words(q).stream()
                .map(word -> (Query) new DisjunctionMaxQuery(
                        ways(word).stream().map(Way::scored).toList(), 0))
                .toList());
    }

    /** What has the same rank, the best first. Of one word only: the ranks of several add up, and there are as many sums as pairs of them. */
    Optional<List<Rank>> ranks(String q) {
        List<Spelling> words = words(q);
        if (words.size() != 1) {
            return Optional.empty();
        }
        SortedMap<Float, List<Way>> ranks = new TreeMap<>(Comparator.reverseOrder());
        for (Way way : ways(words.getFirst())) {
            ranks.computeIfAbsent(way.rank(), _ -> new ArrayList<>()).add(way);
        }
        return Optional.of(ranks.entrySet().stream()
                .map(rank -> Rank.of(rank.getKey(), rank.getValue()))
                .toList());
    }

    /**
     * @param query what is of this rank or of a better one
     * @param narrow whether another rank finds all of it, too
     */
    record Rank(float rank, Query query, boolean narrow) {

        private static Rank of(float rank, List<Way> ways) {
            Query any = anyOf(ways.stream().map(Way::query).toList());
            return new Rank(rank, any, ways.stream().allMatch(Way::narrow));
        }
    }

    /**
     * One way to find a word, and what it counts.
     *
     * @param narrow what is whole or begins so is somewhere, too
     */
    private record Way(Query query, float rank, boolean narrow) {

        Way(Query query, float rank) {
            this(query, rank, false);
        }

        Query scored() {
            return new BoostQuery(new ConstantScoreQuery(query), rank);
        }
    }

    /** The field's whole value, in any spelling. */
    static Query whole(String field, String value) {
        Spelling spelling = Spelling.of(value);
        return spelling.length() == 0 ? MatchNoDocsQuery.INSTANCE : phrase(field, spelling, true, true);
    }

    private static Query all(List<Query> words) {
        if (words.isEmpty()) {
            return MatchNoDocsQuery.INSTANCE;
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(word, Occur.MUST));
        return all.build();
    }

    private static Query anyOf(List<Query> queries) {
        if (queries.isEmpty()) {
            return MatchNoDocsQuery.INSTANCE;
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }

    /** What is whole or begins so is somewhere, too. */
    private static List<Query> anywhere(Spelling word, Collection<SearchSchema.Field> fields) {
        List<Way> ways = new ArrayList<>();
        for (SearchSchema.Field field : fields) {
            if (field.kind().isText()) {
                ways.add(new Way(phrase(field.name(), word, false, false), field.weight() * ANYWHERE));
            }
            if (field.kind() == SearchSchema.Kind.TEXT) {
                pinyin(ways, field, word);
            }
        }
        return ways.stream().map(Way::query).toList();
    }

    private List<Way> ways(Spelling word) {
        List<Way> ways = new ArrayList<>();
        for (SearchSchema.Field field : schema.fields()) {
            if (field.kind() == SearchSchema.Kind.TEXT) {
                ways.add(new Way(phrase(field.name(), word, true, true), field.weight() * WHOLE, true));
                ways.add(new Way(phrase(field.name(), word, true, false), field.weight() * BEGINNING, true));
                pinyin(ways, field, word);
            }
            if (field.kind().isText()) {
                ways.add(new Way(phrase(field.name(), word, false, false), field.weight() * ANYWHERE));
            }
        }
        return ways;
    }

    private static void pinyin(List<Way> ways, SearchSchema.Field field, Spelling word) {
        if (!Pinyin.isTyped(word)) {
            return;
        }
        String typed = Pinyin.typed(word);
        for (List<Set<String>> split : Pinyin.splits(typed)) {
            ways.add(new Way(syllables(field.name() + Documents.SYLLABLES, split), field.weight() * PINYIN));
        }
        if (typed.indexOf('\'') < 0) {
            ways.add(new Way(pairs(field.name() + Documents.INITIALS, typed), field.weight() * INITIALS));
        }
    }

    /** Every second pair is enough, and the last one. */
    private static Query phrase(String field, Spelling word, boolean fromStart, boolean toEnd) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        int length = word.length();
        int position = 0;
        int covered = 0;
        for (int i = 0; i < length; i++) {
            position += word.afterGap(i) ? 1 : 0;
            int end = i + 1 < length && !word.afterGap(i + 1) ? i + 2 : i + 1;
            boolean closes = end == length || word.afterGap(end);
            if (i >= covered || closes && end > covered) {
                for (String term : terms(word, i, end, fromStart, toEnd)) {
                    phrase.add(new Term(field, term), position);
                }
                covered = end;
            }
            position++;
        }
        PhraseQuery built = phrase.build();
        return built.getTerms().length == 1 ? new TermQuery(built.getTerms()[0]) : built;
    }

    private static List<String> terms(Spelling word, int from, int to, boolean fromStart, boolean toEnd) {
        String text = word.text(from, to);
        boolean first = fromStart && from == 0;
        boolean last = toEnd && to == word.length();
        if (first || last) {
            List<String> terms = new ArrayList<>(2);
            if (first) {
                terms.add(TextTokens.VALUE_START + text);
            }
            if (last) {
                terms.add(text + TextTokens.VALUE_END);
            }
            return terms;
        }
        return List.of(from == 0 && word.wordStart(0) ? TextTokens.WORD_START + text : text);
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
