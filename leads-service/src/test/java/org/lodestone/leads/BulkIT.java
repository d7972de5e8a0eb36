package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.manager;
import static org.lodestone.leads.Api.name;
import static org.lodestone.leads.Api.officer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.Api.Answer;
import org.lodestone.platform.bulk.BulkWatch;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Many leads at once: a result for each, each once however often it is killed, and back again. */
@ServiceTest
@DirtiesContext
@TestPropertySource(properties = "lodestone.bulk.every=300ms")
class BulkIT {

    private static final String BULK = "/api/leads/bulk";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OTHER = Tokens.of("officer.other", Role.OFFICER, Api.YUANQU);

    /** After so many further rows the work dies, between a row's work and the record of it. */
    private static final AtomicInteger ROWS_TO_LIVE = new AtomicInteger(Integer.MAX_VALUE);

    /** Rows over which the work stumbles each time, for a reason nobody foresaw. */
    private static final Set<String> POISON = ConcurrentHashMap.newKeySet();

    private static final Set<String> DEATHS = ConcurrentHashMap.newKeySet();

    private final Api api;

    @Autowired
    BulkIT(WebTestClient http) {
        this.api = new Api(http);
    }

    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Death {

        @Bean
        BulkWatch killer() {
            return (job, row) -> {
                if (POISON.contains(row)) {
                    throw new IllegalStateException("poison");
                }
                if (ROWS_TO_LIVE.decrementAndGet() == 0) {
                    DEATHS.add(job.id());
                    throw new Killed();
                }
            };
        }
    }

    @Test
    void everyRowHasItsResultAndWhatWasDoneGoesBack() {
        List<String> mine = leads(2, manager());
        String theirs = api.captured(officer(), name()).id();
        String elsewhere = UUID.randomUUID().toString();

        Answer done = bulk(
                manager(),
                ids(List.of(mine.get(0), mine.get(1), theirs, elsewhere)),
                "assign",
                "{\"owner\":\"officer.yuanqu\",\"reason\":\"分工调整\"}");

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.text("/state")).isEqualTo("DONE");
        assertThat(results(done))
                .extracting(row -> row.path("ok").asBoolean())
                .containsExactly(true, true, false, false);
        assertThat(done.text("/results/2/problem/type")).isEqualTo("/problems/already-owner");
        assertThat(done.text("/results/2/problem/detail")).contains("垣曲招商专员").doesNotContain("officer.yuanqu");
        assertThat(done.text("/results/3/problem/type")).isEqualTo("/problems/not-found");
        mine.forEach(id -> assertThat(owner(id)).isEqualTo("officer.yuanqu"));

        Answer undone = undo(manager(), done.id());
        assertThat(undone.text("/state")).isEqualTo("UNDONE");
        assertThat(undone.body().path("undone").asInt()).isEqualTo(2);
        assertThat(undone.body().path("kept").asInt()).isZero();
        mine.forEach(id -> assertThat(owner(id)).isEqualTo("manager.yuanqu"));
        assertThat(owner(theirs)).isEqualTo("officer.yuanqu");
        assertThat(undo(manager(), done.id()).text("/state")).isEqualTo("UNDONE");
        mine.forEach(id -> assertThat(version(id)).isEqualTo(3));
    }

    @Test
    void whatSomebodyChangedSinceStaysAndIsTold() {
        List<String> leads = leads(2, manager());
        Answer done = bulk(manager(), ids(leads), "assign", "{\"owner\":\"officer.yuanqu\"}");
        assertThat(api.post(manager(), "/api/leads/" + leads.get(0) + "/assignments", "{\"owner\":\"leader.yuanqu\"}")
                        .status())
                .isEqualTo(200);
        // Another change of the lead is no reason to keep its owner.
        assertThat(api.patch(manager(), "/api/leads/" + leads.get(1), "{\"keyTerms\":\"其后\"}", 2)
                        .status())
                .isEqualTo(200);

        Answer undone = undo(manager(), done.id());

        assertThat(undone.body().path("kept").asInt()).isEqualTo(1);
        assertThat(undone.text("/results/0/undo/problem/type")).isEqualTo("/problems/changed-since");
        assertThat(owner(leads.get(0))).isEqualTo("leader.yuanqu");
        assertThat(owner(leads.get(1))).isEqualTo("manager.yuanqu");
        assertThat(api.get(manager(), BULK + "/" + done.id() + "?trouble=true").texts("results", "id"))
                .containsExactly(leads.get(0));
    }

    @Test
    void tagsComeAndGoWithoutThoseOfOthers() {
        String tag = "批量" + UUID.randomUUID().toString().substring(0, 8);
        String lead = api.captured(manager(), name()).id();
        api.patch(manager(), "/api/leads/" + lead, "{\"tags\":[\"旧的\",\"v1.0 $x\"]}", 1);

        Answer done =
                bulk(manager(), ids(List.of(lead)), "tag", "{\"add\":[\"" + tag + "\"],\"remove\":[\"v1.0 $x\"]}");
        assertThat(results(done).getFirst().path("ok").asBoolean()).isTrue();
        assertThat(tags(lead)).containsExactlyInAnyOrder("旧的", tag);
        api.patch(manager(), "/api/leads/" + lead, "{\"tags\":[\"旧的\",\"" + tag + "\",\"别人加的\"]}", version(lead));
        undo(manager(), done.id());

        assertThat(tags(lead)).containsExactlyInAnyOrder("旧的", "别人加的", "v1.0 $x");
    }

    @Test
    void aMoveGoesBackWhereThePipelineAllowsIt() {
        String held = api.captured(manager(), name()).id();
        String assessing = api.captured(manager(), name()).id();
        api.post(manager(), "/api/leads/" + assessing + "/transitions", "{\"to\":\"ASSESSING\"}");

        Answer done = bulk(
                manager(),
                ids(List.of(held, assessing)),
                "transition",
                "{\"to\":\"ON_HOLD\",\"reason\":\"WAITING_SITE\",\"revisitOn\":\"2199-01-01\"}");
        assertThat(state(held)).isEqualTo("ON_HOLD");
        Answer unmet = bulk(manager(), ids(List.of(held)), "transition", "{\"to\":\"CONVERTED\"}");
        assertThat(results(unmet).getFirst().path("ok").asBoolean()).isFalse();
        undo(manager(), done.id());
        assertThat(state(held)).isEqualTo("NEW");
        assertThat(state(assessing)).isEqualTo("ASSESSING");

        Answer forward = bulk(manager(), ids(List.of(held)), "transition", "{\"to\":\"ASSESSING\"}");
        Answer stuck = undo(manager(), forward.id());
        assertThat(stuck.body().path("kept").asInt()).isEqualTo(1);
        assertThat(stuck.text("/results/0/undo/problem/type")).isEqualTo("/problems/transition-not-allowed");
        assertThat(state(held)).isEqualTo("ASSESSING");
    }

    @Test
    void anOfficerWorksOnWhatIsTheirsAndNothingElse() {
        String own = api.captured(officer(), name()).id();
        String others = api.captured(manager(), name()).id();

        assertThat(bulk(officer(), ids(List.of(own)), "assign", "{\"owner\":\"manager.yuanqu\"}")
                        .status())
                .isEqualTo(403);
        Answer tagged = bulk(officer(), ids(List.of(own, others)), "tag", "{\"add\":[\"重点\"]}");
        assertThat(results(tagged))
                .extracting(row -> row.path("ok").asBoolean())
                .containsExactly(true, false);
        assertThat(tagged.text("/results/1/problem/type")).isEqualTo("/problems/forbidden");
        Answer released = bulk(officer(), ids(List.of(own, others)), "release", "{\"reason\":\"先放一放\"}");
        assertThat(results(released))
                .extracting(row -> row.path("ok").asBoolean())
                .containsExactly(true, false);
        Answer claimed = bulk(OTHER, ids(List.of(own)), "claim", "{}");
        assertThat(owner(own)).isEqualTo("officer.other");
        assertThat(api.get(officer(), BULK + "/" + claimed.id()).status()).isEqualTo(404);
        assertThat(api.post(officer(), BULK + "/" + claimed.id() + "/undo", "{}")
                        .status())
                .isEqualTo(404);
        undo(OTHER, claimed.id());
        assertThat(owner(own)).isEmpty();
        undo(officer(), released.id());
        assertThat(owner(own)).isEqualTo("officer.yuanqu");
    }

    @Test
    void theSameRequestAgainIsTheSameJob() {
        List<String> leads = leads(1, manager());
        String body = body(ids(leads), "tag", "{\"add\":[\"一次\"]}");
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        Answer first = api.send(HttpMethod.POST, manager(), BULK, body, key);
        Answer again = api.send(HttpMethod.POST, manager(), BULK, body, key);
        Answer other = api.send(HttpMethod.POST, manager(), BULK, body(ids(leads), "tag", "{\"add\":[\"二次\"]}"), key);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(version(leads.getFirst())).isEqualTo(2);
        assertThat(other.status()).isEqualTo(422);
        assertThat(api.get(manager(), BULK).texts("items", "id")).contains(first.id());
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Answer refused = bulk(
                manager(),
                "\"ids\":[\"a\"],\"filter\":{\"state\":[\"NEW\"],\"cursor\":\"x\"}",
                "assign",
                "{\"add\":[\"x\"]}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.texts("errors", "field")).contains("filter", "filter.cursor", "with.add", "with.owner");
        assertThat(bulk(manager(), "\"filter\":{\"light\":[\"PINK\"]}", "claim", "{}")
                        .texts("errors", "field"))
                .containsExactly("filter.light");
        assertThat(bulk(manager(), "\"filter\":{\"colour\":\"red\"}", "paint", "{}")
                        .texts("errors", "field"))
                .contains("filter.colour", "action");
    }

    @Test
    void aRowThatFailsForNoKnownReasonHoldsUpNoOther() {
        List<String> leads = leads(3, manager());
        POISON.add(leads.get(1));

        Answer begun = bulk(manager(), ids(leads), "tag", "{\"add\":[\"一次\"]}");
        Answer done = reached(manager(), begun.id(), "DONE");

        assertThat(done.body().path("failed").asInt()).isEqualTo(1);
        assertThat(results(done)).extracting(row -> row.path("ok").asBoolean()).containsExactly(true, false, true);
        assertThat(done.text("/results/1/problem/type")).isEqualTo("/problems/row-failed");
        assertThat(done.text("/results/1/problem/detail")).contains("不再重试");
        // Done once, however often it was tried.
        assertThat(version(leads.get(1))).isEqualTo(2);
        undo(manager(), done.id());
        assertThat(reached(manager(), done.id(), "UNDONE").body().path("undone").asInt())
                .isEqualTo(2);
    }

    @Test
    void aKillInTheMiddleLeavesNoRowOutAndNoneTwice() {
        String tag = "批次" + UUID.randomUUID().toString().substring(0, 8);
        List<String> leads = leads(60, manager());
        bulk(manager(), ids(leads.subList(0, 50)), "tag", "{\"add\":[\"" + tag + "\"]}");
        bulk(manager(), ids(leads.subList(50, 60)), "tag", "{\"add\":[\"" + tag + "\"]}");
        // The rows are fixed from the index, which shows a write a moment later.
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> api.get(manager(), "/api/leads?limit=1&tag=" + tag)
                                .body()
                                .at("/total/value")
                                .asInt()
                        == 60);
        ROWS_TO_LIVE.set(33);

        Answer begun =
                bulk(manager(), "\"filter\":{\"tag\":[\"" + tag + "\"]}", "assign", "{\"owner\":\"officer.yuanqu\"}");
        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.body().path("total").asInt()).isEqualTo(60);
        Answer done = reached(manager(), begun.id(), "DONE");

        assertThat(DEATHS).contains(begun.id());
        assertThat(done.body().path("done").asInt()).isEqualTo(60);
        assertThat(done.body().path("failed").asInt()).isZero();
        assertThat(results(done)).extracting(row -> row.path("id").asString()).hasSameElementsAs(leads);
        // Logged, tagged, assigned: each once.
        leads.forEach(id -> assertThat(version(id)).isEqualTo(3));

        ROWS_TO_LIVE.set(41);
        api.post(manager(), BULK + "/" + begun.id() + "/undo", "{}");
        Answer undone = reached(manager(), begun.id(), "UNDONE");
        assertThat(ROWS_TO_LIVE.get()).isNegative();
        assertThat(undone.body().path("undone").asInt()).isEqualTo(60);
        leads.forEach(id -> assertThat(owner(id)).isEqualTo("manager.yuanqu"));
        leads.forEach(id -> assertThat(version(id)).isEqualTo(4));
        ROWS_TO_LIVE.set(Integer.MAX_VALUE);
    }

    private List<String> leads(int count, String token) {
        return IntStream.range(0, count)
                .mapToObj(_ -> api.captured(token, name()).id())
                .toList();
    }

    private static String ids(List<String> ids) {
        return ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(",", "\"ids\":[", "]"));
    }

    private static String body(String rows, String action, String with) {
        return "{" + rows + ",\"action\":\"" + action + "\",\"with\":" + with + "}";
    }

    private Answer bulk(String token, String rows, String action, String with) {
        return api.post(token, BULK, body(rows, action, with));
    }

    private Answer undo(String token, String id) {
        return api.post(token, BULK + "/" + id + "/undo", "{}");
    }

    private Answer reached(String token, String id, String state) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> api.get(token, BULK + "/" + id),
                        job -> job.text("/state").equals(state));
    }

    private static List<JsonNode> results(Answer job) {
        return job.body().path("results").valueStream().toList();
    }

    private Answer lead(String id) {
        return api.get(manager(), "/api/leads/" + id);
    }

    private String owner(String id) {
        return lead(id).text("/assignment/owner");
    }

    private String state(String id) {
        return lead(id).text("/state");
    }

    private int version(String id) {
        return lead(id).body().path("version").asInt();
    }

    private List<String> tags(String id) {
        return lead(id).body()
                .path("tags")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
