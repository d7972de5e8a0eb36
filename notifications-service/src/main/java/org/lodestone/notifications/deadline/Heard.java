package org.lodestone.notifications.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Of each partition of the log the moment up to which all of it was heard. */
final class Heard {

    /** An event is in the log a moment after it happened. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(2);

    private final Duration settle;
    private final Map<String, Goal> goals = new ConcurrentHashMap<>();
    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private volatile @Nullable Instant steadySince;
    private volatile Instant askedAt = Instant.EPOCH;
    private volatile Instant systemNow = Instant.EPOCH;
    private volatile Instant businessNow = Instant.EPOCH;

    Heard(Duration settle) {
        this.settle = settle;
    }

    /** Where the log ended when somebody last asked and it was not reached yet. */
    private record Goal(long offset, Instant askedAt) {}

    /** The log's ends are asked for. */
    void ask(Instant now) {
        askedAt = now;
    }

    void note(String partition, long end, long position) {
        Goal goal = goals.get(partition);
        if (position >= end) {
            until.put(partition, askedAt);
            goals.remove(partition);
        } else if (goal == null) {
            goals.put(partition, new Goal(end, askedAt));
        } else if (position >= goal.offset()) {
            until.put(partition, goal.askedAt());
            goals.put(partition, new Goal(end, askedAt));
        }
    }

    Heard asOf(Instant system, Instant business) {
        steadySince = steadySince == null ? askedAt : steadySince;
        systemNow = system;
        businessNow = business;
        return this;
    }

    /** The log did not answer: whatever waits to be written to it comes first. */
    void forget() {
        steadySince = null;
        until.clear();
        goals.clear();
    }

    /** Limits up to this moment of the business clock may be told; empty while nothing is known. */
    Optional<Instant> until(String partition) {
        Instant since = steadySince;
        Instant known = until.get(partition);
        if (since == null || known == null || Duration.between(since, systemNow).compareTo(settle) < 0) {
            return Optional.empty();
        }
        return Optional.of(businessNow.minus(Duration.between(known, systemNow)).minus(ON_ITS_WAY));
    }
}
