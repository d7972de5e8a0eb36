package org.lodestone.leads.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.name;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.contracts.LeadAssigned;
import org.lodestone.contracts.Topics;
import org.lodestone.leads.Api;
import org.lodestone.leads.Api.Answer;
import org.lodestone.leads.directory.OwnZone;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.PublishedEvents;
import org.lodestone.platform.test.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A lead goes from hand to hand, and everybody can see why. */
@ServiceTest
class OpenPoolIT {

    private final Api api;
    private final OwnZone zone;

    @Autowired
    OpenPoolIT(WebTestClient http, ApplicationContext service) {
        this.api = new Api(http);
        this.zone = OwnZone.in(service);
    }

    private String officer() {
        return zone.officer();
    }

    private String manager() {
        return zone.manager();
    }

    private String colleague() {
        return zone.token("officer.other", Role.OFFICER);
    }

    private Answer captured() {
        return api.post(officer(), "/api/leads", zone.lead(name()));
    }

    @Test
    void whatIsReturnedLiesInThePoolUntilSomebodyClaimsIt() throws Exception {
        Answer lead = captured();
        String path = "/api/leads/" + lead.id();
        assertThat(lead.text("/assignment/because/code")).isEqualTo("CREATED");
        assertThat(lead.text("/assignment/because/text")).isEqualTo(zone.name(Role.OFFICER) + "登记，归其本人");

        Answer owned = api.post(colleague(), path + "/claims", "{}");
        assertThat(owned.status()).isEqualTo(409);
        assertThat(owned.text("/type")).isEqualTo("/problems/lead-owned");
        Answer released = api.post(officer(), path + "/releases", "{\"reason\":\"忙不过来\"}");
        assertThat(released.status()).isEqualTo(200);
        assertThat(released.text("/assignment/owner")).isEmpty();
        assertThat(released.text("/assignment/because/code")).isEqualTo("RELEASED");
        Awaitility.await().until(() -> pool().contains(lead.id()));

        Answer claimed = api.post(colleague(), path + "/claims", "{}");
        assertThat(claimed.text("/assignment/owner")).isEqualTo("officer.other");
        assertThat(claimed.text("/assignment/because/code")).isEqualTo("CLAIMED");
        Awaitility.await().until(() -> !pool().contains(lead.id()));
        Answer history = api.get(officer(), path + "/history");
        assertThat(history.texts("items", "kind")).containsExactly("assigned", "released", "captured");
        assertThat(history.text("/items/0/reason")).isEqualTo("CLAIMED");
        assertThat(history.text("/items/1/note")).isEqualTo("忙不过来");
        List<CloudEvent<?>> events =
                PublishedEvents.on(Topics.LEADS).await(lead.id(), Duration.ofSeconds(30), found -> found.size() >= 3);
        assertThat(events.get(2).data()).isInstanceOfSatisfying(LeadAssigned.class, event -> {
            assertThat(event.from()).isNull();
            assertThat(event.to()).isEqualTo("officer.other");
            assertThat(event.because()).isEqualTo("CLAIMED");
        });
    }

    @Test
    void aManagerGivesItToSomebodyOfTheZoneWhoWorksOnLeads() {
        String path = "/api/leads/" + captured().id();

        Answer given = assign(path, zone.name(Role.MANAGER));
        assertThat(given.text("/assignment/owner")).isEqualTo(zone.name(Role.MANAGER));
        assertThat(given.text("/assignment/because/by")).isEqualTo(zone.name(Role.MANAGER));
        assertThat(assign(path, zone.name(Role.MANAGER)).text("/type")).isEqualTo("/problems/already-owner");
        assertThat(assign(path, "officer.yangcheng").text("/errors/0/code")).isEqualTo("unknown");
        assertThat(assign(path, "viewer").text("/errors/0/code")).isEqualTo("cannot-own");
    }

    @Test
    void whoPatchesAnotherOwnerIsToldWhyToo() {
        Answer lead = captured();
        Answer changed = api.patch(
                manager(),
                "/api/leads/" + lead.id(),
                "{\"assignment\":{\"owner\":\"" + zone.name(Role.LEADER) + "\"}}",
                lead.body().path("version").asLong());
        assertThat(changed.text("/assignment/because/code")).isEqualTo("ASSIGNED");
        assertThat(changed.text("/assignment/because/by")).isEqualTo(zone.name(Role.MANAGER));
    }

    @Test
    void nobodyWhoseRoleWorksOnNoLeadsIsMadeAnOwnerByAnyWay() {
        Answer lead = captured();
        Answer patched = api.patch(
                manager(),
                "/api/leads/" + lead.id(),
                "{\"assignment\":{\"owner\":\"viewer\"}}",
                lead.body().path("version").asLong());
        assertThat(patched.status()).isEqualTo(400);
        assertThat(patched.text("/errors/0/field")).isEqualTo("assignment.owner");
        assertThat(patched.text("/errors/0/code")).isEqualTo("cannot-own");

        String form = zone.lead(name()).replaceFirst("\\{", "{\"assignment\":{\"owner\":\"viewer\"},");
        Answer logged = api.post(manager(), "/api/leads", form);
        assertThat(logged.status()).as(logged.body().toString()).isEqualTo(400);
        assertThat(logged.text("/errors/0/code")).isEqualTo("cannot-own");
    }

    @Test
    void whoeverWatchesIsNamedInEveryEventAndNothingElseChanges() throws Exception {
        Answer lead = captured();
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
                PublishedEvents.on(Topics.LEADS).await(lead.id(), Duration.ofSeconds(30), found -> found.size() >= 2);
        assertThat(((org.lodestone.contracts.LeadEvent) events.get(1).data())
                        .lead()
                        .watchers())
                .containsExactly(zone.name(Role.MANAGER));
        Answer ended = api.send(HttpMethod.DELETE, manager(), path + "/watch", (String) null, Map.of());
        assertThat(ended.body().path("watchers").size()).isZero();
    }

    @Test
    void nobodyClaimsMoreThanTheZoneAllowsInADay() {
        String greedy = zone.token("officer.greedy", Role.OFFICER);
        for (int i = 0; i < 10; i++) {
            assertThat(api.post(greedy, pooled() + "/claims", "{}").status()).isEqualTo(200);
        }
        Answer refused = api.post(greedy, pooled() + "/claims", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/type")).isEqualTo("/problems/claim-limit");
        assertThat(refused.body().path("limit").asInt()).isEqualTo(10);
    }

    @Test
    void aManagerWorksOnWhatNobodyOwnsAndAnOfficerClaimsItFirst() {
        String path = pooled();
        long version = api.get(manager(), path).body().path("version").asLong();

        assertThat(api.patch(manager(), path, "{\"keyTerms\":\"先租后买\"}", version)
                        .status())
                .isEqualTo(200);
        assertThat(api.post(manager(), path + "/waits", "{\"reason\":\"等可研\",\"until\":\"2027-01-04\"}")
                        .status())
                .isEqualTo(200);
        assertThat(api.post(
                                manager(),
                                path + "/follow-ups",
                                "{\"at\":\"2026-11-20T02:00:00Z\",\"kind\":\"CALL\",\"summary\":\"回访\"}")
                        .status())
                .isEqualTo(201);
        assertThat(api.post(colleague(), path + "/waits", "{\"reason\":\"等可研\",\"until\":\"2027-01-04\"}")
                        .status())
                .isEqualTo(403);
    }

    private String pooled() {
        String path = "/api/leads/" + captured().id();
        assertThat(api.post(officer(), path + "/releases", "{}").status()).isEqualTo(200);
        return path;
    }

    private Answer assign(String path, String owner) {
        return api.post(manager(), path + "/assignments", "{\"owner\":\"" + owner + "\",\"reason\":\"分工\"}");
    }

    private List<String> pool() {
        return api.get(manager(), "/api/leads?pool=open&limit=200&sort=-createdAt")
                .texts("items", "id");
    }
}
