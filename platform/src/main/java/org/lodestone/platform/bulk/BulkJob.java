package org.lodestone.platform.bulk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.process.Process;

/**
 * An order on its way through its rows, and back if it is undone.
 *
 * @param undoing what the undoing needs; absent until it is asked for
 */
public record BulkJob(
        String id,
        long version,
        BulkOrder order,
        State state,
        Course course,
        @Nullable Map<String, List<String>> undoing)
        implements Process {

    public static final Duration UNDOABLE = Duration.ofDays(7);

    public enum State {
        RUNNING,
        DONE,
        UNDOING,
        UNDONE
    }

    /**
     * @param ticket of its chunks
     * @param chunk that is next
     * @param done rows that have a result
     * @param kept rows whose undoing was refused
     */
    public record Course(String ticket, int total, int chunk, int done, int failed, int undone, int kept) {

        int chunks() {
            return (total + BulkChunk.ROWS - 1) / BulkChunk.ROWS;
        }

        Course past(BulkChunk worked) {
            long refused = worked.rows().stream()
                    .filter(row -> row.act() != null && !row.act().succeeded())
                    .count();
            int rows = worked.rows().size();
            return new Course(ticket, total, chunk + 1, done + rows, failed + (int) refused, undone, kept);
        }

        Course backPast(BulkChunk worked) {
            List<BulkStep> steps = worked.rows().stream()
                    .map(BulkRow::undo)
                    .filter(step -> step != null && step.finished())
                    .toList();
            int back = (int) steps.stream().filter(BulkStep::succeeded).count();
            int left = kept + steps.size() - back;
            return new Course(ticket, total, chunk + 1, done + worked.rows().size(), failed, undone + back, left);
        }
    }

    static BulkJob begin(String id, BulkOrder order, String ticket, int total) {
        return new BulkJob(id, 0, order, State.RUNNING, new Course(ticket, total, 0, 0, 0, 0, 0), null);
    }

    @Override
    public boolean finished() {
        return state == State.DONE || state == State.UNDONE;
    }

    public boolean isUndoing() {
        return state == State.UNDOING || state == State.UNDONE;
    }

    public Instant undoUntil() {
        return order.at().plus(UNDOABLE);
    }

    /** Of a value the undoing was given. */
    public @Nullable String undoValue(String name) {
        List<String> values = undoing == null ? null : undoing.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    /** @param seen what it was when that chunk was worked on: another instance may have gone on meanwhile */
    BulkJob past(BulkChunk worked, BulkJob seen) {
        if (state != seen.state() || course.chunk() != seen.course().chunk()) {
            return this;
        }
        return with(state, state == State.UNDOING ? course.backPast(worked) : course.past(worked));
    }

    BulkJob ended(BulkJob seen) {
        return state != seen.state() ? this : with(state == State.UNDOING ? State.UNDONE : State.DONE, course);
    }

    BulkJob undone(Map<String, List<String>> with) {
        Course again = new Course(course.ticket(), course.total(), 0, 0, course.failed(), 0, 0);
        return new BulkJob(id, version, order, State.UNDOING, again, with);
    }

    private BulkJob with(State next, Course reached) {
        return new BulkJob(id, version, order, next, reached, undoing);
    }
}
