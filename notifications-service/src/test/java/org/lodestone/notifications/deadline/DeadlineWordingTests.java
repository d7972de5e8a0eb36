package org.lodestone.notifications.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.platform.time.BusinessClock;

class DeadlineWordingTests {

    @ParameterizedTest
    @CsvSource({
        "2026-12-28T16:00:00Z, 2026-12-28 24:00",
        "2026-12-31T16:00:00Z, 2026-12-31 24:00",
        "2026-12-28T09:30:00Z, 2026-12-28 17:30",
        "2026-12-28T16:00:59Z, 2026-12-29 00:00"
    })
    void aDayThatIsKeptToItsEndEndsAtItsLastHour(Instant due, String shown) {
        assertThat(DeadlineWording.shown(due.atZone(BusinessClock.CHINA))).isEqualTo(shown);
    }
}
