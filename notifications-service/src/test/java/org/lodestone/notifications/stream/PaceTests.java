package org.lodestone.notifications.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTests {

    private static final long SECOND = 1_000_000_000L;

    private final Pace pace = new Pace();

    @Test
    void whoIsALittleBehindForAMomentIsNotSlow() {
        for (long now = 0; now <= 10 * SECOND; now += SECOND) {
            assertThat(pace.fallsBehind(now, 500)).isFalse();
        }
        assertThat(pace.fallsBehind(11 * SECOND, 0)).isFalse();
        assertThat(pace.fallsBehind(12 * SECOND, 500)).isFalse();
    }

    @Test
    void whoHasNotCaughtUpForTenSecondsIsSlowAndCountedOnce() {
        assertThat(pace.fallsBehind(-SECOND, 500)).isFalse();
        assertThat(pace.fallsBehind(10 * SECOND, 500)).isTrue();
        assertThat(pace.fallsBehind(30 * SECOND, 500)).isFalse();
        assertThat(pace.fallsBehind(31 * SECOND, 0)).isFalse();
        assertThat(pace.fallsBehind(32 * SECOND, 500)).isFalse();
        assertThat(pace.fallsBehind(43 * SECOND, 500)).isTrue();
    }

    @Test
    void whoIsAMegabyteBehindIsSlowAtOnce() {
        assertThat(pace.fallsBehind(0, Pace.MUCH)).isFalse();
        assertThat(pace.fallsBehind(0, Pace.MUCH + 1)).isTrue();
        assertThat(pace.fallsBehind(1, Pace.MUCH + 1)).isFalse();
    }
}
