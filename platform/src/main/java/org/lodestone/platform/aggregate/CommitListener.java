package org.lodestone.platform.aggregate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears of every commit of this process, after it and before its answer: the relay starts publishing, the index reads the new value. Called
 * on the database driver's thread, so it hands on what takes long. What it throws is logged and changes nothing.
 */
public interface CommitListener {

    void committed(Commit commit);

    /** Those of one request. */
    default void committed(List<Commit> together) {
        together.forEach(this::committed);
    }

    /**
     * @param event what the commit left to be published; {@code null} when earlier ones wait before it, or may
     */
    record Commit(Aggregate aggregate, @Nullable PendingEvent event) {}
}
