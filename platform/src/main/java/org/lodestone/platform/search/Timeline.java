package org.lodestone.platform.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/** What the document at hand was when: moments in order, each with the value that began then, as one number each. */
final class Timeline {

    /** Of one field; 0 stands for those that were not declared. */
    static final int MOST_VALUES = (1 << Timeline.BITS) - 1;

    private static final int BITS = 8;

    private final SortedNumericDocValues stored;
    private long[] points = new long[16];
    private int count;

    Timeline(LeafReader reader, String field) throws IOException {
        this.stored = DocValues.getSortedNumeric(reader, field);
    }

    /** From that moment on it was this. */
    record Point(Instant from, String value) {}

    DocIdSetIterator documents() {
        return stored;
    }

    /** @return whether the document has one */
    boolean advance(int doc) throws IOException {
        return stored.advanceExact(doc) && read();
    }

    /** Of the document its iterator stands at. */
    boolean read() throws IOException {
        count = stored.docValueCount();
        if (count > points.length) {
            points = new long[count * 2];
        }
        for (int i = 0; i < count; i++) {
            points[i] = stored.nextValue();
        }
        return true;
    }

    /** Which point held at the moment; -1 before the first. */
    int at(long millis) {
        int last = count - 1;
        while (last >= 0 && from(last) > millis) {
            last--;
        }
        return last;
    }

    long from(int point) {
        return points[point] >> BITS;
    }

    int code(int point) {
        return (int) points[point] & MOST_VALUES;
    }

    /** The values as fields: the points to ask for moments, and each value to find what ever had it. */
    static List<IndexableField> fields(SearchSchema.Field field, List<Point> told) {
        List<Point> points = lasting(told);
        Stream<IndexableField> moments = points.stream()
                .map(point -> new SortedNumericDocValuesField(
                        field.name(), point.from().toEpochMilli() << BITS | field.code(point.value())));
        Stream<IndexableField> ever = points.stream()
                .map(Point::value)
                .distinct()
                .map(value -> new StringField(field.name(), value, Field.Store.NO));
        return Stream.concat(moments, ever).toList();
    }

    /** What ended when it began, or before, never was; what went on under the same value did not end. */
    private static List<Point> lasting(List<Point> told) {
        List<Point> kept = new ArrayList<>();
        for (Point point : told.reversed()) {
            if (kept.isEmpty() || point.from().isBefore(kept.getFirst().from())) {
                kept.addFirst(point);
            }
        }
        for (int i = kept.size() - 1; i > 0; i--) {
            if (kept.get(i).value().equals(kept.get(i - 1).value())) {
                kept.remove(i);
            }
        }
        return kept;
    }
}
