package org.lodestone.platform.document;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where bytes lie. Nothing is ever written twice under one name, except by who tries the same again. */
interface DocumentBytes extends AutoCloseable {

    Mono<Void> put(String ref, Path file, String type);

    /** From the first byte asked for to the last one, both included. */
    Flux<ByteBuffer> get(String ref, long first, long last);

    /** Also of what was written by halves; nothing there is as good as deleted. */
    Mono<Void> delete(String ref);

    /** Gives back what connections it has of its own. */
    @Override
    default void close() {}
}
