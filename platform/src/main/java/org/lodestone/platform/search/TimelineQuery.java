package org.lodestone.platform.search;

import java.io.IOException;
import java.time.Instant;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Documents whose timeline fulfils a condition. */
final class TimelineQuery extends Query {

    /** Compared with other checks of one document: a few values are read. */
    private static final float COST = 12;

    private final String field;
    private final Condition condition;
    private final Check check;

    private interface Check {

        boolean holds(Timeline timeline);
    }

    private TimelineQuery(String field, Condition condition, Check check) {
        this.field = field;
        this.condition = condition;
        this.check = check;
    }

    static Query of(SearchSchema.Field field, Condition.Was was) {
        boolean[] wanted = new boolean[Timeline.MOST_VALUES + 1];
        was.values().forEach(value -> wanted[field.code(value)] = true);
        wanted[0] = false;
        long at = was.at().toEpochMilli();
        Span begun = Span.of(was.since(), was.until());
        Query held = new TimelineQuery(field.name(), was, timeline -> {
            int point = timeline.at(at);
            return point >= 0 && wanted[timeline.code(point)] && begun.contains(timeline.from(point));
        });
        return was.values().size() == 1 ? ever(field, was.values().getFirst(), held) : held;
    }

    static Query of(SearchSchema.Field field, Condition.Left left) {
        int code = field.code(left.value());
        if (code == 0) {
            return MatchNoDocsQuery.INSTANCE;
        }
        long at = left.at().toEpochMilli();
        Span ended = Span.of(left.since(), left.until());
        return ever(field, left.value(), new TimelineQuery(field.name(), left, timeline -> {
            int next = next(timeline, timeline.at(at), code);
            return next > 0 && ended.contains(timeline.from(next));
        }));
    }

    /** The point that ended the value for the last time; 0 while it holds, or if it never did. */
    static int next(Timeline timeline, int point, int code) {
        for (int i = point; i >= 0; i--) {
            if (timeline.code(i) == code) {
                return i == point ? 0 : i + 1;
            }
        }
        return 0;
    }

    /** What never had the value need not be asked when. */
    private static Query ever(SearchSchema.Field field, String value, Query when) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(field.name(), value)), Occur.FILTER)
                .add(when, Occur.FILTER)
                .build();
    }

    /** Both ends included, in milliseconds. */
    record Span(long since, long until) {

        static Span of(@Nullable Instant since, @Nullable Instant until) {
            return new Span(
                    since == null ? Long.MIN_VALUE : since.toEpochMilli(),
                    until == null ? Long.MAX_VALUE : until.toEpochMilli());
        }

        boolean contains(long moment) {
            return moment >= since && moment <= until;
        }
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
                Timeline timeline = new Timeline(context.reader(), field);
                TwoPhaseIterator documents = new TwoPhaseIterator(timeline.documents()) {
                    @Override
                    public boolean matches() throws IOException {
                        return timeline.read() && check.holds(timeline);
                    }

                    @Override
                    public float matchCost() {
                        return COST;
                    }
                };
                return new DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, documents));
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return true;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(field)) {
            visitor.visitLeaf(this);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimelineQuery query && condition.equals(query.condition);
    }

    @Override
    public int hashCode() {
        return condition.hashCode();
    }

    @Override
    public String toString(String defaultField) {
        return condition.toString();
    }
}
