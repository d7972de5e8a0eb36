package org.lodestone.platform.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.search.TimelineQuery.Span;

/** How long each document stayed each value that it has left, in whole seconds: four bytes a document and value. */
final class StayTimes extends SimpleCollector {

    private static final int MILLIS = 1000;

    private final SearchSchema.Field field;
    private final long at;
    private final Span ended;
    private final int[][] seconds;
    private final int[] counts;
    private @Nullable Timeline timeline;

    private StayTimes(SearchSchema.Field field, Condition.Left left) {
        this.field = field;
        this.at = left.at().toEpochMilli();
        this.ended = Span.of(left.since(), left.until());
        this.seconds = new int[field.values().size() + 1][0];
        this.counts = new int[seconds.length];
    }

    static CollectorManager<StayTimes, Map<String, Stay>> of(SearchSchema.Field field, Condition.Left left) {
        return new CollectorManager<>() {
            @Override
            public StayTimes newCollector() {
                return new StayTimes(field, left);
            }

            @Override
            public Map<String, Stay> reduce(Collection<StayTimes> collectors) {
                Map<String, Stay> stays = new TreeMap<>();
                for (String value : field.values()) {
                    int[] all = collectors.stream()
                            .flatMap(collector -> Stream.of(collector.times(field.code(value))))
                            .reduce(new int[0], StayTimes::joined);
                    if (all.length > 0) {
                        stays.put(value, Stay.of(all));
                    }
                }
                return stays;
            }
        };
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        timeline = new Timeline(context.reader(), field.name());
    }

    @Override
    public void collect(int doc) throws IOException {
        Timeline present = timeline;
        if (present == null || !present.advance(doc)) {
            return;
        }
        int last = present.at(at);
        for (int point = last - 1; point >= 0; point--) {
            int code = present.code(point);
            // Told once, at the last time it was left.
            if (TimelineQuery.next(present, last, code) == point + 1 && ended.contains(present.from(point + 1))) {
                add(code, stayed(present, point, code));
            }
        }
    }

    private static long stayed(Timeline timeline, int last, int code) {
        long millis = 0;
        for (int point = last; point >= 0; point--) {
            if (timeline.code(point) == code) {
                millis += timeline.from(point + 1) - timeline.from(point);
            }
        }
        return millis;
    }

    private void add(int code, long millis) {
        seconds[code] = ArrayUtil.grow(seconds[code], counts[code] + 1);
        seconds[code][counts[code]++] = (int) Math.min(Integer.MAX_VALUE, millis / MILLIS);
    }

    private int[] times(int code) {
        return Arrays.copyOf(seconds[code], counts[code]);
    }

    private static int[] joined(int[] one, int[] other) {
        int[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
