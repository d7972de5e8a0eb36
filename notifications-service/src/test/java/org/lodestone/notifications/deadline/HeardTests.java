package org.lodestone.notifications.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeardTests {

    private static final String PARTITION = "leads-3";
    private static final Instant START = Instant.parse("2026-11-23T04:00:00Z");
    /** The business clock was moved. */
    private static final Duration AHEAD = Duration.ofDays(2);

    private final Heard heard = new Heard(Duration.ofSeconds(20));

    @Test
    void nobodyIsToldBeforeTheLogAnsweredForAWhile() {
        assertThat(look(0, 7, 7).until(PARTITION)).isEmpty();
        assertThat(look(19, 7, 7).until(PARTITION)).isEmpty();
        assertThat(look(20, 7, 7).until(PARTITION)).hasValue(business(18));
    }

    @Test
    void whatIsNotHeardYetHoldsUpItsOwnPartitionOnly() {
        look(0, 7, 3);
        look(20, 9, 6);
        heard.note("leads-4", 1, 1);

        assertThat(heard.until(PARTITION)).isEmpty();
        assertThat(heard.until("leads-4")).isPresent();
        assertThat(look(30, 12, 7).until(PARTITION))
                .as("all that was there at the start")
                .hasValue(business(-2));
        assertThat(look(40, 12, 12).until(PARTITION)).hasValue(business(38));
    }

    @Test
    void afterAnOutageItBeginsAnew() {
        look(0, 7, 7);
        look(30, 7, 7);
        heard.forget();

        assertThat(look(40, 7, 7).until(PARTITION)).isEmpty();
        assertThat(look(59, 7, 7).until(PARTITION)).isEmpty();
        assertThat(look(60, 7, 7).until(PARTITION)).isPresent();
    }

    private Heard look(int second, long end, long position) {
        heard.ask(START.plusSeconds(second));
        heard.note(PARTITION, end, position);
        return heard.asOf(START.plusSeconds(second), business(second));
    }

    private static Instant business(int second) {
        return START.plusSeconds(second).plus(AHEAD);
    }
}
