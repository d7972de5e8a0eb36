package org.lodestone.platform.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Whoever asks while a request is under way goes into the next one, together with all who wait: many at once cost a few requests, and one
 * alone does not wait.
 */
final class Gathering<T, R> {

    private final Function<List<T>, Mono<List<R>>> request;
    private final List<Waiting<T, R>> waiting = new ArrayList<>();
    private boolean busy;

    /** @param request answers in the order it was asked in, and always comes to an end */
    Gathering(Function<List<T>, Mono<List<R>>> request) {
        this.request = request;
    }

    private record Waiting<T, R>(T asked, Sinks.One<R> answer) {}

    Mono<R> ask(T asked) {
        return Mono.defer(() -> {
            Waiting<T, R> mine = new Waiting<>(asked, Sinks.one());
            if (isFirst(mine)) {
                begin();
            }
            return mine.answer().asMono();
        });
    }

    private synchronized boolean isFirst(Waiting<T, R> mine) {
        waiting.add(mine);
        boolean first = !busy;
        busy = true;
        return first;
    }

    private synchronized List<Waiting<T, R>> next() {
        List<Waiting<T, R>> round = List.copyOf(waiting);
        waiting.clear();
        busy = !round.isEmpty();
        return round;
    }

    private void begin() {
        List<Waiting<T, R>> round = next();
        if (!round.isEmpty()) {
            Mono.defer(() -> request.apply(round.stream().map(Waiting::asked).toList()))
                    .toFuture()
                    .whenComplete((answers, error) -> end(round, answers, error));
        }
    }

    /** The next request first: who is answered goes on in this thread. */
    private void end(List<Waiting<T, R>> round, @Nullable List<R> answers, @Nullable Throwable error) {
        begin();
        for (int i = 0; i < round.size(); i++) {
            Sinks.One<R> answer = round.get(i).answer();
            if (answers != null) {
                answer.tryEmitValue(answers.get(i));
            } else {
                answer.tryEmitError(error != null ? error : new IllegalStateException("a request was not answered"));
            }
        }
    }
}
