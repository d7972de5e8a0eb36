package org.lodestone.platform.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        Optional<List<QueryText.Rank>> ranks = ordering.isByRank() ? filters.ranks(scope, request) : Optional.empty();
        if (ranks.isPresent()) {
            return byRank(view, ranks.get(), after, count, counted);
        }
        Query query = ordering.ranked() ? filters.ranked(scope, request) : filters.query(scope, request);
        return view.search(query, new TopFieldCollectorManager(ordering.sort(), count, after, counted));
    }

    private TopFieldDocs byRank(
            IndexSearcher view, List<QueryText.Rank> ranks, @Nullable FieldDoc after, int count, int counted)
            throws IOException {
        List<ScoreDoc> found = new ArrayList<>();
        float reached = after == null ? Float.POSITIVE_INFINITY : (Float) after.fields[0];
        for (QueryText.Rank rank : ranks) {
            if (found.size() < count && rank.rank() <= reached) {
                FieldDoc within = after == null || rank.rank() < reached ? null : withinRank(after);
                TopFieldCollectorManager next =
                        new TopFieldCollectorManager(ordering.withinRank(), count - found.size(), within, 1);
                for (ScoreDoc doc : view.search(rank.query(), next).scoreDocs) {
                    found.add(ranked((FieldDoc) doc, rank.rank()));
                }
            }
        }
        return new TopFieldDocs(
                total(view, counted),
                found.toArray(ScoreDoc[]::new),
                ordering.sort().getSort());
    }

    private TotalHits total(IndexSearcher view, int counted) throws IOException {
        Query all = new ConstantScoreQuery(filters.query(scope, request));
        return counted <= 1
                ? new TotalHits(0, TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO)
                : view.search(all, new TopScoreDocCollectorManager(1, counted)).totalHits;
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
