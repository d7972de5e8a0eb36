package org.lodestone.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.platform.privacy.Finding.Place;

class ForgettingTests {

    private static final Person PERSON = Person.of(List.of("17712345678"), null, List.of("欧阳"), null);
    private static final Inquiry INQUIRY =
            new Inquiry("E-1", Inquiry.Kind.ERASURE, Instant.EPOCH, PERSON, List.of("L-1"));
    private static final List<Place> FOUND = List.of(new Place("inbox", 2, 3, List.of()));

    @Test
    void whoIsNowhereIsForgottenAtOnceAndNothingSaysWhoItWas() {
        Forgetting done = Forgetting.begin(INQUIRY, Instant.EPOCH).counted(List.of());

        assertThat(done.finished()).isTrue();
        assertThat(done.person()).isNull();
        assertThat(done.answer("notifications-service"))
                .isEqualTo(new Finding("E-1", "notifications-service", List.of(), List.of()));
    }

    @Test
    void whatIsErasedIsLookedForAgainAndCountedTogether() {
        Forgetting again =
                Forgetting.begin(INQUIRY, Instant.EPOCH).counted(FOUND).erased();

        assertThat(again.state()).isEqualTo(Forgetting.State.COUNTING);
        assertThat(again.person()).isEqualTo(PERSON);
        Finding answer = again.counted(FOUND).erased().counted(List.of()).answer("one-service");
        assertThat(answer.places()).containsExactly(new Place("inbox", 4, 6, List.of()));
        assertThat(answer.remaining()).isEmpty();
    }

    @Test
    void whatIsStillFoundAfterFiveRoundsIsSaid() {
        Forgetting round = Forgetting.begin(INQUIRY, Instant.EPOCH);
        for (int i = 0; i < 5; i++) {
            round = round.counted(FOUND).erased();
        }
        Forgetting done = round.counted(FOUND);

        assertThat(done.finished()).isTrue();
        assertThat(done.person()).isNull();
        assertThat(done.answer("one-service").remaining()).isEqualTo(FOUND);
        assertThat(done.answer("one-service").places()).containsExactly(new Place("inbox", 10, 15, List.of()));
    }
}
