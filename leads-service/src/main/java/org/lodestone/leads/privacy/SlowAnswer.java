package org.lodestone.leads.privacy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** JSON that takes its time: blanks go ahead of it, so that nobody on the way takes the silence for the end. */
final class SlowAnswer {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private SlowAnswer() {}

    static Flux<DataBuffer> of(Mono<?> answer, JsonMapper json) {
        Mono<byte[]> bytes = answer.map(json::writeValueAsBytes).cache();
        Flux<byte[]> blanks = Flux.interval(Duration.ZERO, EVERY)
                .map(_ -> " ".getBytes(StandardCharsets.UTF_8))
                .takeUntilOther(bytes);
        return Flux.concat(blanks, bytes).map(DefaultDataBufferFactory.sharedInstance::wrap);
    }
}
