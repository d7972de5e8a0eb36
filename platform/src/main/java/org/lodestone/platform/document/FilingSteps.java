package org.lodestone.platform.document;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
                    case DROPPING, DROPPED, REMOVING, REMOVED -> throw Problem.busy();
                })
                .flatMap(this::list);
    }

    /** Every unfinished filing, but no upload that may still be running. */
    Mono<Void> resume(Filing filing, Instant now) {
        return switch (filing.state()) {
            case KEEPING ->
                filing.since().plus(parts.properties().abandonedAfter()).isAfter(now)
                        ? Mono.empty()
                        : parts.filings()
                                .step(
                                        filing.id(),
                                        one -> one.state() == State.KEEPING ? one.enter(State.DROPPING) : one)
                                .filter(one -> one.state() == State.DROPPING)
                                .flatMap(this::drop);
            case LISTING -> list(filing).then();
            case DROPPING -> drop(filing);
            case REMOVING -> remove(filing);
            case DONE, DROPPED, REMOVED -> Mono.empty();
        };
    }

    /** The document first, then its bytes: what is listed can always be read. */
    Mono<Void> remove(Filing filing) {
        Removal removal = Objects.requireNonNull(filing.removal());
        return parts.documents()
                .step(filing.document(), document -> document.without(removal))
                .flatMap(gone -> target.removed(filing).thenReturn(gone))
                .flatMap(gone -> Flux.fromIterable(gone.isRemoved() ? gone.editions() : List.of())
                        .concatMap(edition -> parts.bytes().delete(edition.ref()))
                        .then())
                .then(end(filing, State.REMOVED));
    }

    private Mono<StoredDocument> list(Filing filing) {
        if (filing.state() == State.DONE) {
            return parts.documents().find(filing.document());
        }
        StoredDocument first = new StoredDocument(
                filing.document(), 1, filing.owner(), filing.about(), List.of(filing.edition().numbered(1)), null);
        return parts.documents()
                .begin(first)
                .flatMap(_ -> parts.documents().step(filing.document(), document -> added(document, filing)))
                .flatMap(document -> target.added(document, edition(document, filing))
                        .then(end(filing, State.DONE))
                        .thenReturn(document));
    }

    private static StoredDocument added(StoredDocument document, Filing filing) {
        if (!document.isRemoved() && !document.lists(filing.edition().ref())) {
            most(document.editions().size(), MOST_EDITIONS);
        }
        return document.with(filing.about(), filing.edition());
    }

    static void most(int present, int most) {
        if (present >= most) {
            throw new DocumentProblem.TooMany(most);
        }
    }

    private static StoredDocument.Edition edition(StoredDocument document, Filing filing) {
        return document.editions().stream()
                .filter(one -> one.ref().equals(filing.edition().ref()))
                .findFirst()
                .orElse(document.latest());
    }

    private Mono<Void> drop(Filing filing) {
        return parts.bytes().delete(filing.edition().ref()).then(end(filing, State.DROPPED));
    }

    private Mono<Void> end(Filing filing, State last) {
        return Mono.defer(() ->
                parts.filings().step(filing.id(), one -> one.finished() ? one : one.end(last)).then());
    }
}
