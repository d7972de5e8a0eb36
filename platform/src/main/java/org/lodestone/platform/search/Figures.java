package org.lodestone.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Counts and sums over everything that matches. */
final class Figures {

    private Figures() {}

    /** The most frequent value first. */
    static Map<String, Map<String, Long>> facets(IndexSearcher searcher, Query query, List<String> fields)
            throws IOException {
        Map<String, Map<String, Long>> facets = new LinkedHashMap<>();
        if (fields.isEmpty()) {
            return facets;
        }
        List<Groups> collected = searcher.search(query, new Collecting(fields, null));
        for (int i = 0; i < fields.size(); i++) {
            Map<String, Long> counts = new TreeMap<>();
            for (Groups groups : collected) {
                groups.totals.get(i).forEach((value, total) -> counts.merge(value, total.count(), Long::sum));
            }
            facets.put(
                    fields.get(i),
                    counts.entrySet().stream()
                            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new)));
        }
        return facets;
    }

    static Map<String, GroupSum> sums(IndexSearcher searcher, Query query, String groupBy, SearchSchema.Field sumOf)
            throws IOException {
        int decimals = sumOf.kind() == SearchSchema.Kind.DECIMAL ? Documents.DECIMALS : 0;
        Map<String, GroupSum> sums = new TreeMap<>();
        for (Groups groups : searcher.search(query, new Collecting(List.of(groupBy), sumOf.name()))) {
            groups.totals
                    .getFirst()
                    .forEach((value, total) -> sums.merge(
                            value,
                            new GroupSum(total.count(), total.sum().movePointLeft(decimals)),
                            (a, b) ->
                                    new GroupSum(a.count() + b.count(), a.sum().add(b.sum()))));
        }
        return sums;
    }

    private record Total(long count, BigDecimal sum) {

        Total plus(Total other) {
            return new Total(count + other.count, sum.add(other.sum));
        }
    }

    private record Collecting(List<String> fields, @Nullable String sumOf)
            implements CollectorManager<Groups, List<Groups>> {

        @Override
        public Groups newCollector() {
            return new Groups(fields, sumOf);
        }

        @Override
        public List<Groups> reduce(Collection<Groups> collectors) {
            collectors.forEach(Groups::finish);
            return List.copyOf(collectors);
        }
    }

    /** Counts by ordinal within a segment, by value across segments. */
    private static final class Groups extends SimpleCollector {

        private final List<String> fields;
        private final @Nullable String sumOf;
        private final List<Map<String, Total>> totals = new ArrayList<>();
        private final List<Segment> segments = new ArrayList<>();

        Groups(List<String> fields, @Nullable String sumOf) {
            this.fields = fields;
            this.sumOf = sumOf;
            fields.forEach(field -> totals.add(new TreeMap<>()));
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            finish();
            for (String field : fields) {
                segments.add(new Segment(context.reader(), field, sumOf));
            }
        }

        @Override
        public void collect(int doc) throws IOException {
            for (Segment segment : segments) {
                segment.collect(doc);
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        @Override
        public void finish() {
            for (int i = 0; i < segments.size(); i++) {
                segments.get(i).addTo(totals.get(i));
            }
            segments.clear();
        }
    }

    private static final class Segment {

        private final SortedSetDocValues values;
        private final @Nullable SortedNumericDocValues summed;
        private final long[] counts;
        private final long[] sums;
        /** What did not fit into a long. */
        private final Map<Integer, BigDecimal> overflow = new TreeMap<>();

        Segment(LeafReader reader, String field, @Nullable String sumOf) throws IOException {
            values = DocValues.getSortedSet(reader, field);
            summed = sumOf == null ? null : DocValues.getSortedNumeric(reader, sumOf);
            counts = new long[Math.toIntExact(values.getValueCount())];
            sums = new long[sumOf == null ? 0 : counts.length];
        }

        void collect(int doc) throws IOException {
            if (!values.advanceExact(doc)) {
                return;
            }
            long amount = summed != null && summed.advanceExact(doc) ? summed.nextValue() : 0;
            for (int i = values.docValueCount(); i > 0; i--) {
                int group = (int) values.nextOrd();
                counts[group]++;
                if (summed != null) {
                    add(group, amount);
                }
            }
        }

        private void add(int group, long amount) {
            long sum = sums[group] + amount;
            if (((sums[group] ^ sum) & (amount ^ sum)) < 0) {
                overflow.merge(group, BigDecimal.valueOf(sums[group]), BigDecimal::add);
                sum = amount;
            }
            sums[group] = sum;
        }

        void addTo(Map<String, Total> totals) {
            for (int group = 0; group < counts.length; group++) {
                if (counts[group] > 0) {
                    BigDecimal sum = sums.length == 0
                            ? BigDecimal.ZERO
                            : BigDecimal.valueOf(sums[group]).add(overflow.getOrDefault(group, BigDecimal.ZERO));
                    totals.merge(value(group), new Total(counts[group], sum), Total::plus);
                }
            }
        }

        private String value(int group) {
            try {
                return values.lookupOrd(group).utf8ToString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
