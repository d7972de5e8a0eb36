package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.name;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lodestone.leads.Api.Answer;
import org.lodestone.leads.directory.OwnZone;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A person in every place there is: found, taken out, and gone. The service is its own, since an erasure walks everything there is. */
@ServiceTest
@DirtiesContext
@TestPropertySource(properties = "lodestone.erasures.of=this-class")
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataIT {

    private static final String ADMIN = Api.as(Role.ADMIN);
    private static final String PATH = "/api/personal-data/";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Api api;
    private final Ledgers ledgers;
    private final LeadPapers papers;
    private final MongoDatabase database;
    private final Path index;
    private final OwnZone zone;

    @Autowired
    PersonalDataIT(WebTestClient http, MongoDatabase database, ApplicationContext service) {
        WebTestClient patient = http.mutate()
                .responseTimeout(PATIENCE)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
                .build();
        this.api = new Api(patient);
        this.zone = OwnZone.in(service);
        this.ledgers = new Ledgers(http, zone.id());
        this.papers = new LeadPapers(http);
        this.database = database;
        this.index = Path.of(service.getEnvironment().getRequiredProperty("lodestone.index.dir"));
    }

    private String officer() {
        return zone.officer();
    }

    private String manager() {
        return zone.manager();
    }

    @Test
    void whoIsErasedIsNowhereAndEverythingElseStays(CapturedOutput output) throws Exception {
        Canary canary = new Canary();
        Traces traces = new Traces(canary);
        traces.leave();
        assertThat(canary.inDatabase(database))
                .extracting(found -> found.substring(0, found.indexOf('/')))
                .contains(
                        "leads",
                        "history",
                        "importRows",
                        "importFiles",
                        "merges",
                        "unmaskings",
                        "registrations",
                        "investorLinks",
                        "handovers",
                        "exports",
                        "documents",
                        "intakeSources",
                        "referrers");
        assertThat(canary.inIndex(index)).isNotEmpty();
        // One logged, one handed in, two of a ledger, two merged: lists follow a moment later.
        Answer leads = Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> api.get(manager(), "/api/leads?limit=1&facets=state,channel"),
                        all -> all.body().at("/total/value").asInt() == Traces.LEADS);

        Answer found = api.post(ADMIN, PATH + "searches", canary.asked());
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.texts("places", "place")).contains("leads", "history", "importRows", "merges", "unmaskings");
        assertThat(found.body().path("also").path("phones").toString()).doesNotContain(canary.phone);
        Answer taken = api.post(ADMIN, PATH + "exports", canary.asked());
        assertThat(taken.headers().get("Content-Disposition")).contains("attachment");
        assertThat(taken.body().toString()).contains(canary.phone, canary.email, canary.name, "第二次谈话");
        Answer erased = erase(canary.asked());

        assertThat(erased.text("/state")).isEqualTo("DONE");
        assertThat(canary.inDatabase(database)).isEmpty();
        assertThat(canary.inIndex(index)).isEmpty();
        assertThat(canary.onTopics()).isEmpty();
        assertThat(canary.isIn(output.getAll())).isFalse();
        assertThat(erased.texts("places", "place")).contains("leads", "history", "importRows", "importFiles", "merges");
        assertThat(erased.texts("remarks", "code")).contains("FILE").doesNotContain("REMAINS");
        traces.verify();
        Answer after = api.get(manager(), "/api/leads?limit=1&facets=state,channel");
        assertThat(after.body().path("total")).isEqualTo(leads.body().path("total"));
        assertThat(after.body().path("facets")).isEqualTo(leads.body().path("facets"));
        assertThat(api.get(ADMIN, PATH + "searches").texts("items", "reason")).contains("来函 2026-7");
        assertThat(api.get(ADMIN, PATH + "exports").texts("items", "by")).contains("admin");
    }

    @Test
    void whatWasErasedDoesNotComeBack() throws Exception {
        Canary canary = new Canary();
        Traces traces = new Traces(canary);
        traces.leave();
        erase(canary.asked());

        assertThat(api.send(HttpMethod.DELETE, manager(), traces.merge, (String) null, Map.of())
                        .status())
                .isIn(200, 409);
        assertThat(api.post(manager(), Ledgers.IMPORTS + "/" + traces.imported + "/undo", "{}")
                        .status())
                .isIn(200, 202);
        ledgers.reached(manager(), traces.imported, "UNDONE");
        assertThat(new String(
                        ledgers.download(manager(), Ledgers.IMPORTS + "/" + traces.imported + "/refused-rows.xlsx"),
                        java.nio.charset.StandardCharsets.ISO_8859_1))
                .isNotEmpty();
        assertThat(api.send(HttpMethod.POST, manager(), "/api/leads", traces.body, traces.key)
                        .status())
                .isEqualTo(422);

        assertThat(canary.inDatabase(database)).isEmpty();
        assertThat(api.post(ADMIN, PATH + "searches", canary.asked())
                        .body()
                        .path("places")
                        .size())
                .isZero();
    }

    @Test
    void somebodyOfTheSameNameInAnotherFirmIsSomebodyElse() throws Exception {
        Canary canary = new Canary();
        String other = new Canary().phone;
        String theirs = lead(canary.name, other, null);
        String ours = lead(canary.name, canary.phone, canary.email);

        erase("{\"phones\":[\"" + canary.phone + "\"],\"names\":[\"" + canary.name + "\"],\"reason\":\"来函\"}");

        assertThat(api.get(manager(), "/api/leads/" + theirs).texts("contacts", "name"))
                .containsExactly(canary.name);
        assertThat(api.get(manager(), "/api/leads/" + ours)
                        .body()
                        .path("contacts")
                        .size())
                .isZero();
    }

    @Test
    void aNameAndAFirmTellWhoItIs() throws Exception {
        Canary canary = new Canary();
        String firm = "鸣禽" + canary.phone.substring(3);
        String ours = api.post(manager(), "/api/leads", """
                {"name":"项目","zone":"%s","source":{"channel":"VISIT"},"receivedOn":"2026-01-05",
                 "investor":{"name":"%s有限公司"},"contacts":[{"name":"%s","phone":"03511234567"}]}""".formatted(zone.id(), firm, canary.name))
                .id();
        String asked = "{\"names\":[\"%s\"],\"firm\":\"%s\",\"reason\":\"来函\"}".formatted(canary.name, firm);

        Answer found = api.post(ADMIN, PATH + "searches", asked);
        assertThat(found.body().path("also").path("phones").toString()).contains("03511234567");
        erase(asked);

        Answer lead = api.get(manager(), "/api/leads/" + ours);
        assertThat(lead.body().path("contacts").size()).isZero();
        assertThat(lead.text("/investor/name")).contains(firm);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyWhoAdministersMayAsk(Role role) {
        String body = "{\"phones\":[\"17700000000\"],\"reason\":\"来函\"}";
        boolean may = role == Role.ADMIN;
        for (String path : List.of("searches", "exports", "erasures")) {
            assertThat(api.post(Api.as(role), PATH + path, body).status())
                    .isEqualTo(may ? path.equals("erasures") ? 202 : 200 : 403);
            assertThat(api.get(Api.as(role), PATH + path).status()).isEqualTo(may ? 200 : 403);
            String zoned = Tokens.of("somebody", role, Api.YUANQU);
            assertThat(api.post(zoned, PATH + path, body).status()).isEqualTo(403);
        }
    }

    @Test
    void whatIsMissingIsSaidAtOnce() {
        Answer refused = api.post(ADMIN, PATH + "erasures", "{\"names\":[\"张\"],\"phones\":[\"12\"]}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.texts("errors", "field")).contains("reason", "names[0]", "phones[0]");
        assertThat(api.post(ADMIN, PATH + "searches", "{\"names\":[\"张三\"],\"reason\":\"来函\"}")
                        .texts("errors", "code"))
                .containsExactly("person-needed");
    }

    private Answer erase(String asked) {
        Answer begun = api.post(ADMIN, PATH + "erasures", asked);
        assertThat(begun.status()).isEqualTo(202);
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> api.get(ADMIN, PATH + "erasures/" + begun.id()),
                        now -> now.text("/state").equals("DONE"));
    }

    private String lead(String name, String phone, @org.jspecify.annotations.Nullable String email) {
        return api.post(
                        manager(),
                        "/api/leads",
                        zone.lead(name())
                                .replace("项目负责人", name)
                                .replace("13812345678", phone)
                                .replace("lead@example.com", email == null ? "other@example.com" : email))
                .id();
    }

    /** A person's traces in every place that holds data. */
    private final class Traces {

        private static final int LEADS = 6;

        private final Canary canary;
        private final Map<String, String> key =
                Map.of("Idempotency-Key", UUID.randomUUID().toString());
        private String body = "";
        private String lead = "";
        private String merge = "";
        private String imported = "";

        Traces(Canary canary) {
            this.canary = canary;
        }

        void leave() throws Exception {
            body = zone.lead(name())
                    .replace("项目负责人", canary.name)
                    .replace("13812345678", canary.phone)
                    .replace("lead@example.com", canary.email)
                    .replace(
                            "\"investor\":{", "\"investment\":{\"unknown\":true},\"investor\":{\"region\":\"370100\",");
            lead = api.shown(manager(), api.send(HttpMethod.POST, manager(), "/api/leads", body, key))
                    .id();
            inTexts();
            fromOutside();
            inALedger();
            inAMerge();
            besides();
        }

        private void inTexts() {
            String path = "/api/leads/" + lead;
            String typed =
                    canary.phone.substring(0, 3) + " " + canary.phone.substring(3, 7) + "-" + canary.phone.substring(7);
            api.post(
                    manager(),
                    path + "/follow-ups",
                    "{\"kind\":\"CALL\",\"summary\":\"与%s第二次谈话，%s\",\"problems\":\"请发 %s\",\"nextAction\":{\"what\":\"回电%s\",\"on\":\"2030-01-05\"}}"
                            .formatted(canary.name, typed, canary.email, canary.name));
            api.patch(
                    manager(),
                    path,
                    "{\"keyTerms\":\"%s 签字\",\"tags\":[\"%s\"]}".formatted(canary.name, canary.phone),
                    2);
            api.put(
                    manager(),
                    path + "/assessment",
                    "{\"verdict\":\"PROCEED\",\"note\":\"%s可靠\"}".formatted(canary.name));
            api.post(
                    manager(),
                    path + "/assignments",
                    "{\"owner\":\"%s\",\"reason\":\"%s要求\"}".formatted(zone.name(Role.OFFICER), canary.name));
            Answer now = api.get(manager(), path);
            api.post(
                    manager(),
                    path + "/contacts/" + now.text("/contacts/0/id") + "/unmaskings",
                    "{\"reason\":\"给%s回电\"}".formatted(canary.name));
            Answer registered = api.post(manager(), path + "/registration", "{}");
            assertThat(registered.status()).isEqualTo(201);
            api.post(
                    Api.as(Role.CITY),
                    "/api/registrations/" + registered.id() + "/arbitrations",
                    "{\"decision\":\"KEEP\",\"reason\":\"%s 说明 %s\"}".formatted(canary.name, canary.phone));
        }

        private void fromOutside() {
            Answer source = api.post(
                    ADMIN,
                    "/api/intake-sources",
                    "{\"name\":\"平台（%s）\",\"zone\":\"%s\",\"kind\":\"SERVER\",\"channel\":\"AGENT\"}"
                            .formatted(canary.email, zone.id()));
            Answer taken = api.send(
                    HttpMethod.POST,
                    null,
                    "/api/intake/" + source.id(),
                    "{\"company\":\"%s有限公司\",\"contact\":\"%s\",\"phone\":\"%s\",\"content\":\"联系 %s\"}"
                            .formatted(name(), canary.name, canary.phone, canary.email),
                    Map.of("X-Client-Address", "192.0.2.9", "X-Intake-Key", source.text("/key")));
            assertThat(taken.status()).isEqualTo(202);
        }

        private void inALedger() throws Exception {
            List<List<String>> rows = List.of(row("白鹭"), row("苍鹰"));
            imported = ledgers.send(manager(), canary.name + ".csv", Ledgers.gb18030(rows))
                    .id();
            ledgers.reached(manager(), imported, "PREVIEWED");
            api.post(manager(), Ledgers.IMPORTS + "/" + imported + "/run", "{\"duplicates\":\"create\"}");
            ledgers.reached(manager(), imported, "DONE");
            assertThat(ledgers.send(manager(), "more.xlsx", Ledgers.xlsx(rows)).status())
                    .isEqualTo(201);
        }

        private List<String> row(String firm) {
            List<String> row = new java.util.ArrayList<>(Ledgers.row(firm + Ledgers.unique()));
            row.set(12, "与" + canary.name + "谈过");
            row.set(15, canary.phone);
            return row;
        }

        private void inAMerge() {
            String into = lead(canary.name, canary.phone, null);
            String from = lead("别人", "13500001111", canary.email);
            Answer merged = api.post(manager(), "/api/leads/" + into + "/merges", "{\"from\":\"" + from + "\"}");
            assertThat(merged.text("/state")).isEqualTo("DONE");
            merge = "/api/leads/" + into + "/merges/" + merged.id();
        }

        private void besides() {
            papers.send(
                    manager(),
                    lead,
                    canary.name + "-意向书.pdf",
                    LeadPapers.pdf("内容"),
                    Map.of("kind", "EVIDENCE", "title", canary.name + "来函"));
            api.post(
                    manager(),
                    "/api/referrers",
                    "{\"name\":\"商会%s\",\"note\":\"找 %s\"}".formatted(Ledgers.unique(), canary.phone));
            String investor = api.get(manager(), "/api/leads/" + lead).text("/investor/name");
            String id = api.get(manager(), "/api/investors?q=" + investor).text("/items/0/id");
            assertThat(api.post(
                                    manager(),
                                    "/api/investors/" + id + "/links",
                                    "{\"to\":\"%s的公司 %s\",\"kind\":\"GROUP\"}".formatted(canary.name, canary.phone))
                            .status())
                    .isEqualTo(201);
            api.post(
                    manager(),
                    "/api/handovers",
                    "{\"from\":\"officer.nobody\",\"to\":\"%s\",\"reason\":\"%s %s\"}"
                            .formatted(zone.name(Role.OFFICER), canary.name, canary.phone));
            api.status(manager(), "/api/leads/export.csv?q=" + canary.phone);
        }

        void verify() {
            String path = "/api/leads/" + lead;
            assertThat(api.get(manager(), path + "/history?verify=true")
                            .body()
                            .path("intact")
                            .asBoolean())
                    .isTrue();
            Answer history = api.get(manager(), path + "/history");
            assertThat(history.text("/items/0/kind")).isEqualTo("personal-data-erased");
            assertThat(history.body().toString()).contains("\"erased\":true");
            Answer now = api.get(officer(), path);
            assertThat(now.body().path("contacts").size()).isZero();
            assertThat(now.text("/keyTerms")).isEqualTo("〔已删除〕 签字");
            assertThat(api.get(officer(), path + "/follow-ups").text("/items/0/summary"))
                    .isEqualTo("与〔已删除〕第二次谈话，〔已删除〕");
            assertThat(api.get(manager(), merge.replaceAll("/merges/.*", "") + "/history?verify=true")
                            .body()
                            .path("intact")
                            .asBoolean())
                    .isTrue();
        }
    }
}
