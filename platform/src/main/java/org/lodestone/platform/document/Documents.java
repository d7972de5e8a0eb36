package org.lodestone.platform.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.AggregateIds;
import org.lodestone.platform.document.Filing.State;
import org.lodestone.platform.document.StoredDocument.About;
import org.lodestone.platform.document.StoredDocument.Edition;
import org.lodestone.platform.document.StoredDocument.Removal;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The documents of this service's owners. Whether the asker may is decided by who knows the owner; the zone is checked here too. */
public final class Documents {

    /** Of one owner. */
    static final int MOST = 200;

    private static final int RETRY_SECONDS = 5;

    private final DocumentParts parts;
    private final FilingSteps steps;
    private final DownloadLog log;
    private final DocumentTypes types = new DocumentTypes();

    Documents(DocumentParts parts, FilingSteps steps, DownloadLog log) {
        this.parts = parts;
        this.steps = steps;
        this.log = log;
    }

    /**
     * A file that was received.
     *
     * @param file deleted by whoever received it
     * @param key of the command, or null: the same again is the same edition
     */
    public record Upload(
            DocumentOwner owner,
            About about,
            Path file,
            String fileName,
            @Nullable String key,
            Instant at,
            String by) {}

    /** Bytes of one edition, from the first asked for to the last, both included. */
    public record Content(Edition edition, Flux<ByteBuffer> bytes) {}

    /** Checked, kept and listed; answers with the document whose edition it became. */
    public Mono<StoredDocument> receive(Scope scope, Upload upload) {
        inside(scope, upload.owner());
        return room(upload)
                .then(Mono.defer(() -> scanned(upload.file())))
                .flatMap(scanned -> Mono.fromCallable(() -> filing(upload, scanned))
                        .subscribeOn(Schedulers.boundedElastic()))
                .flatMap(filing -> keep(filing, upload.file()));
    }

    /** What is there, the newest first. */
    public Flux<StoredDocument> list(Scope scope, DocumentOwner owner) {
        inside(scope, owner);
        return list(owner)
                .sort(Comparator.comparing((StoredDocument one) -> one.latest().at())
                        .reversed());
    }

    /** 404 when there never was one, 410 when it was removed. */
    public Mono<StoredDocument> find(Scope scope, DocumentOwner owner, String code) {
        inside(scope, owner);
        return parts.documents()
                .find(owner.key() + code)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .doOnNext(found -> {
                    if (found.isRemoved()) {
                        throw Problem.gone();
                    }
                });
    }

    /** Written down before the first byte leaves. */
    public Mono<Content> content(Scope scope, StoredDocument document, Edition edition, long first, long last) {
        inside(scope, document.owner());
        return log.note(document, edition, scope.subject())
                .thenReturn(new Content(
                        edition,
                        edition.bytes() == 0
                                ? Flux.empty()
                                : parts.bytes().get(edition.ref(), first, last)));
    }

    public Flux<Download> downloads(Scope scope, StoredDocument document) {
        inside(scope, document.owner());
        return log.of(document);
    }

    /** Nothing is left but that there was one. */
    public Mono<Void> remove(Scope scope, StoredDocument document, Removal removal) {
        inside(scope, document.owner());
        String id = AggregateIds.of(document.id() + "/" + document.version() + "/removed");
        Filing filing = new Filing(
                id,
                1,
                State.REMOVING,
                document.owner(),
                document.id(),
                document.about(),
                document.latest(),
                removal,
                now());
        return parts.filings().begin(filing).flatMap(steps::remove);
    }

    /** What a kill left unfinished: brought to its end, or swept. */
    Mono<Void> resume() {
        return parts.filings().unfinished().concatMap(one -> steps.resume(one, now())).then();
    }

    private Mono<StoredDocument> keep(Filing filing, Path file) {
        return parts.filings()
                .begin(filing)
                .flatMap(begun -> switch (begun.state()) {
                    case KEEPING -> begun.since().equals(filing.since()) ? written(filing, file) : same(begun, filing);
                    case DROPPED -> parts.filings()
                            .step(filing.id(), one -> one.state() == State.DROPPED ? filing : one)
                            .flatMap(_ -> written(filing, file));
                    case LISTING, DONE, DROPPING, REMOVING, REMOVED -> same(begun, filing);
                });
    }

    private Mono<StoredDocument> written(Filing filing, Path file) {
        return parts.bytes()
                .put(filing.edition().ref(), file, filing.edition().type())
                .then(Mono.defer(() -> steps.kept(filing)));
    }

    /** The command came before: its answer again, or the refusal of another one under its key. */
    private Mono<StoredDocument> same(Filing begun, Filing filing) {
        if (!begun.isOf(filing)) {
            return Mono.error(Problem.idempotencyKeyReused());
        }
        return begun.state() == State.KEEPING ? Mono.error(Problem.busy()) : steps.kept(begun);
    }

    private Filing filing(Upload upload, boolean scanned) throws IOException {
        String type = types.of(upload.file(), upload.fileName());
        String key = upload.key();
        String ref = key == null ? AggregateIds.random() : AggregateIds.of(key);
        Edition edition = new Edition(
                1,
                ref,
                upload.fileName(),
                type,
                Files.size(upload.file()),
                sha256(upload.file()),
                upload.at(),
                upload.by(),
                scanned);
        return new Filing(
                ref, 1, State.KEEPING, upload.owner(), id(upload), upload.about(), edition, null, now());
    }

    private static String id(Upload upload) {
        About about = upload.about();
        return upload.owner().key() + AggregateIds.of(upload.owner().key() + about.kind() + "\n" + about.title());
    }

    /** A further edition of what is there always has room here. */
    private Mono<Void> room(Upload upload) {
        return list(upload.owner()).collectList().doOnNext(present -> {
            if (present.stream().noneMatch(one -> one.id().equals(id(upload)))) {
                FilingSteps.most(present.size(), MOST);
            }
        }).then();
    }

    private Flux<StoredDocument> list(DocumentOwner owner) {
        String key = owner.key();
        String end = key.substring(0, key.length() - 1) + ";";
        return parts.documents().list(and(gte("_id", key), lt("_id", end))).filter(one -> !one.isRemoved());
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

    private static void inside(Scope scope, DocumentOwner owner) {
        if (!owner.within(scope)) {
            throw Problem.notFound();
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
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
