package org.lodestone.platform.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;

/**
 * How what shares terms is looked up.
 *
 * @param field of terms
 * @param beside field of bytes that is read of each
 * @param most so many of the weightiest
 */
public record TermLookup(String field, String beside, int most) {

    /**
     * One that is looked up.
     *
     * @param weights of the terms
     * @param choice from the bytes of what shares them, the weightiest first, to the places of those that are wanted, in the wanted order
     */
    public record Asked(Map<String, Float> weights, Function<List<byte[]>, List<Integer>> choice) {}

    static Set<String> terms(List<Asked> all) {
        return all.stream().flatMap(asked -> asked.weights().keySet().stream()).collect(Collectors.toSet());
    }

    /** What is found, judged without reading it whole. */
    List<Integer> chosen(IndexSearcher view, Query query, Function<List<byte[]>, List<Integer>> choice)
            throws IOException {
        ScoreDoc[] top = view.search(query, new TopScoreDocCollectorManager(most, 1)).scoreDocs;
        byte[][] kept = new byte[top.length][];
        Integer[] places = new Integer[top.length];
        Arrays.setAll(places, place -> place);
        // Values are read forwards only.
        Arrays.sort(places, Comparator.comparingInt(place -> top[place].doc));
        Reader reader = new Reader(view.getIndexReader().leaves());
        for (int place : places) {
            kept[place] = reader.read(top[place].doc);
        }
        List<Integer> docs = new ArrayList<>();
        choice.apply(List.of(kept)).forEach(place -> docs.add(top[place].doc));
        return docs;
    }

    private final class Reader {

        private final List<LeafReaderContext> leaves;
        private int leaf = -1;
        private BinaryDocValues values = DocValues.emptyBinary();

        private Reader(List<LeafReaderContext> leaves) {
            this.leaves = leaves;
        }

        private byte[] read(int doc) throws IOException {
            int of = ReaderUtil.subIndex(doc, leaves);
            if (of != leaf) {
                leaf = of;
                values = DocValues.getBinary(leaves.get(of).reader(), beside);
            }
            if (!values.advanceExact(doc - leaves.get(of).docBase)) {
                return new byte[0];
            }
            BytesRef value = values.binaryValue();
            return Arrays.copyOfRange(value.bytes, value.offset, value.offset + value.length);
        }
    }
}
