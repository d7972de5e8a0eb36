package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.YANGCHENG;
import static org.lodestone.leads.Api.header;
import static org.lodestone.leads.Api.manager;
import static org.lodestone.leads.Api.name;
import static org.lodestone.leads.Api.officer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.contracts.Topics;
import org.lodestone.leads.Api.Answer;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.PublishedEvents;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class LeadsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Api api;

    @Autowired
    LeadsIT(WebTestClient http) {
        this.api = new Api(http);
    }

    @Test
    void aLeadIsLoggedNumberedAndAnnounced() throws Exception {
        Answer lead = api.captured(officer(), name());

        assertThat(lead.status()).isEqualTo(201);
        assertThat(header(lead, "ETag")).isEqualTo("\"1\"");
        assertThat(header(lead, "Location")).isEqualTo("/api/leads/" + lead.id());
        assertThat(header(lead, "X-Read-After")).isEqualTo(lead.id() + "@1");
        assertThat(lead.text("/number")).matches("140827-\\d{4}-\\d{4,}");
        assertThat(lead.text("/state")).isEqualTo("NEW");
        assertThat(lead.text("/light")).isEqualTo("GREEN");
        assertThat(lead.text("/assignment/owner")).isEqualTo("officer.yuanqu");
        assertThat(lead.text("/assignment/department")).isEqualTo("投资促进部");
        assertThat(lead.text("/duplicateCheckAt")).isNotEmpty();
        assertThat(lead.body().has("park")).isFalse();
        assertThat(lead.texts("next", "to")).containsExactly("ASSESSING", "ON_HOLD", "DROPPED");
        assertThat(events(lead.id(), 1)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("lead.captured.v1");
            assertThat(event.sequence()).isEqualTo(1);
            assertThat(event.zone()).isEqualTo("140827");
        });
    }

    @Test
    void theTraceOfARequestGoesOnInItsEvent() throws Exception {
        String trace = UUID.randomUUID().toString().replace("-", "");
        Answer lead = api.send(
                HttpMethod.POST,
                officer(),
                "/api/leads",
                Api.lead(name()),
                Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

        assertThat(events(lead.id(), 1))
                .singleElement()
                .satisfies(event -> assertThat(event.traceparent())
                        .matches("00-" + trace + "-(?!00f067aa0ba902b7)[0-9a-f]{16}-01"));
    }

    @Test
    void theWayFromFirstWordToContractIsOneEventAStep() throws Exception {
        String id = api.captured(officer(), name()).id();
        String lead = "/api/leads/" + id;

        assertThat(move(officer(), id, "ASSESSING").text("/state")).isEqualTo("ASSESSING");
        Answer rehearsal = api.post(officer(), lead + "/transitions?dryRun=true", "{\"to\":\"ENGAGING\"}");
        assertThat(rehearsal.status()).isEqualTo(200);
        assertThat(rehearsal.texts("unmet", "requirement"))
                .containsExactly("verdict", "chain", "investment", "next-action");
        assertThat(api.put(manager(), lead + "/assessment", "{\"verdict\":\"PROCEED\"}")
                        .status())
                .isEqualTo(200);
        fill(id);
        assertThat(move(officer(), id, "ENGAGING").text("/state")).isEqualTo("ENGAGING");
        Answer visit = api.post(officer(), lead + "/follow-ups", "{\"kind\":\"VISIT\",\"summary\":\"现场考察\"}");
        assertThat(visit.status()).isEqualTo(201);
        assertThat(visit.text("/summary")).isEqualTo("现场考察");
        assertThat(move(officer(), id, "CONSENSUS").text("/state")).isEqualTo("CONSENSUS");
        assertThat(move(officer(), id, "INTENT").text("/state")).isEqualTo("INTENT");
        Answer converted = api.post(officer(), lead + "/transitions", """
                {"to":"CONVERTED","contract":{"number":"HT-1","on":"2026-01-20","amount":{"value":"120000.00","unit":"CNY_10K"}}}""");
        assertThat(converted.text("/projectId")).isEqualTo("P-" + id);
        assertThat(converted.body().path("next").isEmpty()).isTrue();

        List<CloudEvent<?>> events = events(id, 9);
        assertThat(events).extracting(CloudEvent::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(events)
                .extracting(CloudEvent::type)
                .containsExactly(
                        "lead.captured.v1",
                        "lead.state-changed.v1",
                        "lead.assessed.v1",
                        "lead.changed.v1",
                        "lead.state-changed.v1",
                        "lead.followed-up.v1",
                        "lead.state-changed.v1",
                        "lead.state-changed.v1",
                        "lead.converted.v1");
        assertThat(PublishedEvents.on(Topics.LEADS).records(id))
                .extracting(message -> new String(message.value(), java.nio.charset.StandardCharsets.UTF_8))
                .noneMatch(payload -> payload.contains("13812345678") || payload.contains("现场考察"));
    }

    @Test
    void theHistoryShowsEveryFieldBeforeAndAfter() {
        String id = api.captured(officer(), name()).id();
        api.patch(officer(), "/api/leads/" + id, "{\"content\":\"年产铜箔\",\"chain\":\"copper-nickel\"}", 1);
        move(officer(), id, "ASSESSING");

        Answer history = api.get(officer(), "/api/leads/" + id + "/history");
        assertThat(history.texts("items", "kind")).containsExactly("moved", "changed", "captured");
        assertThat(history.text("/items/0/from")).isEqualTo("NEW");
        assertThat(history.text("/items/0/to")).isEqualTo("ASSESSING");
        assertThat(history.body().at("/items/0/dwellSeconds").isNumber()).isTrue();
        assertThat(history.body().at("/items/1/changes").valueStream())
                .extracting(change -> change.path("field").asString())
                .containsExactlyInAnyOrder("content", "chain");
        assertThat(history.body().at("/items/1/changes").toString()).contains("年产铜箔");
    }

    @Test
    void anImpossibleMoveNamesThePossibleOnes() {
        String id = api.captured(officer(), name()).id();

        Answer refused = move(officer(), id, "INTENT");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/type")).isEqualTo("/problems/transition-not-allowed");
        assertThat(refused.body().path("allowed").toString()).isEqualTo("[\"ASSESSING\",\"ON_HOLD\",\"DROPPED\"]");
    }

    @Test
    void aRefusedMoveNamesEverythingThatIsMissing() {
        String id = api.captured(officer(), name()).id();
        move(officer(), id, "ASSESSING");

        Answer refused = move(officer(), id, "ENGAGING");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/type")).isEqualTo("/problems/gate-not-met");
        assertThat(refused.texts("unmet", "requirement"))
                .containsExactly("verdict", "chain", "investment", "next-action");
        assertThat(api.get(officer(), "/api/leads/" + id).body().path("version").asInt())
                .isEqualTo(2);
    }

    @Test
    void theSameKeyMeansTheSameLeadAlsoInParallel() throws Exception {
        String body = Api.lead(name());
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Callable<Answer> post = () -> api.send(HttpMethod.POST, officer(), "/api/leads", body, key);
        List<Answer> answers;
        try (var threads = Executors.newFixedThreadPool(8)) {
            answers = threads
                    .invokeAll(IntStream.range(0, 8).mapToObj(_ -> post).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers.stream().map(Answer::id).collect(Collectors.toSet())).hasSize(1);
        assertThat(events(answers.getFirst().id(), 1)).hasSize(1);
        Answer other = api.send(HttpMethod.POST, officer(), "/api/leads", Api.lead(name()), key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/type")).isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void aTransitionWithAKeyIsMadeOnce() throws Exception {
        String id = api.captured(officer(), name()).id();
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String path = "/api/leads/" + id + "/transitions";

        Answer first = api.send(HttpMethod.POST, officer(), path, "{\"to\":\"ASSESSING\"}", key);
        Answer again = api.send(HttpMethod.POST, officer(), path, "{\"to\":\"ASSESSING\"}", key);
        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void ofTwoPatchesWithTheSameTagOneIsStale() {
        String path = "/api/leads/" + api.captured(officer(), name()).id();

        assertThat(api.patch(officer(), path, "{\"keyTerms\":\"甲\"}", 1).status())
                .isEqualTo(200);
        Answer stale = api.patch(officer(), path, "{\"keyTerms\":\"乙\"}", 1);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text("/current/keyTerms")).isEqualTo("甲");
        assertThat(api.send(HttpMethod.PATCH, officer(), path, "{}", Map.of()).status())
                .isEqualTo(428);
    }

    @Test
    void whatAWriteAnsweredAListShows() {
        String name = name();
        Answer lead = api.captured(officer(), name);

        String list = "/api/leads?q=" + name.substring(2) + "&facets=state,light&sort=-updatedAt";
        Map<String, String> after = Map.of("X-Read-After", header(lead, "X-Read-After"));
        // A reader waits half a second for a write; a busy machine may need longer.
        Answer found = Awaitility.await()
                .until(
                        () -> api.send(HttpMethod.GET, officer(), list, (String) null, after),
                        shown -> !shown.body().path("items").isEmpty());
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.texts("items", "id")).containsExactly(lead.id());
        assertThat(found.text("/items/0/highlights/name")).contains("<mark>");
        assertThat(found.body().at("/facets/state/NEW").asInt()).isEqualTo(1);
        assertThat(found.body().at("/facets/light/GREEN").asInt()).isEqualTo(1);
        assertThat(found.body().at("/total/value").asInt()).isEqualTo(1);
        assertThat(header(found, "X-Stream-Position")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"(a+)+$", "*", "'\"'", "AND", "OR NOT", "a:b^2~"})
    void searchTextIsLiteral(String q) {
        Answer found = api.get(
                officer(), "/api/leads?q=" + java.net.URLEncoder.encode(q, java.nio.charset.StandardCharsets.UTF_8));

        assertThat(found.status()).isEqualTo(200);
    }

    @Test
    void aSecondLeadOfTheSameCompanyIsNoticed() {
        String name = name();
        Answer first = api.captured(officer(), name);
        // The check asks the index, which shows a write within milliseconds of its answer.
        api.shown(officer(), first);
        Answer second = api.send(HttpMethod.POST, officer(), "/api/leads", Api.lead(name), Map.of());

        assertThat(second.body().path("duplicates").toString()).contains(first.id());
    }

    @Test
    void contactsAreShownAsFarAsTheMatrixAllowsAndMasksChangeNothing() {
        String path = "/api/leads/" + api.captured(manager(), name()).id();

        assertThat(api.get(manager(), path).text("/contacts/0/phone")).isEqualTo("13812345678");
        Answer masked = api.get(officer(), path);
        assertThat(masked.text("/contacts/0/phone")).isEqualTo("138****5678");
        assertThat(api.get(Api.as(Role.CITY), path).text("/contacts/0/phone")).isEqualTo("138****5678");
        assertThat(api.get(Api.as(Role.VIEWER), path).body().has("contacts")).isFalse();
        String sentBack = "{\"contacts\":" + masked.body().path("contacts") + "}";
        assertThat(api.patch(manager(), path, sentBack, 1).text("/contacts/0/phone"))
                .isEqualTo("13812345678");
        assertThat(api.get(officer(), path + "/history").body().toString()).doesNotContain("13812345678");
    }

    @Test
    void anotherZonesLeadIsNotThereOnAnyVerb() {
        String path = "/api/leads/" + api.captured(officer(), name()).id();
        String stranger = Tokens.of("officer.yangcheng", Role.OFFICER, YANGCHENG);

        assertThat(List.of(
                        api.get(stranger, path),
                        api.get(stranger, path + "/history"),
                        api.get(stranger, path + "/follow-ups"),
                        api.patch(stranger, path, "{\"keyTerms\":\"x\"}", 1),
                        api.post(stranger, path + "/transitions", "{\"to\":\"ASSESSING\"}"),
                        api.post(stranger, path + "/transitions?dryRun=true", "{\"to\":\"ASSESSING\"}"),
                        api.post(stranger, path + "/follow-ups", "{\"kind\":\"CALL\",\"summary\":\"x\"}"),
                        api.put(stranger, path + "/assessment", "{\"verdict\":\"PROCEED\"}")))
                .extracting(Answer::status)
                .containsOnly(404);
        Answer created = api.post(stranger, "/api/leads", Api.lead(name()));
        assertThat(created.status()).isEqualTo(403);
        assertThat(created.text("/type")).isEqualTo("/problems/zone-not-yours");
    }

    @Test
    void historyIsBroughtInWithItsOriginalTimeAndAuthor() throws Exception {
        String admin = Api.as(Role.ADMIN);
        String body =
                Api.lead(name()).replaceFirst("\\{", "{\"at\":\"2026-01-06T02:00:00Z\",\"by\":\"officer.yuanqu\",");

        Answer lead = api.post(admin, "/api/leads", body);
        assertThat(lead.status()).isEqualTo(201);
        assertThat(lead.text("/createdAt")).isEqualTo("2026-01-06T02:00:00Z");
        assertThat(lead.text("/createdBy")).isEqualTo("officer.yuanqu");
        assertThat(lead.text("/assignment/owner")).isEqualTo("officer.yuanqu");
        Answer moved = api.post(
                admin,
                "/api/leads/" + lead.id() + "/transitions",
                "{\"to\":\"ASSESSING\",\"at\":\"2026-01-07T02:00:00Z\",\"by\":\"officer.yuanqu\"}");
        assertThat(moved.text("/stateSince")).isEqualTo("2026-01-07T02:00:00Z");
        assertThat(events(lead.id(), 2)).allMatch(CloudEvent::backfill);
        Answer line = api.get(officer(), "/api/leads/" + lead.id() + "/history");
        assertThat(line.text("/items/0/by")).isEqualTo("officer.yuanqu");
        assertThat(line.text("/items/0/recordedBy")).isEqualTo("admin");
        assertThat(api.post(officer(), "/api/leads", body).status()).isEqualTo(403);
    }

    private Answer move(String token, String id, String to) {
        return api.post(token, "/api/leads/" + id + "/transitions", "{\"to\":\"" + to + "\"}");
    }

    private void fill(String id) {
        String path = "/api/leads/" + id;
        long version = api.get(officer(), path).body().path("version").asLong();
        Answer filled = api.patch(officer(), path, """
                {"chain":"copper-nickel","investment":{"planned":{"value":"120000.00","unit":"CNY_10K"}},
                 "nextAction":{"what":"考察","on":"2026-12-01"},"siteOptions":["标准地 A-3"],"keyTerms":"土地与电价",
                 "needs":{"landMu":"120.00","powerKva":"5000"},
                 "documents":[{"kind":"INTENT","number":"YX-1","on":"2026-01-10","title":"意向协议"}]}""", version);
        assertThat(filled.status()).isEqualTo(200);
        assertThat(filled.text("/documents/0/id")).isNotEmpty();
    }

    private static List<CloudEvent<?>> events(String id, int count) throws InterruptedException {
        return PublishedEvents.on(Topics.LEADS).await(id, PATIENCE, found -> found.size() >= count);
    }
}
