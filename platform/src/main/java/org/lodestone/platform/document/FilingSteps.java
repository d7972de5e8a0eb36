package org.lodestone.platform.document;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.lodestone.platform.document.DocumentTarget.Occurrence;
import org.lodestone.platform.document.DocumentTarget.What;
import org.lodestone.platform.document.Filing.State;
import org.lodestone.platform.document.StoredDocument.Removal;
import org.lodestone.platform.web.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings a filing to its end, from wherever it is. Each step is guarded and may be taken twice. */
final class FilingSteps {

    /** Of one document; nobody reads so many. */
    static final int MOST_EDITIONS = 100;

    private final DocumentParts parts;
    private final DocumentTarget target;

    FilingSteps(DocumentParts parts, DocumentTarget target) {
        this.parts = parts;
        this.target = target;
    }

    /** Its bytes are whole. Who was taken for dead meanwhile has lost, and is told to try again. */
    Mono<StoredDocument> kept(Filing filing) {
        return parts.filings()
                .step(filing.id(), now -> switch (now.state()) {
                    case KEEPING -> now.enter(State.LISTING);
                    case LISTING, DONE -> now;
                    case DROPPING, DROPPED, REMOVING, HELD, RESTORING, RESTORED, PURGING, PURGED ->
                        throw Problem.busy();
                })
                .flatMap(this::list);
    }

    /** Every unfinished filing, but no upload that may still be running, and nothing that may still be brought back. */
    Mono<Void> resume(Filing filing, Instant now) {
        return switch (filing.state()) {
            case KEEPING ->
                isOlder(filing, parts.properties().abandonedAfter(), now)
                        ? claimed(filing, State.KEEPING, State.DROPPING).flatMap(this::drop)
                        : Mono.empty();
            case LISTING -> list(filing).then();
            case DROPPING -> drop(filing);
            case REMOVING -> remove(filing);
            case HELD ->
                isOlder(filing, parts.properties().undo(), now)
                        ? claimed(filing, State.HELD, State.PURGING).flatMap(this::purge)
                        : Mono.empty();
            case RESTORING -> restore(filing).then();
            case PURGING -> purge(filing);
            case DONE, DROPPED, RESTORED, PURGED -> Mono.empty();
        };
    }

    /** Not listed any more; its bytes stay for a while. */
    Mono<Void> remove(Filing filing) {
        Removal removal = new Removal(filing.act().at(), filing.act().by(), filing.id());
        return parts.documents()
                .step(filing.document(), document -> document.removed(removal))
                .filter(gone -> isBy(filing, gone))
                .flatMap(gone -> target.hear(Occurrence.of(What.REMOVED, filing, gone)))
                .then(claimed(filing, State.REMOVING, State.HELD))
                .then();
    }

    /** Empty when its time is over. */
    Mono<StoredDocument> bringBack(String filing, Filing.Act act) {
        return parts.filings()
                .step(filing, one -> one.state() == State.HELD ? one.enter(State.RESTORING, act) : one)
                .filter(one -> one.state() == State.RESTORING)
                .flatMap(this::restore);
    }

    private Mono<StoredDocument> restore(Filing filing) {
        return parts.documents()
                .step(filing.document(), StoredDocument::restored)
                .flatMap(back -> target.hear(Occurrence.of(What.RESTORED, filing, back))
                        .then(end(filing, State.RESTORED))
                        .thenReturn(back));
    }

    /** The bytes first: the document still knows where they are when this is killed. */
    private Mono<Void> purge(Filing filing) {
        return parts.documents()
                .find(filing.document())
                .filter(document -> isBy(filing, document))
                .flatMap(document -> Flux.fromIterable(document.editions())
                        .concatMap(edition -> parts.bytes().delete(edition.ref()))
                        .then(parts.documents().step(filing.document(), StoredDocument::bare)))
                .then(end(filing, State.PURGED));
    }

    /** Another one may have been faster, and been taken back since. */
    private static boolean isBy(Filing filing, StoredDocument document) {
        return document.removal() != null && document.removal().filing().equals(filing.id());
    }

    private Mono<StoredDocument> list(Filing filing) {
        if (filing.state() == State.DONE) {
            return parts.documents().find(filing.document());
        }
        StoredDocument first = new StoredDocument(
                filing.document(),
                1,
                filing.owner(),
                filing.about(),
                List.of(filing.edition().numbered(1)),
                null);
        return parts.documents()
                .begin(first)
                .flatMap(present -> present.isRemoved() ? listAnew(filing) : listIn(filing))
                .onErrorResume(
                        DocumentProblem.TooMany.class,
                        full -> claimed(filing, State.LISTING, State.DROPPING)
                                .flatMap(this::drop)
                                .then(Mono.error(full)));
    }

    /** Removed while this one was on its way: it becomes a document of its own. */
    private Mono<StoredDocument> listAnew(Filing filing) {
        return parts.filings()
                .step(
                        filing.id(),
                        one -> one.document().equals(filing.document()) ? one.into(Titles.after(one.document())) : one)
                .flatMap(this::list);
    }

    private Mono<StoredDocument> listIn(Filing filing) {
        return parts.documents()
                .step(filing.document(), document -> document.isRemoved() ? document : added(document, filing))
                .flatMap(document -> document.isRemoved()
                        ? listAnew(filing)
                        : target.hear(Occurrence.of(What.ADDED, filing, document))
                                .then(end(filing, State.DONE))
                                .thenReturn(document));
    }

    private static StoredDocument added(StoredDocument document, Filing filing) {
        if (document.filed(filing.edition().ref()).isEmpty()
                && document.editions().size() >= MOST_EDITIONS) {
            throw new DocumentProblem.TooMany(MOST_EDITIONS);
        }
        return document.with(filing.about(), filing.edition());
    }

    private Mono<Void> drop(Filing filing) {
        return parts.bytes().delete(filing.edition().ref()).then(end(filing, State.DROPPED));
    }

    /** Empty when somebody else was faster. */
    private Mono<Filing> claimed(Filing filing, State from, State to) {
        return Mono.defer(() -> parts.filings().step(filing.id(), one -> one.state() == from ? one.enter(to) : one))
                .filter(one -> one.state() == to);
    }

    private Mono<Void> end(Filing filing, State last) {
        return Mono.defer(() -> parts.filings().step(filing.id(), one -> one.finished() ? one : one.end(last)))
                .then();
    }

    private static boolean isOlder(Filing filing, Duration age, Instant now) {
        return !filing.since().plus(age).isAfter(now);
    }
}
