package org.lodestone.notifications.stream;

import java.util.function.BooleanSupplier;
import org.lodestone.notifications.stream.StreamEvent.Facts;
import org.lodestone.platform.security.Scope;

/**
 * What one stream carries. A filter is no authorization: the scope is demanded besides.
 *
 * @param announcements whether leads' and projects' events are wanted at all
 * @param inbox whether the person's own alerts are
 * @param jobs whether the progress of the person's own jobs is
 * @param expiresAt when the token ends, in milliseconds
 * @param stillAllowed asked at every heartbeat
 */
record Subscription(
        Scope scope,
        EventFilter filter,
        boolean announcements,
        boolean inbox,
        boolean jobs,
        long expiresAt,
        BooleanSupplier stillAllowed) {

    boolean wants(Facts facts) {
        return announcements && scope.covers(facts.zone(), facts.park()) && filter.wants(facts);
    }

    boolean hearsJobsOf(String owner) {
        return jobs && scope.subject().equals(owner);
    }

    boolean isFor(String recipient) {
        return inbox && scope.subject().equals(recipient);
    }
}
