package org.lodestone.platform.aggregate;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.HistoryEntry.Change;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;

/**
 * A history as the wire tells it: fields under the names they have there, bookkeeping left out.
 *
 * @param groups under which the aggregate keeps its fields, the longer first; on the wire they are not seen
 * @param untold beginnings of what follows from the rest, or is said by the line itself
 */
public record HistoryTold(List<String> groups, List<String> untold) {

    /** @param next cursor of older lines */
    public record Lines(List<HistoryEntry> items, @Nullable String next) {}

    /** The sequence before which the asked lines lie. */
    public static @Nullable Long before(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw Problem.invalid(FieldProblem.of("cursor", "cursor"));
        }
        return Long.valueOf(cursor);
    }

    /** @param shown what the reader sees of a change */
    public Lines lines(List<HistoryEntry> entries, int limit, UnaryOperator<Change> shown) {
        boolean more = entries.size() == limit && entries.getLast().sequence() > 1;
        return new Lines(
                entries.stream().map(entry -> told(entry, shown)).toList(),
                more ? Long.toString(entries.getLast().sequence()) : null);
    }

    private HistoryEntry told(HistoryEntry entry, UnaryOperator<Change> shown) {
        List<Change> changes = entry.changes().stream()
                .filter(change -> untold.stream().noneMatch(change.field()::startsWith))
                .map(this::named)
                .map(shown)
                .toList();
        return new HistoryEntry(
                entry.sequence(),
                entry.at(),
                entry.by(),
                entry.recordedAt(),
                entry.recordedBy(),
                entry.kind(),
                entry.from(),
                entry.to(),
                entry.reason(),
                entry.note(),
                entry.dwellSeconds(),
                changes);
    }

    private Change named(Change change) {
        return groups.stream()
                .filter(change.field()::startsWith)
                .findFirst()
                .map(group -> new Change(
                        change.field().substring(group.length()), change.before(), change.after(), change.erased()))
                .orElse(change);
    }
}
