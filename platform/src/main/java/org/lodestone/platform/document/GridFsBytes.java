package org.lodestone.platform.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.lodestone.platform.aggregate.Durable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * GridFS as every tool knows it, with one thing added: a chunk's {@code _id} is {@code ref:number}. So chunks are read in the order of
 * their ids, which every database finds at once, also one that scans for {@code files_id}.
 */
final class GridFsBytes implements DocumentBytes {

    static final String BUCKET = "documents";

    /** GridFS's own. */
    private static final int CHUNK = 255 * 1024;

    private final MongoCollection<BsonDocument> files;
    private final MongoCollection<BsonDocument> chunks;
    private final Mono<String> indexed;

    GridFsBytes(MongoDatabase database) {
        this.files = Durable.collection(database, BUCKET + ".files");
        this.chunks = Durable.collection(database, BUCKET + ".chunks");
        this.indexed = Mono.from(
                        chunks.createIndex(Indexes.ascending("files_id", "n"), new IndexOptions().unique(true)))
                .cacheInvalidateIf(_ -> false);
    }

    /** The file is there when its last chunk is: as GridFS has it, what names it is written last. */
    @Override
    public Mono<Void> put(String ref, Path file, String type) {
        return indexed.then(Mono.fromCallable(() -> Files.size(file)).subscribeOn(Schedulers.boundedElastic()))
                .flatMap(size -> Flux.range(0, count(size))
                        .concatMap(
                                n -> Mono.fromCallable(() -> read(file, n))
                                        .subscribeOn(Schedulers.boundedElastic())
                                        .flatMap(bytes -> insert(chunks, chunk(ref, n, bytes))),
                                2)
                        .then(Mono.defer(() -> insert(files, named(ref, size, type)))));
    }

    /** One chunk a query: a cursor would have to end within the driver's deadline, however slowly the reader takes it. */
    @Override
    public Flux<ByteBuffer> get(String ref, long first, long last) {
        int from = (int) (first / CHUNK);
        int to = (int) (last / CHUNK);
        return Flux.range(from, to - from + 1)
                .concatMap(
                        n -> Mono.from(chunks.find(eq("_id", id(ref, n))).first())
                                .switchIfEmpty(Mono.error(() -> new IllegalStateException("no chunk " + id(ref, n))))
                                .map(chunk -> part(chunk, first, last)),
                        1);
    }

    private static ByteBuffer part(BsonDocument chunk, long first, long last) {
        long start = (long) CHUNK * chunk.getNumber("n").intValue();
        byte[] bytes = chunk.getBinary("data").getData();
        int skip = (int) Math.max(0, first - start);
        int end = (int) Math.min(bytes.length, last + 1 - start);
        return ByteBuffer.wrap(bytes, skip, Math.max(0, end - skip)).slice();
    }

    @Override
    public Mono<Void> delete(String ref) {
        return Mono.from(files.deleteOne(eq("_id", ref)))
                .then(Mono.from(chunks.deleteMany(and(gte("_id", ref + ":"), lt("_id", ref + ";")))))
                .then();
    }

    private static int count(long size) {
        return (int) ((size + CHUNK - 1) / CHUNK);
    }

    private static byte[] read(Path file, int n) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes((long) n * CHUNK);
            return in.readNBytes(CHUNK);
        }
    }

    private static Mono<Void> insert(MongoCollection<BsonDocument> collection, BsonDocument document) {
        return Mono.from(collection.insertOne(document))
                .then()
                // Written before by who tries the same again.
                .onErrorResume(Durable::isDuplicateKey, _ -> Mono.empty());
    }

    private static BsonDocument chunk(String ref, int n, byte[] bytes) {
        return new BsonDocument("_id", new BsonString(id(ref, n)))
                .append("files_id", new BsonString(ref))
                .append("n", new BsonInt32(n))
                .append("data", new BsonBinary(bytes));
    }

    private static BsonDocument named(String ref, long size, String type) {
        return new BsonDocument("_id", new BsonString(ref))
                .append("length", new BsonInt64(size))
                .append("chunkSize", new BsonInt32(CHUNK))
                .append("uploadDate", new BsonDateTime(System.currentTimeMillis()))
                .append("filename", new BsonString(ref))
                .append("metadata", new BsonDocument("contentType", new BsonString(type)));
    }

    private static String id(String ref, int n) {
        return String.format(Locale.ROOT, "%s:%06d", ref, n);
    }
}
