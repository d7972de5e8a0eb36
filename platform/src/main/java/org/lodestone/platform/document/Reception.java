package org.lodestone.platform.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.lodestone.platform.aggregate.AggregateIds;
import org.lodestone.platform.document.Documents.Upload;
import org.lodestone.platform.document.Filing.Act;
import org.lodestone.platform.document.Filing.Incoming;
import org.lodestone.platform.document.Filing.State;
import org.lodestone.platform.document.StoredDocument.Edition;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A file that comes in: looked at, kept, listed. */
final class Reception {

    private static final int RETRY_SECONDS = 5;

    private final DocumentParts parts;
    private final FilingSteps steps;
    private final DocumentTypes types = new DocumentTypes();

    Reception(DocumentParts parts, FilingSteps steps) {
        this.parts = parts;
        this.steps = steps;
    }

    Mono<StoredDocument> receive(Upload upload) {
        return looked(upload)
                .zipWhen(_ -> scanned(upload.file()))
                .zipWith(place(Titles.first(upload.owner(), upload.about())))
                .map(found -> filing(
                        upload,
                        found.getT2(),
                        found.getT1().getT1(),
                        found.getT1().getT2()))
                .flatMap(filing -> keep(filing, upload.file()));
    }

    private record Looked(String type, long bytes, String sha256) {}

    private Mono<Looked> looked(Upload upload) {
        return Mono.fromCallable(() -> {
                    long bytes = Files.size(upload.file());
                    if (bytes == 0) {
                        throw Problem.invalid(FieldProblem.of("file", "required"));
                    }
                    return new Looked(types.of(upload.file(), upload.fileName()), bytes, sha256(upload.file()));
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** The first document of that title that was not removed. */
    private Mono<String> place(String document) {
        return parts.documents()
                .find(document)
                .flatMap(present -> present.isRemoved() ? place(Titles.after(document)) : Mono.just(document))
                .defaultIfEmpty(document);
    }

    private static Filing filing(Upload upload, String document, Looked looked, boolean scanned) {
        String key = upload.key();
        String ref = key == null ? AggregateIds.random() : AggregateIds.of(key);
        Edition edition = new Edition(
                1,
                ref,
                upload.fileName(),
                looked.type(),
                looked.bytes(),
                looked.sha256(),
                upload.at(),
                upload.by(),
                scanned);
        Incoming incoming = new Incoming(upload.about(), edition);
        Act act = new Act(upload.at(), upload.by());
        return new Filing(ref, 1, State.KEEPING, upload.owner(), document, incoming, act, Documents.now());
    }

    private Mono<StoredDocument> keep(Filing filing, Path file) {
        return parts.filings().begin(filing).flatMap(begun -> {
            if (!begun.isOf(filing)) {
                return Mono.error(Problem.idempotencyKeyReused());
            }
            // The same bytes once more: where a kill left half of them, or another request is writing them too, they
            // are the same.
            return parts.filings()
                    .step(filing.id(), one -> begunAgain(one, filing))
                    .flatMap(one -> switch (one.state()) {
                        case KEEPING -> written(one, file);
                        case LISTING, DONE, DROPPING, DROPPED, REMOVING, HELD, RESTORING, RESTORED, PURGING, PURGED ->
                            steps.kept(one);
                    });
        });
    }

    private static Filing begunAgain(Filing begun, Filing filing) {
        return switch (begun.state()) {
            case KEEPING, DROPPED -> begun.since().equals(filing.since()) ? begun : filing;
            case LISTING, DONE, DROPPING, REMOVING, HELD, RESTORING, RESTORED, PURGING, PURGED -> begun;
        };
    }

    private Mono<StoredDocument> written(Filing filing, Path file) {
        return parts.bytes()
                .put(filing.edition().ref(), file, filing.edition().type())
                .then(Mono.defer(() -> steps.kept(filing)));
    }

    /** Whether a scanner saw it; what it found something in, or could not look at, is refused. */
    private Mono<Boolean> scanned(Path file) {
        ClamAv scanner = parts.scanner();
        if (scanner == null) {
            return Mono.just(false);
        }
        return scanner.isClean(file)
                .onErrorMap(IOException.class, _ -> Problem.unavailable(RETRY_SECONDS))
                .doOnNext(clean -> {
                    if (!clean) {
                        throw new DocumentProblem.Infected();
                    }
                });
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
