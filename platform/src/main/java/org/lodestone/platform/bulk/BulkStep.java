package org.lodestone.platform.bulk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Aggregate;

/**
 * What is done to one row, planned before it is done and written down after: the plan names the version it was made for, so that the step
 * is done on exactly that or not at all, and a kill in between is no reason to plan anew.
 *
 * @param before what the action may change, as it was
 * @param after what it was after; of an undoing, what it shall be; absent where that cannot be told any more
 * @param problem of a refused one, as JSON by language
 */
public record BulkStep(
        long version,
        Map<String, List<String>> before,
        @Nullable Map<String, List<String>> after,
        boolean finished,
        @Nullable Map<String, String> problem) {

    static BulkStep planned(Aggregate present, Map<String, List<String>> before) {
        return new BulkStep(present.version(), before, null, false, null);
    }

    static BulkStep plannedBack(Aggregate present, Map<String, List<String>> before, Map<String, List<String>> back) {
        return new BulkStep(present.version(), before, back, false, null);
    }

    /** Nothing was or will be written. */
    static BulkStep refused(Map<String, String> problem) {
        return new BulkStep(0, Map.of(), null, true, problem);
    }

    BulkStep refusedWith(Map<String, String> problem) {
        return new BulkStep(version, before, null, true, problem);
    }

    /** @param now {@code null} when others have changed it since */
    BulkStep doneAs(@Nullable Map<String, List<String>> now) {
        return new BulkStep(version, before, now, true, null);
    }

    boolean succeeded() {
        return finished && problem == null;
    }
}
