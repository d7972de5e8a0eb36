package org.lodestone.leads.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.name;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.Api;
import org.lodestone.leads.Api.Answer;
import org.lodestone.leads.MovableClock;
import org.lodestone.leads.directory.OwnZone;
import org.lodestone.leads.lead.Because;
import org.lodestone.leads.lead.Handing;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadDesk;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** A process that ends between keeping a place and writing the lead, or between the lead and its place, takes nobody's place for good. */
@ServiceTest
@DirtiesContext
class AssignmentKillsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Longer than any request may be under way. */
    private static final Duration LONG_AGO = Places.ABANDONED.multipliedBy(2);

    private static final MovableClock CLOCK = new MovableClock();

    private final Api api;
    private final OwnZone zone;
    private final BusinessClock clock;
    private final Places places;
    private final Recycling recycling;
    private final ProcessStore<Holding> holdings;
    private final AggregateStore<Lead> leads;
    private final LeadDesk desk;

    @Autowired
    AssignmentKillsIT(WebTestClient http, ApplicationContext service, AggregateStore<Lead> leads, LeadDesk desk) {
        this.api = new Api(http);
        this.zone = OwnZone.in(service);
        this.places = service.getBean(Places.class);
        this.clock = service.getBean(BusinessClock.class);
        this.recycling = service.getBean(Recycling.class);
        this.holdings = service.<ProcessStore<Holding>>getBeanProvider(
                        org.springframework.core.ResolvableType.forClassWithGenerics(ProcessStore.class, Holding.class))
                .getObject();
        this.leads = leads;
        this.desk = desk;
    }

    @DynamicPropertySource
    static void movable(DynamicPropertyRegistry registry) {
        registry.add("lodestone.clock.file", CLOCK::file);
    }

    @AfterEach
    void today() {
        CLOCK.reset(clock);
    }

    @Test
    void aPlaceKeptForAWriteThatNeverCameIsFreeAgain() {
        room(1);
        String never = pooled();
        String other = pooled();
        keptAndForgotten(never);

        assertThat(claim(other).text("/type")).isEqualTo("/problems/capacity-reached");
        grownOld(never);
        assertThat(claim(other).status()).isEqualTo(200);
        assertThat(slots()).singleElement().satisfies(slot -> {
            assertThat(slot.lead()).isEqualTo(other);
            assertThat(slot.ticket()).isNull();
        });
        assertThat(owner(never)).isEmpty();
    }

    @Test
    void aPlaceWhoseLeadWasWrittenStaysTakenThoughNobodySettledIt() {
        room(1);
        String mine = pooled();
        String other = pooled();
        assertThat(claim(mine).status()).isEqualTo(200);
        unsettled(mine);
        grownOld(mine);

        assertThat(claim(other).text("/type")).isEqualTo("/problems/capacity-reached");
        assertThat(slots()).singleElement().satisfies(slot -> {
            assertThat(slot.lead()).isEqualTo(mine);
            assertThat(slot.ticket()).isNull();
        });
        assertThat(owner(mine)).isEqualTo(zone.name(Role.OFFICER));
    }

    @Test
    void theSameClaimAgainGoesOnWhereItWasKilled() {
        room(1);
        String lead = pooled();
        keptAndForgotten(lead);

        assertThat(claim(lead).status()).isEqualTo(200);
        assertThat(slots()).extracting(Holding.Slot::lead).containsExactly(lead);
    }

    @Test
    void whatWentBackToThePoolBeforeItsPlaceWasFreedTakesNoPlace() {
        room(1);
        String lapsed = pooled();
        String other = pooled();
        assertThat(claim(lapsed).status()).isEqualTo(200);
        lapse(lapsed);
        assertThat(slots()).extracting(Holding.Slot::lead).containsExactly(lapsed);

        Awaitility.await().until(() -> claim(other).status() == 200);
        assertThat(slots()).extracting(Holding.Slot::lead).containsExactly(other);
    }

    @Test
    void aRoundThatWasKilledGoesOnAndEveryLeadGoesBackOnce() {
        room(0);
        List<String> idle = IntStream.range(0, 4).mapToObj(_ -> captured()).toList();
        CLOCK.set(clock, Instant.now().plus(Duration.ofDays(60)));
        // As far as the killed round came: the first lead, by the very command the next round would give.
        lapse(idle.getFirst());

        recycling.round().block(PATIENCE);
        recycling.round().block(PATIENCE);

        idle.forEach(id -> {
            Answer lead = api.get(zone.manager(), "/api/leads/" + id);
            assertThat(lead.text("/assignment/owner")).isEmpty();
            assertThat(lead.text("/assignment/because/code")).isEqualTo("RECYCLED");
            assertThat(api.get(zone.manager(), "/api/leads/" + id + "/history").texts("items", "kind"))
                    .containsExactly("released", "captured");
        });
    }

    /** A client that goes away, or a process that ends before it writes: nothing settles what was kept. */
    private void keptAndForgotten(String lead) {
        Disposable writing = places.keep(wish(lead), Mono.never()).subscribe();
        Awaitility.await().until(() -> slots().size() == 1);
        writing.dispose();
    }

    private Places.Wish wish(String lead) {
        return new Places.Wish(zone.id(), zone.name(Role.OFFICER), lead, 1, null);
    }

    private String holding() {
        return Holding.id(zone.id(), zone.name(Role.OFFICER));
    }

    private List<Holding.Slot> slots() {
        return Objects.requireNonNull(holdings.find(holding())
                .map(Holding::slots)
                .defaultIfEmpty(List.of())
                .block(PATIENCE));
    }

    /** As if it had been kept long ago. */
    private void grownOld(String lead) {
        holdings.step(holding(), present -> {
                    String ticket = present.slot(lead).map(Holding.Slot::ticket).orElse(null);
                    return present.with(
                            new Holding.Slot(lead, ticket, Instant.now().minus(LONG_AGO)));
                })
                .block(PATIENCE);
    }

    /** As the process left it that ended right after the lead was written. */
    private void unsettled(String lead) {
        holdings.step(holding(), present -> present.with(new Holding.Slot(lead, "killed", Instant.now())))
                .block(PATIENCE);
    }

    /** As recycling writes it, and not a step further. */
    private void lapse(String id) {
        Lead found = Objects.requireNonNull(leads.load(id).block(PATIENCE));
        Instant now = clock.now();
        Command command = Command.ofSystem("recycle:" + id + ':' + found.caredAt(), "system", now);
        leads.change(
                        id,
                        command,
                        200,
                        lead -> Handing.lapse(
                                lead,
                                Because.of(Because.Code.RECYCLED, now, "system"),
                                desk.rules(lead.zone()),
                                command))
                .block(PATIENCE);
    }

    private Answer claim(String lead) {
        return api.post(zone.officer(), "/api/leads/" + lead + "/claims", "{}");
    }

    private String owner(String lead) {
        return api.get(zone.manager(), "/api/leads/" + lead).text("/assignment/owner");
    }

    private String pooled() {
        Answer lead = api.post(zone.manager(), "/api/leads", zone.lead(name()));
        assertThat(api.post(zone.manager(), "/api/leads/" + lead.id() + "/releases", "{}")
                        .status())
                .isEqualTo(200);
        return lead.id();
    }

    private String captured() {
        return api.shown(zone.manager(), api.post(zone.officer(), "/api/leads", zone.lead(name())))
                .id();
    }

    /** For so many leads each; 0 for any number. */
    private void room(int capacity) {
        String path = "/api/zone-settings/" + zone.id();
        ObjectNode present = (ObjectNode) api.get(Api.as(Role.ADMIN), path).body();
        ObjectNode next = present.objectNode();
        next.set("registrationDays", present.path("registrationDays"));
        next.set("assessment", present.path("assessment"));
        next.putObject("pool")
                .put("capacity", capacity)
                .put("claimsPerDay", 1000)
                .put("recycleAfterWorkingDays", 30)
                .put("reclaimAfterDays", 30);
        assertThat(api.send(HttpMethod.PUT, Api.as(Role.ADMIN), path, next.toString(), Map.of("If-Match", "*"))
                        .status())
                .isEqualTo(200);
    }
}
