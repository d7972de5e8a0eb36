package org.lodestone.platform.search;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.security.Scope;

/** One unchanging view of the index, asked as many questions as a figure has. */
public final class Survey {

    /** The name of the group of what has no value. */
    public static final String NONE = "";

    private final LiveIndex.View view;
    private final WideSearcher searcher;
    private final Filters filters;
    private final Scope scope;

    Survey(LiveIndex.View view, Filters filters, Scope scope) {
        this.view = view;
        this.searcher = new WideSearcher(view.getIndexReader());
        this.filters = filters;
        this.scope = scope;
    }

    /** How far in the stream of events it has heard. */
    public String position() {
        return view.position();
    }

    /** How many fulfil all of the conditions, group by group; a group without any is not in it. */
    public Map<String, Long> count(List<Condition> conditions, Grouping grouping) throws IOException {
        return searcher.search(query(conditions), GroupCount.of(grouping, filters));
    }

    /**
     * How long those that fulfil all of the conditions stayed what they have left, for each value of a timeline. What was left and taken up
     * again is told once, with all the time there was.
     *
     * @param left when and of which timeline; its value says nothing here
     */
    public Map<String, Stay> stays(List<Condition> conditions, Condition.Left left) throws IOException {
        return searcher.search(query(conditions), StayTimes.of(filters.timeline(left.field()), left));
    }

    private Query query(List<Condition> conditions) {
        return filters.query(scope, SearchRequest.of(conditions, "", 0));
    }

    /** What is asked of a view. */
    public interface Questions<T> {

        T answer(Survey survey) throws IOException;
    }

    /** What an answer depends on besides the view. */
    record Asked(Set<String> zones, @Nullable Set<String> parks, Object key) {}
}
