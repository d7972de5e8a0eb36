package org.lodestone.platform.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What rows are imported into. Everything it writes is made idempotent by the import's id and the row's number. */
public interface ImportTarget {

    /** Of the job, e.g. {@code lead-import}. */
    String kind();

    /** What a heading means; empty for one that is not known. */
    Optional<String> field(String header);

    /** Everything a column may mean. */
    Set<String> fields();

    /** Begins a preview: what it is given it remembers to its end, so that rows of one file are compared with each other. */
    Preview preview(ImportProcess of);

    /** The rows of one file, in their order, some at a time. */
    interface Preview {

        /** Says what each row will become; writes nothing. */
        Mono<List<Verdict>> judge(List<ImportRow> rows);
    }

    /**
     * What must be known before a row is written, in order to take it back: kept with the row before {@link #apply}.
     *
     * @return by row number, only where there is something to keep
     */
    Mono<Map<Integer, String>> prepare(ImportProcess of, List<ImportRow> rows);

    /** Writes the rows; each may have been written before a kill, and is then only told of. */
    Flux<Applied> apply(ImportProcess of, List<Task> rows);

    /** Takes a row back unless somebody touched what it wrote. */
    Mono<Undone> undo(ImportProcess of, Written row);

    record Verdict(int row, ImportOutcome outcome, List<ImportReason> reasons) {}

    /** @param trail what {@link #prepare} kept */
    record Task(ImportRow row, @Nullable String trail) {}

    /** @param id of what was written; absent when nothing was */
    record Applied(
            int row,
            Effect effect,
            @Nullable String id,
            @Nullable Long version,
            List<ImportReason> reasons) {}

    enum Effect {
        CREATED,
        UPDATED,
        /** There was nothing to change, or it turned out to be a duplicate. */
        SKIPPED,
        FAILED
    }

    record Written(
            int row,
            Effect effect,
            String id,
            long version,
            @Nullable String trail) {}

    /** @param because why it was kept, a code; absent when it was taken back */
    record Undone(int row, @Nullable String because) {}
}
