package org.lodestone.platform.document;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Parcels;
import org.lodestone.platform.document.DocumentTarget.Occurrence;
import org.lodestone.platform.document.Documents.Upload;
import org.lodestone.platform.document.StoredDocument.About;
import org.lodestone.platform.document.StoredDocument.Edition;
import org.lodestone.platform.security.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Documents of one owner in a database of their own, with an owner who notes what it hears. */
final class Filings {

    static final DocumentOwner OWNER = new DocumentOwner("lead", "01OWNER", "140827");
    static final Scope SCOPE = Parcels.zone("140827");
    static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofDays(1);

    final MongoDatabase database = Parcels.database();
    final List<Occurrence> heard = new CopyOnWriteArrayList<>();
    final DocumentParts parts;
    final FilingSteps steps;
    final Documents documents;

    /** @param undo how long what was removed can be brought back */
    Filings(Duration abandonedAfter, Duration undo) {
        this.parts = DocumentParts.of(database, new DocumentProperties(abandonedAfter, undo, LONG, null, null));
        this.steps = new FilingSteps(
                parts,
                occurrence -> Mono.fromRunnable(() -> {
                    if (heard.stream().noneMatch(one -> one.key().equals(occurrence.key()))) {
                        heard.add(occurrence);
                    }
                }));
        this.documents = new Documents(parts, steps, new DownloadLog(database));
    }

    static Filings patient() {
        return new Filings(LONG, LONG);
    }

    static Filings impatient() {
        return new Filings(Duration.ZERO, Duration.ZERO);
    }

    StoredDocument received(String title, byte[] content, @Nullable String key) {
        return await(receiving(title, content, key));
    }

    Mono<StoredDocument> receiving(String title, byte[] content, @Nullable String key) {
        return Mono.using(
                () -> file(content),
                file -> documents.receive(
                        SCOPE, new Upload(OWNER, about(title), file, title + ".txt", key, AT, "officer.yuanqu")),
                Filings::delete);
    }

    static About about(String title) {
        return new About("INTENT", title, null, null, null);
    }

    List<StoredDocument> listed() {
        return await(documents.list(SCOPE, OWNER).collectList());
    }

    byte[] content(StoredDocument document, Edition edition) {
        return bytes(await(documents.content(SCOPE, document, edition, 0, edition.bytes() - 1)));
    }

    void sweep() {
        DocumentAutoConfiguration.sweep(parts, steps).resume().block(PATIENCE);
    }

    long chunks() {
        return Objects.requireNonNull(
                Mono.from(database.getCollection(GridFsBytes.BUCKET + ".chunks").countDocuments())
                        .block(PATIENCE));
    }

    static byte[] bytes(Flux<ByteBuffer> pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.doOnNext(piece -> {
                    byte[] part = new byte[piece.remaining()];
                    piece.get(part);
                    all.writeBytes(part);
                })
                .blockLast(PATIENCE);
        return all.toByteArray();
    }

    static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    /** The same for the same seed. */
    static byte[] noise(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static Path file(byte[] content) {
        try {
            return Files.write(Files.createTempFile("document-", ".test"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T await(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE));
    }
}
