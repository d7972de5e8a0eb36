package org.lodestone.platform.aggregate;

import org.jspecify.annotations.Nullable;

/**
 * A record that is also its document. Components are stored under their names ({@code id} as {@code _id}); {@code null} components are
 * absent. {@code version} is counted by the store alone.
 */
public interface Aggregate {

    String id();

    long version();

    String zone();

    @Nullable
    String park();

    /** Removed: what is left is a tombstone with its version, answered with 410 and shown by no list. */
    default boolean isWithdrawn() {
        return false;
    }
}
