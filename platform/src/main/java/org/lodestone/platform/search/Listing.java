package org.lodestone.platform.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.security.Scope;

/**
 * A list in its order. One that is ordered by rank is found rank by rank from the best, and ends where the page does: the common words of
 * names are in most of them, and weighing every one of a million would take a second.
 */
record Listing(Filters filters, Scope scope, SearchRequest request, Ordering ordering) {

    /**
     * @param after the last one before; {@code null} from the beginning
     * @param counted how far to count what matches, at least 1
     */
    TopFieldDocs next(IndexSearcher view, @Nullable FieldDoc after, int count, int counted) throws IOException {
        Optional<List<QueryText.Rank>> ranks = ordering.isByRank() ? filters.ranks(request) : Optional.empty();
        if (ranks.isPresent()) {
            List<Part> parts = parts(view, ranks.get());
            return new TopFieldDocs(
                    total(view, parts, counted),
                    byRank(view, parts, after, count),
                    ordering.sort().getSort());
        }
        if (ordering.ranked()) {
            TopFieldCollectorManager best = new TopFieldCollectorManager(ordering.sort(), count, after, counted);
            return view.search(filters.ranked(scope, request), best);
        }
        return inOrder(view, after, count, counted);
    }

    /** What matches is counted apart: a sorted search that need not count passes over what cannot be on the page. */
    private TopFieldDocs inOrder(IndexSearcher view, @Nullable FieldDoc after, int count, int counted)
            throws IOException {
        Query query = Prepared.of(view, filters.query(scope, request));
        TopFieldDocs page = view.search(query, new TopFieldCollectorManager(ordering.sort(), count, after, 1));
        return new TopFieldDocs(total(view, query, counted), page.scoreDocs, page.fields);
    }

    /**
     * @param found with this rank or a better one
     * @param narrow whether another part finds all of it, too
     */
    private record Part(float rank, Query base, Query found, boolean narrow) {

        Query without(List<Part> better) {
            BooleanQuery.Builder only =
                    new BooleanQuery.Builder().add(base, Occur.FILTER).add(found, Occur.FILTER);
            better.forEach(part -> only.add(part.found, Occur.MUST_NOT));
            return only.build();
        }
    }

    private List<Part> parts(IndexSearcher view, List<QueryText.Rank> ranks) throws IOException {
        Query base = Prepared.of(view, filters.apart(scope, request).build());
        List<Part> parts = new ArrayList<>();
        for (QueryText.Rank rank : ranks) {
            parts.add(new Part(rank.rank(), base, Prepared.of(view, rank.query()), rank.narrow()));
        }
        return parts;
    }

    private ScoreDoc[] byRank(IndexSearcher view, List<Part> parts, @Nullable FieldDoc after, int count)
            throws IOException {
        List<ScoreDoc> found = new ArrayList<>();
        float reached = after == null ? Float.POSITIVE_INFINITY : (Float) after.fields[0];
        for (int i = 0; i < parts.size() && found.size() < count; i++) {
            Part part = parts.get(i);
            if (part.rank() <= reached) {
                FieldDoc within = after == null || part.rank() < reached ? null : withinRank(after);
                TopFieldCollectorManager next =
                        new TopFieldCollectorManager(ordering.withinRank(), count - found.size(), within, 1);
                for (ScoreDoc doc : view.search(part.without(parts.subList(0, i)), next).scoreDocs) {
                    found.add(ranked((FieldDoc) doc, part.rank()));
                }
            }
        }
        return found.toArray(ScoreDoc[]::new);
    }

    private static TotalHits total(IndexSearcher view, List<Part> parts, int counted) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        parts.stream().filter(part -> !part.narrow).forEach(part -> any.add(part.found, Occur.SHOULD));
        Query all = new BooleanQuery.Builder()
                .add(parts.getFirst().base, Occur.FILTER)
                .add(any.build(), Occur.FILTER)
                .build();
        return total(view, all, counted);
    }

    private static TotalHits total(IndexSearcher view, Query query, int counted) throws IOException {
        if (counted <= 1) {
            return new TotalHits(0, TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO);
        }
        return view.search(new ConstantScoreQuery(query), new TopScoreDocCollectorManager(1, counted)).totalHits;
    }

    private static FieldDoc withinRank(FieldDoc after) {
        return new FieldDoc(after.doc, Float.NaN, Arrays.copyOfRange(after.fields, 1, after.fields.length));
    }

    private static FieldDoc ranked(FieldDoc doc, float rank) {
        Object[] fields = new Object[doc.fields.length + 1];
        fields[0] = rank;
        System.arraycopy(doc.fields, 0, fields, 1, doc.fields.length);
        return new FieldDoc(doc.doc, rank, fields);
    }
}
