package org.lodestone.notifications.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When an e-mail that did not get through is tried again. */
final class RetrySchedule {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12));

    private RetrySchedule() {}

    /** @param failed attempts so far, at least one; empty when it is enough */
    static Optional<Duration> after(int failed) {
        return failed > PAUSES.size() ? Optional.empty() : Optional.of(PAUSES.get(failed - 1));
    }
}
