package org.lodestone.platform.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Counts by number within a segment, by name across segments. */
final class GroupCount extends SimpleCollector {

    private final Grouping grouping;
    private final Filters filters;
    private final Map<String, Long> counts = new TreeMap<>();
    private @Nullable Grouped groups;
    private long[] counted = {};

    private GroupCount(Grouping grouping, Filters filters) {
        this.grouping = grouping;
        this.filters = filters;
    }

    static CollectorManager<GroupCount, Map<String, Long>> of(Grouping grouping, Filters filters) {
        return new CollectorManager<>() {
            @Override
            public GroupCount newCollector() {
                return new GroupCount(grouping, filters);
            }

            @Override
            public Map<String, Long> reduce(Collection<GroupCount> collectors) throws IOException {
                Map<String, Long> all = new TreeMap<>();
                for (GroupCount collector : collectors) {
                    collector.finish();
                    collector.counts.forEach((name, count) -> all.merge(name, count, Long::sum));
                }
                return all;
            }
        };
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        finish();
        Grouped next = Grouped.in(context.reader(), grouping, filters);
        groups = next;
        counted = new long[next.count() + 1];
    }

    @Override
    public void collect(int doc) throws IOException {
        Grouped present = groups;
        if (present != null) {
            counted[present.of(doc)]++;
        }
    }

    @Override
    public void finish() throws IOException {
        Grouped present = groups;
        for (int group = 0; present != null && group < counted.length; group++) {
            if (counted[group] > 0) {
                counts.merge(present.name(group), counted[group], Long::sum);
            }
        }
        groups = null;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
