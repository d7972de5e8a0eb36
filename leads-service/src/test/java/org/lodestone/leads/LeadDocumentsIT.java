package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.manager;
import static org.lodestone.leads.Api.name;
import static org.lodestone.leads.Api.officer;
import static org.lodestone.leads.LeadPapers.of;
import static org.lodestone.leads.LeadPapers.pdf;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.contracts.Topics;
import org.lodestone.leads.Api.Answer;
import org.lodestone.leads.LeadPapers.Taken;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.PublishedEvents;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The life of a lead's papers: brought, in versions, taken, taken away and brought back. */
@ServiceTest
class LeadDocumentsIT {

    private static final Map<String, String> INTENT = Map.of("kind", "INTENT", "title", "合作意向书", "on", "2026-01-04");

    private final Api api;
    private final LeadPapers papers;

    @Autowired
    LeadDocumentsIT(WebTestClient http) {
        this.api = new Api(http);
        this.papers = new LeadPapers(http);
    }

    private String lead() {
        return api.captured(officer(), name()).id();
    }

    private Answer deleted(String token, String path) {
        return api.send(HttpMethod.DELETE, token, path, (String) null, Map.of());
    }

    @Test
    void whatIsBroughtIsThereToTheByteAndItsPaperIsInTheLead() {
        String lead = lead();
        byte[] content = pdf("一");

        Answer brought = papers.send(officer(), lead, "意向书.docx", content, INTENT);

        assertThat(brought.status()).as("%s", brought.body()).isEqualTo(201);
        assertThat(Api.header(brought, "Location")).isEqualTo(of(lead) + "/" + brought.id());
        assertThat(brought.text("/type")).isEqualTo("application/pdf");
        assertThat(brought.text("/fileName")).isEqualTo("意向书.docx");
        assertThat(brought.body().path("version").asInt()).isEqualTo(1);
        assertThat(brought.body().path("bytes").asInt()).isEqualTo(content.length);
        assertThat(brought.text("/sha256")).hasSize(64);
        assertThat(brought.body().path("scanned").asBoolean(true)).isFalse();
        Taken taken = papers.take(officer(), lead, brought.id());
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.bytes()).isEqualTo(content);
        assertThat(taken.headers().getFirst("Content-Disposition"))
                .startsWith("attachment")
                .contains("%E6%84%8F%E5%90%91%E4%B9%A6.docx");
        assertThat(taken.headers().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        Answer read = api.get(officer(), "/api/leads/" + lead);
        assertThat(read.text("/documents/0/file")).isEqualTo(brought.id());
        assertThat(read.text("/documents/0/kind")).isEqualTo("INTENT");
        assertThat(read.text("/documents/0/on")).isEqualTo("2026-01-04");
        Answer history = api.get(officer(), "/api/leads/" + lead + "/history");
        assertThat(history.text("/items/0/kind")).isEqualTo("document-added");
        assertThat(history.text("/items/0/by")).isEqualTo("officer.yuanqu");
        assertThat(api.get(officer(), "/api/leads/" + lead + "/history?verify=true")
                        .body()
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theEventSaysThatThereIsAFileAndNothingOfWhatIsInIt() throws Exception {
        String lead = lead();
        papers.send(officer(), lead, "张三身份证.pdf", pdf("x"), Map.of("kind", "PHOTO", "title", "张三的证件"));

        var events = PublishedEvents.on(Topics.LEADS).await(lead, Duration.ofSeconds(30), heard -> heard.size() == 2);

        assertThat(events.getLast().type()).isEqualTo("lead.changed.v1");
        assertThat(events.getLast().data().toString()).contains("files").doesNotContain("张三", "证");
    }

    @Test
    void theSameTitleAgainIsTheNextVersionAndTheOldOnesStay() {
        String lead = lead();
        Answer first = papers.send(officer(), lead, "a.pdf", pdf("一"), INTENT);
        Answer second = papers.send(manager(), lead, "b.pdf", pdf("二"), Map.of("kind", "INTENT", "title", "合作意向书"));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.body()
                        .path("versions")
                        .valueStream()
                        .map(one -> one.path("version").asInt()))
                .containsExactly(2, 1);
        assertThat(second.text("/on")).isEqualTo("2026-01-04");
        String content = of(lead) + "/" + first.id() + "/content";
        assertThat(papers.take(officer(), content + "?version=1", Map.of()).bytes())
                .isEqualTo(pdf("一"));
        assertThat(papers.take(officer(), content, Map.of()).bytes()).isEqualTo(pdf("二"));
        assertThat(papers.take(officer(), content + "?version=3", Map.of()).status())
                .isEqualTo(404);
        assertThat(api.get(officer(), "/api/leads/" + lead)
                        .body()
                        .path("documents")
                        .size())
                .isEqualTo(1);
        assertThat(api.get(officer(), of(lead)).body().path("items").size()).isEqualTo(1);
    }

    @Test
    void aFileCanBeOfAPaperThatWasWrittenDownBefore() {
        String lead = lead();
        api.patch(officer(), "/api/leads/" + lead, "{\"documents\":[{\"kind\":\"FRAMEWORK\",\"title\":\"框架协议\"}]}", 1);
        String paper = api.get(officer(), "/api/leads/" + lead).text("/documents/0/id");

        Answer brought = papers.send(
                officer(), lead, "a.pdf", pdf("一"), Map.of("kind", "FRAMEWORK", "paper", paper, "on", "2026-01-03"));

        Answer read = api.get(officer(), "/api/leads/" + lead);
        assertThat(read.body().path("documents").size()).isEqualTo(1);
        assertThat(read.text("/documents/0/file")).isEqualTo(brought.id());
        assertThat(read.text("/documents/0/on")).isEqualTo("2026-01-03");
        String meddling = "{\"documents\":[{\"id\":\"" + paper + "\",\"kind\":\"FRAMEWORK\",\"file\":\"another\"}]}";
        assertThat(api.patch(officer(), "/api/leads/" + lead, meddling, 3).text("/documents/0/file"))
                .isEqualTo(brought.id());
        deleted(officer(), of(lead) + "/" + brought.id());
        assertThat(api.get(officer(), "/api/leads/" + lead)
                        .body()
                        .at("/documents/0")
                        .has("file"))
                .isFalse();
    }

    @Test
    void theSameKeyIsTheSameVersion() {
        String lead = lead();
        Map<String, String> key = Map.of("Idempotency-Key", name());

        Answer first = papers.send(officer(), lead, "a.pdf", pdf("一"), INTENT, key);
        Answer again = papers.send(officer(), lead, "a.pdf", pdf("一"), INTENT, key);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(papers.send(officer(), lead, "a.pdf", pdf("二"), INTENT, key).status())
                .isEqualTo(422);
    }

    @Test
    void aDownloadGoesOnWhereItWasCutOff() {
        String lead = lead();
        byte[] content = new byte[600_000];
        new Random(7).nextBytes(content);
        System.arraycopy(pdf(""), 0, content, 0, 9);
        Answer brought = papers.send(officer(), lead, "a.pdf", content, INTENT);
        String path = of(lead) + "/" + brought.id() + "/content";
        String etag = "\"" + brought.text("/sha256") + "\"";

        Taken part = papers.take(officer(), path, Map.of("Range", "bytes=300000-", "If-Range", etag));
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.headers().getFirst("Content-Range")).isEqualTo("bytes 300000-599999/600000");
        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(content, 300_000, 600_000));
        assertThat(papers.take(officer(), path, Map.of("Range", "bytes=-10")).bytes())
                .isEqualTo(Arrays.copyOfRange(content, 599_990, 600_000));
        Taken changed = papers.take(officer(), path, Map.of("Range", "bytes=5-6", "If-Range", "\"other\""));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.bytes()).isEqualTo(content);
        Taken beyond = papers.take(officer(), path, Map.of("Range", "bytes=600000-"));
        assertThat(beyond.status()).isEqualTo(416);
        assertThat(beyond.headers().getFirst("Content-Range")).isEqualTo("bytes */600000");
        assertThat(papers.take(officer(), path, Map.of("If-None-Match", etag)).status())
                .isEqualTo(304);
        Answer log = api.get(manager(), of(lead) + "/" + brought.id() + "/downloads");
        assertThat(log.texts("items", "by")).containsExactly("officer.yuanqu", "officer.yuanqu", "officer.yuanqu");
    }

    @Test
    void whatIsTakenAwayCanBeBroughtBack() {
        String lead = lead();
        String path = of(lead) + "/"
                + papers.send(officer(), lead, "a.pdf", pdf("一"), INTENT).id();

        assertThat(deleted(officer(), path).status()).isEqualTo(204);
        assertThat(api.get(officer(), path).status()).isEqualTo(410);
        assertThat(papers.take(officer(), path + "/content", Map.of()).status()).isEqualTo(410);
        assertThat(deleted(officer(), path).status()).isEqualTo(410);
        assertThat(api.get(officer(), of(lead)).body().path("items").isEmpty()).isTrue();
        assertThat(api.get(officer(), "/api/leads/" + lead)
                        .body()
                        .path("documents")
                        .isEmpty())
                .isTrue();

        Answer back = api.post(officer(), path + "/restorations", "{}");
        assertThat(back.status()).isEqualTo(200);
        assertThat(papers.take(officer(), path + "/content", Map.of()).bytes()).isEqualTo(pdf("一"));
        assertThat(api.get(officer(), "/api/leads/" + lead).text("/documents/0/title"))
                .isEqualTo("合作意向书");
        assertThat(api.get(officer(), "/api/leads/" + lead + "/history").texts("items", "kind"))
                .containsExactly("document-restored", "document-removed", "document-added", "captured");
    }

    @Test
    void whatIsTooLargeIsRefusedAndTwentyMegabytesAreNot() {
        String lead = lead();
        byte[] most = new byte[20 << 20];
        System.arraycopy(pdf(""), 0, most, 0, 9);

        Answer brought = papers.send(officer(), lead, "a.pdf", most, INTENT);
        assertThat(brought.status()).as("%s", brought.body()).isEqualTo(201);
        assertThat(papers.take(officer(), lead, brought.id()).bytes()).isEqualTo(most);

        Answer refused = papers.send(officer(), lead, "a.pdf", Arrays.copyOf(most, most.length + 1), INTENT);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text("/type")).isEqualTo("/problems/too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><script>x</script></html>", "#!/bin/sh\nrm", "MZ\u0090\u0000\u0003\u0000"})
    void itsContentSaysWhatAFileIs(String content) {
        String lead = lead();
        Answer refused = papers.send(
                officer(), lead, "意向书.pdf", content.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), INTENT);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/type")).isEqualTo("/problems/document-type");
        assertThat(refused.text("/found")).isNotBlank();
        assertThat(refused.text("/detail")).contains(refused.text("/found"));
        assertThat(api.get(officer(), of(lead)).body().path("items").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "kind, NOTHING, kind",
        "title, '', kind",
        "on, 2999-01-01, on",
        "on, tomorrow, on",
        "paper, none, paper",
        "other, x, other"
    })
    void whatIsSaidWronglyIsNamed(String field, String value, String named) {
        Map<String, String> fields =
                named.equals("kind") ? Map.of(field, value) : Map.of("kind", "INTENT", field, value);
        Answer refused = papers.send(officer(), lead(), "a.pdf", pdf("一"), fields);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.texts("errors", "field")).containsExactly(named);
    }

    @Test
    void aNameIsNoPathAndNoCharacterIsCutInTwo() {
        String lead = api.captured(officer(), name()).id();
        Map<String, String> names = Map.of(
                "..",
                "file",
                "../../招商/意向书.pdf",
                "意向书.pdf",
                "x" + "🏭".repeat(300) + ".pdf",
                "x" + "🏭".repeat(179) + "🏭".repeat(16) + ".pdf");
        names.forEach((sent, kept) -> {
            Answer brought = papers.send(officer(), lead, sent, LeadPapers.pdf(sent), Map.of("kind", "OTHER"));
            assertThat(brought.status()).as("%s", brought.body()).isEqualTo(201);
            assertThat(brought.text("/fileName")).isEqualTo(kept);
            assertThat(brought.text("/title")).doesNotContain("?", "\ufffd", "/");
        });
    }

    @Test
    void anEmptyFileOrNoneIsNone() {
        String lead = lead();

        assertThat(papers.send(officer(), lead, "a.pdf", new byte[0], INTENT).status())
                .isEqualTo(400);
        assertThat(api.post(officer(), of(lead), "{}").status()).isEqualTo(415);
    }

    @Test
    void anothersLeadsPapersAreListedAndNotGiven() {
        String lead = api.captured(manager(), name()).id();
        String id = papers.send(manager(), lead, "a.pdf", pdf("一"), INTENT).id();
        String elsewhere = Tokens.of("manager.yangcheng", Role.MANAGER, Api.YANGCHENG);

        Answer listed = api.get(officer(), of(lead));
        assertThat(listed.body().at("/items/0/mayDownload").asBoolean(true)).isFalse();
        assertThat(listed.body().at("/items/0/mayRemove").asBoolean(true)).isFalse();
        assertThat(papers.take(officer(), lead, id).status()).isEqualTo(403);
        assertThat(papers.send(officer(), lead, "a.pdf", pdf("二"), INTENT).status())
                .isEqualTo(403);
        assertThat(papers.take(elsewhere, lead, id).status()).isEqualTo(404);
        assertThat(papers.send(elsewhere, lead, "a.pdf", pdf("二"), INTENT).status())
                .isEqualTo(404);
    }
}
