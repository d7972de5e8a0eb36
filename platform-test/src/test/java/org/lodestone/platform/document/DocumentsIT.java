package org.lodestone.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lodestone.platform.document.Filings.AT;
import static org.lodestone.platform.document.Filings.OWNER;
import static org.lodestone.platform.document.Filings.SCOPE;
import static org.lodestone.platform.document.Filings.await;
import static org.lodestone.platform.document.Filings.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.platform.aggregate.Parcels;
import org.lodestone.platform.document.DocumentTarget.What;
import org.lodestone.platform.document.StoredDocument.Edition;
import org.lodestone.platform.web.Problem;
import reactor.core.publisher.Flux;

class DocumentsIT {

    @Test
    void theSameTitleAgainIsTheNextEdition() {
        Filings filings = Filings.patient();
        StoredDocument first = filings.received("意向书", text("one"), null);
        StoredDocument second = filings.received("意向书", text("two"), null);
        filings.received("可研", text("three"), null);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.editions()).extracting(Edition::number).containsExactly(1, 2);
        assertThat(second.latest().sha256())
                .hasSize(64)
                .isNotEqualTo(first.latest().sha256());
        assertThat(second.latest().type()).isEqualTo("text/plain");
        assertThat(filings.content(second, second.editions().getFirst())).isEqualTo(text("one"));
        assertThat(filings.content(second, second.latest())).isEqualTo(text("two"));
        assertThat(filings.listed()).extracting(one -> one.about().title()).containsExactlyInAnyOrder("意向书", "可研");
        assertThat(filings.heard).hasSize(3).allMatch(one -> one.what() == What.ADDED);
    }

    @Test
    void theSameKeyIsTheSameEdition() {
        Filings filings = Filings.patient();
        StoredDocument first = filings.received("意向书", text("one"), "k");

        StoredDocument again = filings.received("意向书", text("one"), "k");

        assertThat(again).isEqualTo(first);
        assertThat(filings.heard).hasSize(1);
        assertThatThrownBy(() -> filings.received("意向书", text("other"), "k"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("idempotency-key-reused"));
    }

    @Test
    void sentManyTimesAtOnceUnderOneKeyItIsOneEdition() {
        Filings filings = Filings.patient();

        List<StoredDocument> all = await(Flux.range(0, 8)
                .flatMap(_ -> filings.receiving("意向书", text("one"), "k"))
                .collectList());

        assertThat(all).hasSize(8);
        assertThat(filings.listed())
                .singleElement()
                .satisfies(one -> assertThat(one.editions()).hasSize(1));
        assertThat(filings.chunks()).isEqualTo(1);
    }

    @Test
    void sentAtOnceUnderOneTitleEachIsAnEdition() {
        Filings filings = Filings.patient();

        await(Flux.range(0, 8)
                .flatMap(n -> filings.receiving("意向书", text("number " + n), null))
                .collectList());

        assertThat(filings.listed())
                .singleElement()
                .satisfies(one ->
                        assertThat(one.editions()).extracting(Edition::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8));
    }

    @Test
    void anyPartOfAFileCanBeHad() {
        Filings filings = Filings.patient();
        byte[] content = text("abc".repeat(300_000));
        StoredDocument document = filings.received("附件", content, null);
        Edition edition = document.latest();
        int chunk = 255 * 1024;

        for (int[] range : new int[][] {{0, 0}, {chunk - 1, chunk}, {chunk, 2 * chunk}, {5, content.length - 1}}) {
            byte[] part = Filings.bytes(await(filings.documents.content(SCOPE, document, edition, range[0], range[1])));
            assertThat(part).isEqualTo(java.util.Arrays.copyOfRange(content, range[0], range[1] + 1));
        }
        assertThat(await(filings.documents.downloads(SCOPE, document).collectList()))
                .hasSize(4)
                .allMatch(line -> line.by().equals(SCOPE.subject()) && line.edition() == 1);
    }

    @Test
    void whatIsRemovedCanBeBroughtBackAndGoesForGoodLater() {
        Filings filings = Filings.patient();
        StoredDocument document = filings.received("意向书", text("one"), null);

        await(filings.documents.remove(SCOPE, document, AT, "liu").thenReturn(true));
        filings.sweep();
        assertThat(filings.listed()).isEmpty();
        assertThatThrownBy(() -> await(filings.documents.find(SCOPE, OWNER, document.code())))
                .isInstanceOfSatisfying(
                        Problem.class, gone -> assertThat(gone.slug()).isEqualTo("gone"));

        StoredDocument gone = await(filings.documents.any(SCOPE, OWNER, document.code()));
        StoredDocument back = await(filings.documents.restore(SCOPE, gone, AT, "liu"));
        assertThat(filings.content(back, back.latest())).isEqualTo(text("one"));
        assertThat(filings.heard)
                .extracting(one -> one.what())
                .containsExactly(What.ADDED, What.REMOVED, What.RESTORED);
    }

    @Test
    void afterItsTimeNothingOfARemovedDocumentIsLeft() {
        Filings filings = Filings.impatient();
        StoredDocument document = filings.received("张三的意向书", text("one"), null);
        await(filings.documents.remove(SCOPE, document, AT, "liu").thenReturn(true));

        filings.sweep();

        StoredDocument stone = await(filings.documents.any(SCOPE, OWNER, document.code()));
        assertThat(stone.toString()).doesNotContain("张三");
        assertThat(stone.latest().by()).isEqualTo("officer.yuanqu");
        assertThat(filings.chunks()).isZero();
        assertThat(await(filings.parts.filings().unfinished().collectList())).isEmpty();
        assertThat(await(filings.parts
                                .filings()
                                .list(com.mongodb.client.model.Filters.empty())
                                .collectList())
                        .toString())
                .doesNotContain("张三");
        assertThatThrownBy(() -> await(filings.documents.restore(SCOPE, stone, AT, "liu")))
                .isInstanceOfSatisfying(
                        Problem.class, gone -> assertThat(gone.slug()).isEqualTo("gone"));
    }

    @Test
    void aTitleThatWasRemovedBeginsAgain() {
        Filings filings = Filings.patient();
        StoredDocument first = filings.received("意向书", text("one"), null);
        await(filings.documents.remove(SCOPE, first, AT, "liu").thenReturn(true));

        StoredDocument second = filings.received("意向书", text("two"), null);
        await(filings.documents.remove(SCOPE, second, AT, "liu").thenReturn(true));
        StoredDocument third = filings.received("意向书", text("three"), null);

        assertThat(second.code()).isEqualTo(first.code() + ".2");
        assertThat(third.code()).isEqualTo(first.code() + ".3");
        assertThat(third.latest().number()).isEqualTo(1);
        assertThat(filings.listed()).containsExactly(third);
    }

    @Test
    void anotherZoneFindsNothing() {
        Filings filings = Filings.patient();
        StoredDocument document = filings.received("意向书", text("one"), null);
        var elsewhere = Parcels.zone("140522");

        assertThatThrownBy(() -> filings.documents.list(elsewhere, OWNER).blockLast())
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> filings.documents.content(elsewhere, document, document.latest(), 0, 0))
                .isInstanceOf(Problem.class);
    }
}
