package org.lodestone.platform.search;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Where the terms of many questions are, found by one walk through each segment. Asked one by one every term would be looked for from the
 * root in every segment, and most are in none.
 */
final class TermPlaces {

    private final String field;
    private final Map<BytesRef, TermStates> found = new HashMap<>();

    private TermPlaces(String field) {
        this.field = field;
    }

    static TermPlaces of(IndexSearcher view, String field, Collection<String> terms) throws IOException {
        TreeSet<BytesRef> sorted = new TreeSet<>();
        terms.forEach(term -> sorted.add(Documents.keyword(term)));
        TermPlaces places = new TermPlaces(field);
        for (LeafReaderContext leaf : view.getIndexReader().leaves()) {
            Terms present = leaf.reader().terms(field);
            if (present != null) {
                places.walk(view, leaf, present.iterator(), sorted);
            }
        }
        return places;
    }

    private void walk(IndexSearcher view, LeafReaderContext leaf, TermsEnum present, Iterable<BytesRef> sorted)
            throws IOException {
        for (BytesRef term : sorted) {
            if (present.seekExact(term)) {
                found.computeIfAbsent(term, _ -> new TermStates(view.getTopReaderContext()))
                        .register(present.termState(), leaf.ord, present.docFreq(), present.totalTermFreq());
            }
        }
    }

    /** {@code null} where nothing has it. */
    @Nullable
    TermQuery query(String term) {
        BytesRef bytes = Documents.keyword(term);
        TermStates states = found.get(bytes);
        return states == null ? null : new TermQuery(new Term(field, bytes), states);
    }
}
