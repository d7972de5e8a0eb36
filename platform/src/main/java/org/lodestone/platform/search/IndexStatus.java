package org.lodestone.platform.search;

import org.jspecify.annotations.Nullable;

/**
 * @param phase what it is doing
 * @param ready whether lists are complete
 * @param indexed documents in the index
 * @param walked aggregates read by the running or last rebuild
 * @param following whether the topic is being followed now; without a broker it is not, and lists stay right for this instance's writes
 * @param trouble the last error, until the phase that had it succeeds
 */
public record IndexStatus(
        Phase phase,
        boolean ready,
        long indexed,
        long walked,
        boolean following,
        @Nullable String trouble) {

    public enum Phase {
        OPENING,
        REBUILDING,
        CATCHING_UP,
        FOLLOWING,
        /** Without a broker: everything was read, and this instance's own writes are seen. */
        ALONE,
        STOPPED
    }
}
