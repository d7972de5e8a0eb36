package org.lodestone.leads.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.manager;
import static org.lodestone.leads.Api.name;
import static org.lodestone.leads.Api.officer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.contracts.LeadAssigned;
import org.lodestone.contracts.Topics;
import org.lodestone.leads.Api;
import org.lodestone.leads.Api.Answer;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.PublishedEvents;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A lead goes from hand to hand, and everybody can see why. */
@ServiceTest
class OpenPoolIT {

    private static final String OTHER = Tokens.of("officer.other", Role.OFFICER, Api.YUANQU);

    private final Api api;

    @Autowired
    OpenPoolIT(WebTestClient http) {
        this.api = new Api(http);
    }

    @Test
    void whatIsReturnedLiesInThePoolUntilSomebodyClaimsIt() throws Exception {
        Answer lead = api.captured(officer(), name());
        String path = "/api/leads/" + lead.id();
        assertThat(lead.text("/assignment/because/code")).isEqualTo("CREATED");
        assertThat(lead.text("/assignment/because/text")).isEqualTo("垣曲招商专员登记，归其本人");

        Answer owned = api.post(OTHER, path + "/claims", "{}");
        assertThat(owned.status()).isEqualTo(409);
        assertThat(owned.text("/type")).isEqualTo("/problems/lead-owned");
        Answer released = api.post(officer(), path + "/releases", "{\"reason\":\"忙不过来\"}");
        assertThat(released.status()).isEqualTo(200);
        assertThat(released.text("/assignment/owner")).isEmpty();
        assertThat(released.text("/assignment/because/code")).isEqualTo("RELEASED");
        assertThat(pool(Api.header(released, "X-Read-After"))).contains(lead.id());

        Answer claimed = api.post(OTHER, path + "/claims", "{}");
        assertThat(claimed.text("/assignment/owner")).isEqualTo("officer.other");
        assertThat(claimed.text("/assignment/because/code")).isEqualTo("CLAIMED");
        assertThat(pool(Api.header(claimed, "X-Read-After"))).doesNotContain(lead.id());
        Answer history = api.get(officer(), path + "/history");
        assertThat(history.texts("items", "kind")).containsExactly("assigned", "released", "captured");
        assertThat(history.text("/items/0/reason")).isEqualTo("CLAIMED");
        assertThat(history.text("/items/1/note")).isEqualTo("忙不过来");
        List<CloudEvent<?>> events =
                PublishedEvents.on(Topics.LEADS).await(lead.id(), Duration.ofSeconds(20), found -> found.size() >= 3);
        assertThat(events.get(2).data()).isInstanceOfSatisfying(LeadAssigned.class, event -> {
            assertThat(event.from()).isNull();
            assertThat(event.to()).isEqualTo("officer.other");
            assertThat(event.because()).isEqualTo("CLAIMED");
        });
    }

    @Test
    void aManagerGivesItToSomebodyOfTheZoneWhoWorksOnLeads() {
        String path = "/api/leads/" + api.captured(officer(), name()).id();

        Answer given = assign(path, "manager.yuanqu");
        assertThat(given.text("/assignment/owner")).isEqualTo("manager.yuanqu");
        assertThat(given.text("/assignment/because/by")).isEqualTo("manager.yuanqu");
        assertThat(assign(path, "manager.yuanqu").text("/type")).isEqualTo("/problems/already-owner");
        assertThat(assign(path, "officer.yangcheng").text("/errors/0/code")).isEqualTo("unknown");
        assertThat(assign(path, "viewer").text("/errors/0/code")).isEqualTo("cannot-own");
    }

    @Test
    void whoPatchesAnotherOwnerIsToldWhyToo() {
        Answer lead = api.captured(officer(), name());
        Answer changed = api.patch(
                manager(),
                "/api/leads/" + lead.id(),
                "{\"assignment\":{\"owner\":\"leader.yuanqu\"}}",
                lead.body().path("version").asLong());
        assertThat(changed.text("/assignment/because/code")).isEqualTo("ASSIGNED");
        assertThat(changed.text("/assignment/because/by")).isEqualTo("manager.yuanqu");
    }

    @Test
    void whoeverWatchesIsNamedInEveryEventAndNothingElseChanges() throws Exception {
        Answer lead = api.captured(officer(), name());
        String path = "/api/leads/" + lead.id();
        Answer watched = api.put(manager(), path + "/watch", "{}");
        assertThat(watched.body().path("watching").asBoolean()).isTrue();
        assertThat(watched.text("/updatedAt")).isEqualTo(lead.text("/updatedAt"));
        assertThat(api.put(manager(), path + "/watch", "{}")
                        .body()
                        .path("version")
                        .asLong())
                .isEqualTo(2);
        assertThat(api.get(officer(), path).body().path("watching").asBoolean()).isFalse();
        List<CloudEvent<?>> events =
                PublishedEvents.on(Topics.LEADS).await(lead.id(), Duration.ofSeconds(20), found -> found.size() >= 2);
        assertThat(((org.lodestone.contracts.LeadEvent) events.get(1).data())
                        .lead()
                        .watchers())
                .containsExactly("manager.yuanqu");
        Answer ended = api.send(HttpMethod.DELETE, manager(), path + "/watch", (String) null, Map.of());
        assertThat(ended.body().path("watchers").size()).isZero();
    }

    @Test
    void nobodyClaimsMoreThanTheZoneAllowsInADay() {
        String greedy = Tokens.of("officer.greedy", Role.OFFICER, Api.YUANQU);
        for (int i = 0; i < 10; i++) {
            assertThat(api.post(greedy, pooled() + "/claims", "{}").status()).isEqualTo(200);
        }
        Answer refused = api.post(greedy, pooled() + "/claims", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/type")).isEqualTo("/problems/claim-limit");
        assertThat(refused.body().path("limit").asInt()).isEqualTo(10);
    }

    private String pooled() {
        String path = "/api/leads/" + api.captured(officer(), name()).id();
        assertThat(api.post(officer(), path + "/releases", "{}").status()).isEqualTo(200);
        return path;
    }

    private Answer assign(String path, String owner) {
        return api.post(manager(), path + "/assignments", "{\"owner\":\"" + owner + "\",\"reason\":\"分工\"}");
    }

    private List<String> pool(String readAfter) {
        return api.send(
                        HttpMethod.GET,
                        manager(),
                        "/api/leads?pool=open&limit=200&sort=-createdAt",
                        (String) null,
                        Map.of("X-Read-After", readAfter))
                .texts("items", "id");
    }
}
