package org.lodestone.notifications.stream;

import java.util.Arrays;
import org.lodestone.notifications.inbox.Inbox;
import org.lodestone.platform.security.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A person's own alerts as frames, read when they are sent: the log carries only their ids. */
@Component
class InboxFrames {

    private final Inbox inbox;
    private final EventFrames frames;

    InboxFrames(Inbox inbox, EventFrames frames) {
        this.inbox = inbox;
        this.frames = frames;
    }

    /**
     * The frames of a batch. Inbox frames come first and without a position: a connection cut in between brings them again rather than
     * never. A store that does not answer costs them, not the events.
     */
    Mono<byte[]> complete(Batch batch, Scope scope) {
        if (!batch.wantsCounts()) {
            return Mono.just(batch.bytes());
        }
        Flux<byte[]> items = inbox.rows(scope, batch.rows()).map(row -> frames.frame("inbox.item", row));
        Mono<byte[]> counts = inbox.counts(scope).map(count -> frames.frame("inbox.counts", count));
        return items.concatWith(counts)
                .onErrorResume(e -> Flux.empty())
                .concatWith(Mono.fromSupplier(batch::bytes))
                .reduce(InboxFrames::join);
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }
}
