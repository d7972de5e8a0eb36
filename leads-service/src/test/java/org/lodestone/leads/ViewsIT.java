package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.manager;
import static org.lodestone.leads.Api.officer;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.Api.Answer;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** Views are saved, shared in the zone, changed, removed and brought back. */
@ServiceTest
class ViewsIT {

    private static final String VIEWS = "/api/views";
    private static final String LEADER = Api.as(Role.LEADER);
    private static final String STRANGER = Tokens.of("manager.yangcheng", Role.MANAGER, Api.YANGCHENG);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Api api;
    private final MongoDatabase database;

    @Autowired
    ViewsIT(WebTestClient http, MongoDatabase database) {
        this.api = new Api(http);
        this.database = database;
    }

    @Test
    void aViewIsReadAsItWasSaved() {
        String name = unique();
        Answer saved = api.post(
                officer(),
                VIEWS,
                "{\"name\":\"" + name
                        + "\",\"of\":\"leads\",\"filter\":{\"state\":[\"NEW\",\"ASSESSING\"],\"owner\":[\"me\"],\"q\":[\"铜箔\"]},"
                        + "\"sort\":\"-amount\",\"columns\":[\"name\",\"amount\"],\"as\":\"cards\"}");
        assertThat(saved.status()).isEqualTo(201);

        Answer read = api.get(officer(), VIEWS + "/" + saved.id());
        assertThat(read.body().path("filter").path("state").toString()).isEqualTo("[\"NEW\",\"ASSESSING\"]");
        assertThat(read.text("/as")).isEqualTo("cards");
        assertThat(read.body().path("own").asBoolean()).isTrue();
        assertThat(api.get(officer(), VIEWS + "?of=leads").texts("items", "name"))
                .contains(name);
        assertThat(api.get(manager(), VIEWS).texts("items", "name")).doesNotContain(name);
        assertThat(api.get(manager(), VIEWS + "/" + saved.id()).status()).isEqualTo(404);
    }

    @Test
    void aSharedOneIsSeenInTheZoneAndLookedAfterByThoseWhoMayAssign() {
        String name = unique();
        Answer saved = api.post(manager(), VIEWS, view(name, "\"shared\":true"));
        String path = VIEWS + "/" + saved.id();

        assertThat(saved.text("/zone")).isEqualTo(Api.YUANQU);
        assertThat(api.get(officer(), VIEWS).texts("items", "name")).contains(name);
        assertThat(api.get(officer(), path).body().path("own").asBoolean(true)).isFalse();
        assertThat(api.put(officer(), path, view(name, "\"shared\":true")).status())
                .isEqualTo(403);
        assertThat(api.put(LEADER, path, view(name + "改", "\"shared\":true")).text("/name"))
                .isEqualTo(name + "改");
        assertThat(api.get(STRANGER, path).status()).isEqualTo(404);
        assertThat(api.get(STRANGER, VIEWS).texts("items", "name")).doesNotContain(name + "改");
        assertThat(api.post(officer(), VIEWS, view(unique(), "\"shared\":true")).status())
                .isEqualTo(403);
        assertThat(api.put(manager(), path, view(name, "\"shared\":false")).status())
                .isEqualTo(200);
        assertThat(api.get(officer(), path).status()).isEqualTo(404);
    }

    @Test
    void aNameIsItsOwnersOnce() {
        String name = unique();
        String first =
                api.post(officer(), VIEWS, view(name, "\"as\":\"table\"")).id();

        assertThat(api.post(officer(), VIEWS, view(name, "\"as\":\"table\"")).text("/type"))
                .isEqualTo("/problems/view-name-taken");
        assertThat(api.post(manager(), VIEWS, view(name, "\"as\":\"table\"")).status())
                .isEqualTo(201);
        String other =
                api.post(officer(), VIEWS, view(name + "二", "\"as\":\"table\"")).id();
        assertThat(api.put(officer(), VIEWS + "/" + other, view(name, "\"as\":\"table\""))
                        .status())
                .isEqualTo(409);
        assertThat(api.put(officer(), VIEWS + "/" + first, view(name, "\"as\":\"calendar\""))
                        .text("/as"))
                .isEqualTo("calendar");
    }

    @Test
    void whatWasRemovedComesBack() {
        String name = unique();
        String path = VIEWS + "/"
                + api.post(officer(), VIEWS, view(name, "\"as\":\"table\"")).id();

        assertThat(api.send(HttpMethod.DELETE, officer(), path, (String) null, Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(api.get(officer(), path).status()).isEqualTo(404);
        assertThat(api.get(officer(), VIEWS).texts("items", "name")).doesNotContain(name);
        assertThat(api.post(officer(), path + "/restorations", "{}").status()).isEqualTo(200);
        assertThat(api.get(officer(), VIEWS).texts("items", "name")).contains(name);
        assertThat(api.post(manager(), path + "/restorations", "{}").status()).isEqualTo(404);
    }

    @Test
    void theSameRequestAgainIsTheSameView() {
        String body = view(unique(), "\"as\":\"table\"");
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        String first = api.send(HttpMethod.POST, officer(), VIEWS, body, key).id();
        assertThat(api.send(HttpMethod.POST, officer(), VIEWS, body, key).id()).isEqualTo(first);
        assertThat(api.send(HttpMethod.POST, officer(), VIEWS, view(unique(), "\"as\":\"table\""), key)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Answer refused = api.post(
                officer(),
                VIEWS,
                "{\"name\":\"x\",\"of\":\"leads\",\"sort\":\"-colour\",\"filter\":{\"light\":[\"PINK\"],\"colour\":[\"red\"],"
                        + "\"amountFrom\":[\"many\"],\"receivedFrom\":[\"2026-13-01\"],\"q\":[\"a\",\"b\"],\"cursor\":[\"c\"]}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.texts("errors", "field"))
                .containsExactlyInAnyOrder(
                        "sort",
                        "filter.light",
                        "filter.colour",
                        "filter.amountFrom",
                        "filter.receivedFrom",
                        "filter.q",
                        "filter.cursor");
        assertThat(api.post(officer(), VIEWS, "{\"of\":\"leads\",\"as\":\"globe\"}")
                        .texts("errors", "field"))
                .containsExactlyInAnyOrder("name", "as");
        assertThat(api.post(officer(), VIEWS, "{\"name\":\"x\",\"of\":\"ships\"}")
                        .texts("errors", "field"))
                .containsExactly("of");
    }

    @Test
    void aColumnThatNobodyKnowsIsRefusedByItsNameWithEverythingElse() {
        String body =
                "{\"of\":\"leads\",\"columns\":[\"name\",\"colour\",\"taste\"],\"filter\":{\"colour\":[\"red\"],\"state\":[]},\"sort\":\"-taste\"}";
        Answer refused = api.post(officer(), VIEWS, body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.texts("errors", "field"))
                .containsExactlyInAnyOrder("name", "columns", "filter.colour", "filter.state", "sort");
        assertThat(refused.texts("errors", "message")).contains("没有这一列：colour, taste");
        assertThat(api.send(HttpMethod.POST, officer(), VIEWS, body, Map.of("Accept-Language", "en"))
                        .texts("errors", "message"))
                .contains("no such column: colour, taste");
        String known = api.post(officer(), VIEWS, view(unique(), "\"columns\":[\"name\"]"))
                .id();
        assertThat(api.put(officer(), VIEWS + "/" + known, view(unique(), "\"columns\":[\"colour\"]"))
                        .texts("errors", "field"))
                .containsExactly("columns");
    }

    @Test
    void aViewOfATimeWithOtherColumnsOpensWithoutThem() {
        String person = "officer.past" + unique();
        String token = Tokens.of(person, Role.OFFICER, Api.YUANQU);
        String path = VIEWS + "/"
                + api.post(token, VIEWS, view(unique(), "\"columns\":[\"name\",\"amount\"]"))
                        .id();
        Mono.from(database.getCollection("views")
                        .updateOne(
                                Filters.eq("_id", person),
                                Updates.set("views.0.columns", List.of("name", "colour", "amount"))))
                .block(PATIENCE);

        Answer opened = api.get(token, path);
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.body().path("columns").toString()).isEqualTo("[\"name\",\"amount\"]");
        assertThat(api.get(token, VIEWS).body().at("/items/0/columns").toString())
                .isEqualTo("[\"name\",\"amount\"]");
    }

    @Test
    void aFilterWithoutValuesIsRefusedByItsName() {
        for (String filter : List.of("{\"state\":null}", "{\"owner\":[null]}")) {
            Answer refused = api.post(
                    officer(), VIEWS, "{\"name\":\"" + unique() + "\",\"of\":\"leads\",\"filter\":" + filter + "}");
            assertThat(refused.status()).as(filter).isEqualTo(400);
            assertThat(refused.texts("errors", "field")).allMatch(field -> field.startsWith("filter."));
        }
    }

    @Test
    void thereIsALimit() {
        String busy = Tokens.of("officer.busy" + unique(), Role.OFFICER, Api.YUANQU);
        IntStream.range(0, 50)
                .forEach(_ -> assertThat(api.post(busy, VIEWS, view(unique(), "\"as\":\"table\""))
                                .status())
                        .isEqualTo(201));

        assertThat(api.post(busy, VIEWS, view(unique(), "\"as\":\"table\"")).status())
                .isEqualTo(400);
    }

    @Test
    void aMonthFindsWhatFallsDueInIt() {
        String lead = api.captured(officer(), Api.name()).id();
        assertThat(api.patch(
                                officer(),
                                "/api/leads/" + lead,
                                "{\"nextAction\":{\"what\":\"回访\",\"on\":\"2199-03-15\"}}",
                                1)
                        .status())
                .isEqualTo(200);

        Awaitility.await()
                .until(() -> api.get(officer(), "/api/leads?dueFrom=2199-03-01&dueTo=2199-03-31")
                        .texts("items", "id")
                        .contains(lead));
        assertThat(api.get(officer(), "/api/leads?dueFrom=2199-03-16&dueTo=2199-04-10")
                        .texts("items", "id"))
                .doesNotContain(lead);
        assertThat(api.get(officer(), "/api/leads?dueFrom=2199-01-01&dueTo=2199-12-31")
                        .texts("errors", "field"))
                .containsExactly("dueTo");
        assertThat(api.get(officer(), "/api/leads?dueFrom=2199-01-01").texts("errors", "field"))
                .containsExactly("dueTo");
    }

    private static String unique() {
        return "视图" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String view(String name, String more) {
        return "{\"name\":\"" + name + "\",\"of\":\"leads\",\"filter\":{\"light\":[\"RED\"]}," + more + "}";
    }
}
