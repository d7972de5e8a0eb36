package org.lodestone.platform.bulk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One row of a job.
 *
 * @param number people call it by; absent until it was looked at, and for what is not there
 * @param act absent until planned
 * @param undo absent until its undoing is planned
 */
public record BulkRow(
        String id,
        @Nullable String number,
        @Nullable BulkStep act,
        @Nullable BulkStep undo) {

    static BulkRow of(String id) {
        return new BulkRow(id, null, null, null);
    }

    BulkRow called(String known) {
        return new BulkRow(id, known, act, undo);
    }

    /** Of the undoing, if that is what is going on. */
    @Nullable
    BulkStep step(boolean undoing) {
        return undoing ? undo : act;
    }

    BulkRow with(boolean undoing, @Nullable BulkStep step) {
        return undoing ? new BulkRow(id, number, act, step) : new BulkRow(id, number, step, undo);
    }

    /** Whether nothing is left to do; what was refused, or changed nothing, has nothing to undo. */
    boolean isFinished(boolean undoing) {
        BulkStep step = step(undoing);
        return step != null && step.finished() || undoing && (act == null || !act.succeeded() || changedNothing(act));
    }

    private static boolean changedNothing(BulkStep act) {
        return act.before().equals(act.after());
    }

    /** What it was before, of all that the action changed and nobody has changed since. */
    Map<String, List<String>> back(Map<String, List<String>> now) {
        Map<String, List<String>> back = new TreeMap<>();
        Map<String, List<String>> left = act == null ? null : act.after();
        if (act != null && left != null) {
            act.before().forEach((name, was) -> {
                if (!was.equals(left.get(name))
                        && left.getOrDefault(name, List.of()).equals(now.get(name))) {
                    back.put(name, was);
                }
            });
        }
        return back;
    }
}
