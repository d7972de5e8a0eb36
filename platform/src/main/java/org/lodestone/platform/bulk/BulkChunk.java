package org.lodestone.platform.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lodestone.platform.process.Process;

/** Some rows of a job, written together. */
public record BulkChunk(String id, long version, List<BulkRow> rows) implements Process {

    /** Few enough for progress that moves, enough for few writes. */
    static final int ROWS = 25;

    static String id(String ticket, int number) {
        return String.format(Locale.ROOT, "%s:%05d", ticket, number);
    }

    /** It is the job that is resumed. */
    @Override
    public boolean finished() {
        return true;
    }

    boolean isDone(boolean undoing) {
        return rows.stream().allMatch(row -> row.isFinished(undoing));
    }

    /** Another instance may have been faster: what is finished stays. */
    BulkChunk with(List<BulkRow> changed, boolean undoing) {
        Map<String, BulkRow> byId = new HashMap<>();
        changed.forEach(row -> byId.put(row.id(), row));
        List<BulkRow> next = rows.stream()
                .map(row -> row.isFinished(undoing) ? row : byId.getOrDefault(row.id(), row))
                .toList();
        return new BulkChunk(id, version, next);
    }
}
