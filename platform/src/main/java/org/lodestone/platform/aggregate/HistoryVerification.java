package org.lodestone.platform.aggregate;

import org.jspecify.annotations.Nullable;

/**
 * Whether a history is as it was written.
 *
 * @param checked lines that were found in order
 * @param before lines from before there was a chain, which nothing proves; absent when there are none
 * @param brokenAt the first line that was altered, removed, put in or moved
 */
public record HistoryVerification(
        boolean intact,
        long checked,
        @Nullable Long before,
        @Nullable Long brokenAt) {

    static HistoryVerification intact(long checked, long before) {
        return new HistoryVerification(true, checked, before == 0 ? null : before, null);
    }

    static HistoryVerification broken(long checked, long before, long at) {
        return new HistoryVerification(false, checked, before == 0 ? null : before, at);
    }
}
