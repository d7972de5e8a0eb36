package org.lodestone.leads.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lodestone.leads.clock.Look.Seen;

/** How often the clocks of a zone are compared. */
class LookTests {

    private static final Seen FIRST = new Seen(1, 1);
    private static final Seen CHANGED = new Seen(2, 1);
    private static final long LATER = Look.AGAIN.toNanos() + 1;

    @Test
    void onceAfterAStart() {
        Look look = Look.at(null, FIRST, 0);

        assertThat(look.isDue(0)).isTrue();
        Look done = Look.at(look.done(), FIRST, LATER);
        assertThat(done.isDue(LATER)).isFalse();
    }

    @Test
    void onceAfterAStartAlsoIfMoreBecomesKnownBeforeTheFirstLook() {
        Look look = Look.at(Look.at(null, FIRST, 0), CHANGED, 1);

        assertThat(look.isDue(1)).isTrue();
        assertThat(Look.at(look.done(), CHANGED, LATER + 1).isDue(LATER + 1)).isFalse();
    }

    @Test
    void twiceAfterAChangeAndTheSecondTimeALittleLater() {
        Look changed = Look.at(Look.at(null, FIRST, 0).done(), CHANGED, 0);

        assertThat(changed.isDue(0)).isTrue();
        Look once = Look.at(changed.done(), CHANGED, 1);
        assertThat(once.isDue(1)).isFalse();
        assertThat(once.isDue(LATER)).isTrue();
        assertThat(Look.at(once.done(), CHANGED, LATER).isDue(LATER)).isFalse();
    }

    @Test
    void aChangeInTheMiddleOfOneIsLookedAtTwice() {
        Look changed = Look.at(Look.at(null, FIRST, 0).done(), CHANGED, 0);
        Look again = Look.at(changed, new Seen(3, 1), 1);

        assertThat(Look.at(again.done(), new Seen(3, 1), 1).isDue(LATER + 1)).isTrue();
    }
}
