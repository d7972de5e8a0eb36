package org.lodestone.platform.imports;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Durable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The files as they were sent, in pieces: any instance can go on with one, also after a restart. */
final class ImportFiles {

    /** As GridFS cuts, which not every database here has. */
    private static final int PIECE = 255 * 1024;

    private final MongoCollection<BsonDocument> pieces;

    ImportFiles(MongoDatabase database) {
        this.pieces = Durable.collection(database, "importFiles");
    }

    /** A piece that is there already is the same. */
    Mono<Void> keep(String id, Path file) {
        Flux<byte[]> parts = Flux.using(() -> Files.newInputStream(file), ImportFiles::parts, ImportFiles::close);
        return parts.subscribeOn(Schedulers.boundedElastic())
                .index()
                .concatMap(
                        part -> Mono.from(pieces.insertOne(piece(id, part.getT1(), part.getT2())))
                                .then()
                                .onErrorResume(Durable::isDuplicateKey, _ -> Mono.empty()),
                        1)
                .then();
    }

    /** A copy on this machine's disk, to be deleted by whoever asked. */
    Mono<Path> fetch(String id) {
        return Mono.fromCallable(() -> Files.createTempFile("import-", ".table"))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(file -> Flux.from(
                                pieces.find(Filters.and(Filters.gte("_id", id + ":"), Filters.lt("_id", id + ";")))
                                        .sort(Sorts.ascending("_id")))
                        .publishOn(Schedulers.boundedElastic())
                        .doOnNext(piece -> append(file, piece.getBinary("bytes").getData()))
                        .then(Mono.just(file)));
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BsonDocument piece(String id, long number, byte[] bytes) {
        return new BsonDocument("_id", new BsonString(String.format(Locale.ROOT, "%s:%04d", id, number)))
                .append("bytes", new BsonBinary(bytes));
    }

    private static Flux<byte[]> parts(InputStream in) {
        return Flux.generate(sink -> {
            byte[] part = read(in);
            if (part == null) {
                sink.complete();
            } else {
                sink.next(part);
            }
        });
    }

    private static byte @Nullable [] read(InputStream in) {
        try {
            byte[] part = in.readNBytes(PIECE);
            return part.length == 0 ? null : part;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
