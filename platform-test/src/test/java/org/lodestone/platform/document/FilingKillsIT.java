package org.lodestone.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.platform.document.Filings.AT;
import static org.lodestone.platform.document.Filings.OWNER;
import static org.lodestone.platform.document.Filings.SCOPE;
import static org.lodestone.platform.document.Filings.await;
import static org.lodestone.platform.document.Filings.text;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.platform.document.DocumentTarget.What;
import org.lodestone.platform.document.Filing.State;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Killed anywhere, an upload is either whole and listed or gone without a trace, and a removal goes on. A kill is a step that was not
 * taken, or one whose answer nobody waited for.
 */
class FilingKillsIT {

    /** Dies at the n-th of its writes: before it, or right after it. */
    private static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static DocumentParts dying(DocumentParts parts, AtomicInteger writesLeft) {
        DocumentBytes mortal = new DocumentBytes() {

            @Override
            public Mono<Void> put(String ref, Path file, String type) {
                return writesLeft.getAndDecrement() > 0 ? parts.bytes().put(ref, file, type) : Mono.error(new Killed());
            }

            @Override
            public Flux<ByteBuffer> get(String ref, long first, long last) {
                return parts.bytes().get(ref, first, last);
            }

            @Override
            public Mono<Void> delete(String ref) {
                return writesLeft.getAndDecrement() > 0 ? parts.bytes().delete(ref) : Mono.error(new Killed());
            }
        };
        return new DocumentParts(parts.documents(), parts.filings(), mortal, null, parts.properties());
    }

    @Test
    void bytesThatNobodyFinishedAreSwept() {
        Filings filings = Filings.impatient();
        Documents dying = new Documents(
                dying(filings.parts, new AtomicInteger(0)), filings.steps, new DownloadLog(filings.database));
        assertThat(refused(uploading(dying, "k"))).isInstanceOf(Killed.class);
        put(filings, "half");

        filings.sweep();

        assertThat(filings.listed()).isEmpty();
        assertThat(filings.chunks()).isZero();
        assertThat(filings.heard).isEmpty();
        StoredDocument after = filings.received("意向书", text("one"), "k");
        assertThat(filings.content(after, after.latest())).isEqualTo(text("one"));
    }

    /** A chunk of the upload under way, as a kill between two chunks leaves it. */
    private static void put(Filings filings, String words) {
        Filing filing = await(filings.parts.filings().unfinished().next());
        Path file = Filings.file(text(words));
        await(filings.parts
                .bytes()
                .put(filing.edition().ref(), file, "text/plain")
                .thenReturn(true));
        Filings.delete(file);
        assertThat(filings.chunks()).isEqualTo(1);
    }

    @Test
    void whoTriesAgainAtOnceGoesOnWhereItWasKilled() {
        Filings filings = Filings.patient();
        Documents dying = new Documents(
                dying(filings.parts, new AtomicInteger(0)), filings.steps, new DownloadLog(filings.database));
        assertThat(refused(uploading(dying, "k"))).isInstanceOf(Killed.class);

        StoredDocument after = filings.received("意向书", text("one"), "k");

        assertThat(after.editions()).hasSize(1);
        assertThat(filings.content(after, after.latest())).isEqualTo(text("one"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsWholeIsListedWhetherItsOwnerHeardOfItOrNot(boolean heard) {
        Filings filings = Filings.patient();
        FilingSteps deaf = new FilingSteps(
                filings.parts,
                occurrence -> heard
                        ? Mono.fromRunnable(() -> filings.heard.add(occurrence)).then(Mono.error(new Killed()))
                        : Mono.error(new Killed()));
        Documents dying = new Documents(filings.parts, deaf, new DownloadLog(filings.database));
        assertThat(refused(uploading(dying, null))).isInstanceOf(Killed.class);

        filings.sweep();

        assertThat(filings.listed()).singleElement().satisfies(one -> {
            assertThat(one.editions()).hasSize(1);
            assertThat(filings.content(one, one.latest())).isEqualTo(text("one"));
        });
        assertThat(filings.heard)
                .singleElement()
                .satisfies(one -> assertThat(one.what()).isEqualTo(What.ADDED));
        assertThat(await(filings.parts.filings().unfinished().collectList())).isEmpty();
    }

    /** 0: before the document is touched; 1: it is, but nobody was told; 2: the bytes are not deleted; 3: one of two editions is. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aRemovalGoesOn(int step) {
        Filings filings = Filings.impatient();
        filings.received("意向书", text("one"), null);
        StoredDocument document = filings.received("意向书", text("two"), null);
        FilingSteps dying = new FilingSteps(
                dying(filings.parts, new AtomicInteger(step == 3 ? 1 : 0)),
                occurrence ->
                        step < 2 ? Mono.error(new Killed()) : Mono.fromRunnable(() -> filings.heard.add(occurrence)));
        if (step == 0) {
            await(filings.parts.filings().begin(removing(document)));
        } else {
            Documents mortal = new Documents(filings.parts, dying, new DownloadLog(filings.database));
            Throwable end = refused(mortal.remove(SCOPE, document, AT, "liu").thenReturn(true));
            assertThat(end == null).isEqualTo(step > 1);
        }
        if (step > 1) {
            DocumentAutoConfiguration.sweep(filings.parts, dying).resume().block();
            assertThat(filings.chunks()).isEqualTo(step == 3 ? 1 : 2);
        }

        filings.sweep();
        filings.sweep();

        assertThat(filings.listed()).isEmpty();
        assertThat(filings.chunks()).isZero();
        assertThat(filings.heard).filteredOn(one -> one.what() == What.REMOVED).hasSize(1);
        assertThat(await(filings.parts.filings().unfinished().collectList())).isEmpty();
    }

    @Test
    void whatCameUnderATitleWhileItWasRemovedIsADocumentOfItsOwn() {
        Filings filings = Filings.patient();
        StoredDocument old = filings.received("意向书", text("one"), null);
        Filing begun = await(filings.parts.filings().begin(incoming(filings, old)));
        await(filings.documents.remove(SCOPE, old, AT, "liu").thenReturn(true));

        filings.sweep();

        assertThat(filings.listed()).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo(old.code() + ".2");
            assertThat(one.latest().ref()).isEqualTo(begun.edition().ref());
        });
    }

    private static Filing incoming(Filings filings, StoredDocument old) {
        StoredDocument.Edition edition = old.latest();
        StoredDocument.Edition next = new StoredDocument.Edition(
                1, "REF2", edition.fileName(), edition.type(), edition.bytes(), edition.sha256(), AT, "liu", false);
        Path file = Filings.file(text("one"));
        await(filings.parts.bytes().put("REF2", file, "text/plain").thenReturn(true));
        Filings.delete(file);
        return new Filing(
                "REF2",
                1,
                State.LISTING,
                OWNER,
                old.id(),
                new Filing.Incoming(old.about(), next),
                new Filing.Act(AT, "liu"),
                Instant.now());
    }

    private static Filing removing(StoredDocument document) {
        return new Filing(
                "REMOVAL", 1, State.REMOVING, OWNER, document.id(), null, new Filing.Act(AT, "liu"), Instant.EPOCH);
    }

    private static Mono<StoredDocument> uploading(Documents documents, @Nullable String key) {
        return Mono.using(
                () -> Filings.file(text("one")),
                file -> documents.receive(
                        SCOPE,
                        new Documents.Upload(OWNER, Filings.about("意向书"), file, "意向书.txt", key, AT, "officer.yuanqu")),
                Filings::delete);
    }

    private static @Nullable Throwable refused(Mono<?> mono) {
        return mono.then(Mono.<Throwable>empty()).onErrorResume(Mono::just).block();
    }
}
