package org.lodestone.localstack.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waiting for what happens by itself. */
final class Pause {

    private Pause() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("interrupted");
        }
    }

    /** Asks until there is an answer. */
    static <T> T until(String what, Duration atMost, Supplier<Optional<T>> ask) {
        long giveUp = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<T> answer = ask.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > giveUp) {
                throw new Failed(what + " did not happen within " + atMost.toSeconds() + " s");
            }
            millis(50);
        }
    }
}
