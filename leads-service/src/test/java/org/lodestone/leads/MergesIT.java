package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.manager;
import static org.lodestone.leads.Api.name;
import static org.lodestone.leads.Api.officer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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
import tools.jackson.databind.JsonNode;

@ServiceTest
class MergesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Api api;

    @Autowired
    MergesIT(WebTestClient http) {
        this.api = new Api(http);
    }

    @Test
    void whatTheOtherLeadKnewGoesOnInTheOneThatStays() throws Exception {
        String into = api.captured(officer(), name()).id();
        Answer source = api.post(
                officer(),
                "/api/leads",
                Api.lead(name())
                        .replace("13812345678", "138 1234 5678")
                        .replace(
                                "\"contacts\":[",
                                "\"content\":\"年产铜箔\",\"tags\":[\"二期\"],\"documents\":[{\"kind\":\"INTENT\","
                                        + "\"number\":\"YX-1\",\"on\":\"2026-01-04\",\"title\":\"意向\"}],"
                                        + "\"contacts\":[{\"name\":\"财务\",\"phone\":\"13900001111\"},"));
        String from = source.id();
        String spoken = followUp(from).id();

        Answer merge = merge(into, "{\"from\":\"" + from + "\",\"fields\":{\"name\":\"from\",\"source\":\"into\"}}");

        assertThat(merge.status()).isEqualTo(202);
        assertThat(merge.text("/state")).isEqualTo("DONE");
        assertThat(merge.text("/by")).isEqualTo("manager.yuanqu");
        assertThat(merge.text("/undoUntil")).isNotEmpty();
        assertThat(merge.body().at("/taken/followUps").asInt()).isEqualTo(1);
        assertThat(merge.body().at("/taken/contacts").asInt()).isEqualTo(1);
        Answer target = api.get(manager(), "/api/leads/" + into);
        assertThat(target.text("/name")).isEqualTo(source.text("/name"));
        assertThat(target.text("/content")).isEqualTo("年产铜箔");
        assertThat(target.texts("contacts", "phone")).containsExactly("13812345678", "13900001111");
        assertThat(target.texts("documents", "number")).containsExactly("YX-1");
        Answer followUps = api.get(officer(), "/api/leads/" + into + "/follow-ups");
        assertThat(followUps.texts("items", "id")).containsExactly(spoken);
        assertThat(followUps.text("/items/0/by")).isEqualTo("manager.yuanqu");
        Answer gone = api.get(officer(), "/api/leads/" + from);
        assertThat(gone.text("/state")).isEqualTo("MERGED");
        assertThat(gone.text("/mergedInto")).isEqualTo(into);
        assertThat(gone.body().path("next").isEmpty()).isTrue();
        assertThat(events(into, 2)).extracting(CloudEvent::type).containsExactly("lead.captured.v1", "lead.changed.v1");
        assertThat(events(from, 3).getLast().type()).isEqualTo("lead.state-changed.v1");
        Answer line = api.get(officer(), "/api/leads/" + into + "/history");
        assertThat(line.text("/items/0/kind")).isEqualTo("merged");
        assertThat(line.text("/items/0/by")).isEqualTo("manager.yuanqu");
        assertThat(line.text("/items/0/note")).isEqualTo(source.text("/number"));
    }

    @Test
    void undoneWithNothingTouchedBothAreWhatTheyWere() {
        String into = api.captured(officer(), name()).id();
        String from = api.captured(officer(), name()).id();
        followUp(from);
        followUp(into);
        List<JsonNode> before = both(into, from);
        Answer merge = merge(
                into,
                "{\"from\":\"" + from
                        + "\",\"fields\":{\"name\":\"from\",\"investor\":\"from\",\"source.channel\":\"from\"}}");

        Answer undone = undo(into, merge.id());

        assertThat(undone.status()).isEqualTo(200);
        assertThat(undone.text("/state")).isEqualTo("UNDONE");
        assertThat(undone.body().path("kept").isEmpty()).isTrue();
        assertThat(both(into, from)).isEqualTo(before);
        assertThat(undo(into, merge.id()).text("/state")).isEqualTo("UNDONE");
        assertThat(api.get(officer(), "/api/leads/" + into + "/merges").texts("items", "state"))
                .containsExactly("UNDONE");
    }

    @Test
    void whatWasChangedSinceStaysAndIsListed() {
        String into = api.captured(officer(), name()).id();
        String from = api.captured(officer(), name()).id();
        Answer merge = merge(into, "{\"from\":\"" + from + "\",\"fields\":{\"name\":\"from\"}}");
        assertThat(api.patch(officer(), "/api/leads/" + into, "{\"name\":\"又改了名\"}", 2)
                        .status())
                .isEqualTo(200);

        Answer undone = undo(into, merge.id());

        assertThat(undone.texts("kept", "field")).containsExactly("name");
        assertThat(undone.text("/kept/0/because")).isEqualTo("合并后又被修改过，保留现状");
        assertThat(api.get(officer(), "/api/leads/" + into).text("/name")).isEqualTo("又改了名");
        assertThat(api.get(officer(), "/api/leads/" + from).text("/state")).isEqualTo("NEW");
    }

    @Test
    void theSameRequestMergesOnce() {
        String into = api.captured(officer(), name()).id();
        String from = api.captured(officer(), name()).id();
        String path = "/api/leads/" + into + "/merges";
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String body = "{\"from\":\"" + from + "\"}";

        Answer first = api.send(HttpMethod.POST, manager(), path, body, key);
        Answer again = api.send(HttpMethod.POST, manager(), path, body, key);
        Answer other = api.send(HttpMethod.POST, manager(), path, "{\"from\":\"" + into + "\"}", key);

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(Api.header(again, "Idempotent-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(api.get(officer(), "/api/leads/" + into)
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aLeadThatIsGoneIsContinuedElsewhere() {
        String into = api.captured(officer(), name()).id();
        String from = api.captured(officer(), name()).id();
        String third = api.captured(officer(), name()).id();
        Answer merge = merge(into, "{\"from\":\"" + from + "\"}");
        String gone = "/api/leads/" + from;

        assertThat(List.of(
                        api.patch(manager(), gone, "{\"keyTerms\":\"x\"}", 2),
                        followUp(from),
                        api.put(manager(), gone + "/assessment", "{\"verdict\":\"PROCEED\"}"),
                        api.post(manager(), gone + "/transitions", "{\"to\":\"NEW\"}")))
                .allSatisfy(refused -> {
                    assertThat(refused.status()).isEqualTo(409);
                    assertThat(refused.text("/type")).isEqualTo("/problems/lead-merged");
                    assertThat(refused.text("/mergedInto")).isEqualTo(into);
                });
        assertThat(merge(third, "{\"from\":\"" + from + "\"}").text("/type")).isEqualTo("/problems/cannot-be-merged");
        assertThat(merge(from, "{\"from\":\"" + third + "\"}").text("/type")).isEqualTo("/problems/cannot-take-merge");
        assertThat(api.get(officer(), gone + "/merges").texts("items", "id")).containsExactly(merge.id());
        merge(third, "{\"from\":\"" + into + "\"}");
        assertThat(undo(into, merge.id()).text("/type")).isEqualTo("/problems/cannot-take-merge");
    }

    @Test
    void nobodyMovesALeadToMergedByHand() {
        String id = api.captured(officer(), name()).id();

        Answer refused = api.post(officer(), "/api/leads/" + id + "/transitions", "{\"to\":\"MERGED\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/type")).isEqualTo("/problems/merge-instead");
        assertThat(refused.text("/detail")).contains("合并");
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        String into = api.captured(officer(), name()).id();

        Answer refused = merge(
                into,
                "{\"fields\":{\"zone\":\"from\",\"name\":\"both\",\"shoe\":\"from\",\"investor.uscc\":\"from\"}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.texts("errors", "field"))
                .containsExactlyInAnyOrder("from", "fields.zone", "fields.name", "fields.shoe");
        assertThat(merge(into, "{\"from\":\"" + into + "\"}").texts("errors", "field"))
                .containsExactly("from");
        assertThat(merge(into, "{\"from\":\"nowhere\"}").status()).isEqualTo(404);
    }

    @Test
    void leadsOfTwoZonesStayApart() {
        String into = api.captured(officer(), name()).id();
        String there = Tokens.of("manager.yangcheng", Role.MANAGER, Api.YANGCHENG);
        String from = api.post(there, "/api/leads", Api.lead(name()).replace("140827", Api.YANGCHENG))
                .id();

        assertThat(merge(into, "{\"from\":\"" + from + "\"}").status()).isEqualTo(404);
        String ofBoth = Tokens.of("manager.both", List.of(Role.MANAGER), null, "140827", Api.YANGCHENG);
        Answer refused = api.post(ofBoth, "/api/leads/" + into + "/merges", "{\"from\":\"" + from + "\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/type")).isEqualTo("/problems/merge-across-zones");
    }

    private Answer merge(String into, String body) {
        return api.post(manager(), "/api/leads/" + into + "/merges", body);
    }

    private Answer undo(String into, String merge) {
        return api.send(
                HttpMethod.DELETE, manager(), "/api/leads/" + into + "/merges/" + merge, (String) null, Map.of());
    }

    private Answer followUp(String id) {
        return api.post(manager(), "/api/leads/" + id + "/follow-ups", "{\"kind\":\"CALL\",\"summary\":\"问了进度\"}");
    }

    /** Both leads and their follow-ups, without what every write changes. */
    private List<JsonNode> both(String... ids) {
        return List.of(ids).stream()
                .flatMap(id -> java.util.stream.Stream.of(
                        shown(api.get(manager(), "/api/leads/" + id).body()),
                        api.get(manager(), "/api/leads/" + id + "/follow-ups").body()))
                .toList();
    }

    private static JsonNode shown(JsonNode lead) {
        return ((tools.jackson.databind.node.ObjectNode) lead).remove(List.of("version", "updatedAt", "updatedBy"));
    }

    private static List<CloudEvent<?>> events(String id, int count) throws InterruptedException {
        return PublishedEvents.on(Topics.LEADS).await(id, PATIENCE, found -> found.size() >= count);
    }
}
