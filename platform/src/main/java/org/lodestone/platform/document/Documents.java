package org.lodestone.platform.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.AggregateIds;
import org.lodestone.platform.document.Filing.Act;
import org.lodestone.platform.document.Filing.State;
import org.lodestone.platform.document.StoredDocument.About;
import org.lodestone.platform.document.StoredDocument.Edition;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The documents of this service's owners. Whether the asker may is decided by who knows the owner; the zone is checked here too. */
public final class Documents {

    /** Of one file. */
    public static final long MOST_BYTES = 20L << 20;

    /** Of one owner. */
    static final int MOST = 200;

    private final DocumentParts parts;
    private final FilingSteps steps;
    private final Reception reception;
    private final DownloadLog log;

    Documents(DocumentParts parts, FilingSteps steps, DownloadLog log) {
        this.parts = parts;
        this.steps = steps;
        this.reception = new Reception(parts, steps);
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

    /** Checked, kept and listed; answers with the document whose edition it became. */
    public Mono<StoredDocument> receive(Scope scope, Upload upload) {
        inside(scope, upload.owner());
        return room(upload).then(Mono.defer(() -> reception.receive(upload)));
    }

    /** What is there, the newest first. */
    public Flux<StoredDocument> list(Scope scope, DocumentOwner owner) {
        inside(scope, owner);
        return list(owner)
                .sort(Comparator.comparing((StoredDocument one) -> one.latest().at())
                        .thenComparing(StoredDocument::id)
                        .reversed());
    }

    /** 404 when there never was one, 410 when it was removed. */
    public Mono<StoredDocument> find(Scope scope, DocumentOwner owner, String code) {
        return any(scope, owner, code).doOnNext(found -> {
            if (found.isRemoved()) {
                throw Problem.gone();
            }
        });
    }

    /** Also what was removed. */
    public Mono<StoredDocument> any(Scope scope, DocumentOwner owner, String code) {
        inside(scope, owner);
        return parts.documents().find(owner.key() + code).switchIfEmpty(Mono.error(Problem::notFound));
    }

    /** From the first byte asked for to the last, both included; written down before it leaves. */
    public Mono<Flux<ByteBuffer>> content(
            Scope scope, StoredDocument document, Edition edition, long first, long last) {
        inside(scope, document.owner());
        return log.note(document, edition, scope.subject())
                .thenReturn(parts.bytes().get(edition.ref(), first, last));
    }

    /** Newest first. */
    public Flux<Download> downloads(Scope scope, StoredDocument document) {
        inside(scope, document.owner());
        return log.of(document);
    }

    /** No longer listed; for a while it can be brought back. */
    public Mono<Void> remove(Scope scope, StoredDocument document, Instant at, String by) {
        inside(scope, document.owner());
        String id = AggregateIds.of(document.id() + "/" + document.version() + "/removed");
        Act act = new Act(at, by);
        Filing filing = new Filing(id, 1, State.REMOVING, document.owner(), document.id(), null, act, now());
        return parts.filings().begin(filing).flatMap(steps::remove);
    }

    /** 410 when its time is over. What was not removed stays as it is. */
    public Mono<StoredDocument> restore(Scope scope, StoredDocument document, Instant at, String by) {
        inside(scope, document.owner());
        return document.removal() == null
                ? Mono.just(document)
                : steps.bringBack(document.removal().filing(), new Act(at, by))
                        .switchIfEmpty(Mono.error(Problem::gone));
    }

    /** A further edition of what is there always has room here. */
    private Mono<Void> room(Upload upload) {
        String series = Titles.first(upload.owner(), upload.about());
        return list(upload.owner())
                .filter(one -> !Titles.series(one.id()).equals(series))
                .count()
                .doOnNext(others -> {
                    if (others >= MOST) {
                        throw new DocumentProblem.TooMany(MOST);
                    }
                })
                .then();
    }

    private Flux<StoredDocument> list(DocumentOwner owner) {
        String key = owner.key();
        String end = key.substring(0, key.length() - 1) + ";";
        return parts.documents().list(and(gte("_id", key), lt("_id", end))).filter(one -> !one.isRemoved());
    }

    private static void inside(Scope scope, DocumentOwner owner) {
        if (!owner.within(scope)) {
            throw Problem.notFound();
        }
    }

    /** By the system's clock. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
