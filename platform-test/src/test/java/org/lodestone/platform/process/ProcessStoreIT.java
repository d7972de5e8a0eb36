package org.lodestone.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.platform.aggregate.Parcels.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lodestone.platform.aggregate.Parcels;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public class ProcessStoreIT {

    private final ProcessStore<Move> moves = new ProcessStore<>(Parcels.database(), Move.class, "moves");

    /** Boxes carried one by one. */
    public record Move(
            String id,
            long version,
            int carried,
            int boxes,
            @Nullable String note) implements Process {

        @Override
        public boolean finished() {
            return carried == boxes;
        }

        Move carry() {
            return finished() ? this : new Move(id, version, carried + 1, boxes, note);
        }
    }

    private static Move of(String id, int boxes) {
        return new Move(id, 0, 0, boxes, null);
    }

    @Test
    void begunTwiceIsBegunOnce() {
        await(moves.begin(of("a", 3)));
        await(moves.step("a", Move::carry));
        assertThat(await(moves.begin(of("a", 9)))).isEqualTo(new Move("a", 2, 1, 3, null));
    }

    @Test
    void manyAtOnceCarryEveryBoxOnce() {
        await(moves.begin(of("b", 20)));
        await(Flux.range(0, 20).flatMap(_ -> moves.step("b", Move::carry)).then(Mono.just(true)));
        assertThat(await(moves.find("b")).carried()).isEqualTo(20);
    }

    @Test
    void onlyTheUnfinishedIsResumed() {
        await(moves.begin(of("c", 1)));
        await(moves.begin(of("d", 1)));
        await(moves.step("c", Move::carry));
        assertThat(await(moves.unfinished().collectList())).extracting(Move::id).containsExactly("d");
    }

    @Test
    void whatAKillLeftIsBroughtToItsEndAndAFailureHoldsNothingElseUp() {
        ProcessStore<Move> left = new ProcessStore<>(Parcels.database(), Move.class, "left");
        await(left.begin(of("e", 3)));
        await(left.begin(of("f", 3)));
        AtomicBoolean broken = new AtomicBoolean(true);
        Resumption<Move> resumption = new Resumption<>("move", left, move -> {
            Mono<Move> all = left.step(move.id(), Move::carry).repeat(2).last();
            return move.id().equals("e") && broken.getAndSet(false)
                    ? left.step("e", Move::carry).then(Mono.error(new IllegalStateException("dropped it")))
                    : all;
        });

        await(resumption.resume().thenReturn(true));
        assertThat(await(left.find("e")).carried()).isEqualTo(1);
        assertThat(await(left.find("f")).finished()).isTrue();
        await(resumption.resume().thenReturn(true));
        assertThat(await(left.find("e")).finished()).isTrue();
    }

    @Test
    void aRoundThatFailsIsFollowedByAnother() throws Exception {
        CountDownLatch rounds = new CountDownLatch(3);
        Rounds looking = new Rounds("boxes", Duration.ZERO, Duration.ofMillis(10), () -> {
            rounds.countDown();
            throw new IllegalStateException("no boxes");
        });
        looking.start();
        assertThat(looking.isRunning()).isTrue();
        assertThat(rounds.await(30, TimeUnit.SECONDS)).isTrue();
        looking.stop();
        assertThat(looking.isRunning()).isFalse();
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(moves.step("nobody", Move::carry).blockOptional()).isEmpty();
    }
}
