package org.lodestone.platform.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.lodestone.platform.aggregate.Aggregate;
import org.lodestone.platform.security.Scope;

/** Lists as pages of aggregates, each with where in it the search was found. */
record Pages<A extends Aggregate>(SearchSchema schema, Filters filters, Documents<A> documents) {

    private static final int STREAM_BATCH = 500;

    SearchPage<A> page(LiveIndex.View view, Scope scope, SearchRequest request) throws IOException {
        int limit = request.limit();
        if (limit < 0 || limit > SearchRequest.MAX_LIMIT) {
            throw new InvalidSearchException("limit", "0 to " + SearchRequest.MAX_LIMIT);
        }
        List<String> facets = request.facets().stream()
                .distinct()
                .map(facet -> counted("facets", facet))
                .toList();
        Ordering ordering = Ordering.of(schema, request);
        String cursor = request.cursor();
        FieldDoc after = cursor == null || cursor.isEmpty() ? null : Cursor.read(ordering, cursor);
        TopFieldDocs top =
                new Listing(filters, scope, request, ordering).next(view, after, limit + 1, SearchPage.MAX_TOTAL);
        boolean more = top.scoreDocs.length > limit && limit > 0;
        ScoreDoc[] shown = more || limit == 0 ? Arrays.copyOf(top.scoreDocs, limit) : top.scoreDocs;
        boolean exact = top.totalHits.relation() == TotalHits.Relation.EQUAL_TO
                && top.totalHits.value() <= SearchPage.MAX_TOTAL;
        return new SearchPage<>(
                hits(view, request, shown),
                more ? Cursor.after(ordering, (FieldDoc) shown[limit - 1]) : null,
                exact ? top.totalHits.value() : SearchPage.MAX_TOTAL,
                exact,
                Figures.facets(view, filters.query(scope, request), facets),
                view.position());
    }

    /** The next of everything. @param last where it goes on, and from then on where it ended */
    List<Hit<A>> next(LiveIndex.View view, Scope scope, SearchRequest request, FieldDoc[] last) throws IOException {
        Ordering ordering = Ordering.of(schema, request);
        TopFieldDocs top = new Listing(filters, scope, request, ordering).next(view, last[0], STREAM_BATCH, 1);
        if (top.scoreDocs.length == 0) {
            return List.of();
        }
        FieldDoc end = (FieldDoc) top.scoreDocs[top.scoreDocs.length - 1];
        last[0] = new FieldDoc(Integer.MAX_VALUE, Float.NaN, end.fields);
        return hits(view, request, top.scoreDocs);
    }

    /** The name of a field whose values can be counted. */
    String counted(String parameter, String name) {
        SearchSchema.Field field = schema.field(name);
        if (field == null || !field.kind().isKeyword() || name.equals(Documents.ID)) {
            throw new InvalidSearchException(parameter, "cannot be counted by this");
        }
        return name;
    }

    private List<Hit<A>> hits(IndexSearcher view, SearchRequest request, ScoreDoc[] docs) throws IOException {
        String q = request.q();
        Highlighter highlighter = q == null || q.isBlank() ? null : new Highlighter(schema, q);
        StoredFields stored = view.storedFields();
        List<Hit<A>> hits = new ArrayList<>(docs.length);
        for (ScoreDoc doc : docs) {
            A aggregate = aggregate(stored, doc.doc);
            hits.add(new Hit<>(
                    aggregate, highlighter == null ? Map.of() : highlighter.highlights(documents.texts(aggregate))));
        }
        return hits;
    }

    A aggregate(StoredFields stored, int doc) throws IOException {
        Document document = stored.document(doc, Set.of(Documents.SOURCE));
        return documents.aggregate(document.getBinaryValue(Documents.SOURCE));
    }
}
