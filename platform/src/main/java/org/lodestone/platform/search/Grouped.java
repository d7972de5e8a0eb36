package org.lodestone.platform.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.lodestone.platform.search.Grouping.By;
import org.lodestone.platform.search.Grouping.ByThen;
import org.lodestone.platform.search.Grouping.Together;

/** The groups of one segment by numbers; 0 for what belongs to none. */
interface Grouped {

    int count();

    int of(int doc) throws IOException;

    String name(int group) throws IOException;

    static Grouped in(LeafReader reader, Grouping grouping, Filters filters) throws IOException {
        return switch (grouping) {
            case Together _ -> new One();
            case By by -> new Values(DocValues.getSortedSet(reader, filters.keyword(by.field())));
            case ByThen then -> {
                SearchSchema.Field field = filters.timeline(then.timeline());
                yield new Then(
                        new Timeline(reader, field.name()), field, then.at().toEpochMilli());
            }
        };
    }

    record One() implements Grouped {

        @Override
        public int count() {
            return 0;
        }

        @Override
        public int of(int doc) {
            return 0;
        }

        @Override
        public String name(int group) {
            return Survey.NONE;
        }
    }

    record Values(SortedSetDocValues values) implements Grouped {

        @Override
        public int count() {
            return Math.toIntExact(values.getValueCount());
        }

        @Override
        public int of(int doc) throws IOException {
            return values.advanceExact(doc) ? (int) values.nextOrd() + 1 : 0;
        }

        @Override
        public String name(int group) throws IOException {
            return group == 0 ? Survey.NONE : values.lookupOrd(group - 1).utf8ToString();
        }
    }

    record Then(Timeline timeline, SearchSchema.Field field, long at) implements Grouped {

        @Override
        public int count() {
            return field.values().size();
        }

        @Override
        public int of(int doc) throws IOException {
            int point = timeline.advance(doc) ? timeline.at(at) : -1;
            return point < 0 ? 0 : timeline.code(point);
        }

        @Override
        public String name(int group) {
            return group == 0 ? Survey.NONE : field.values().get(group - 1);
        }
    }
}
