package org.lodestone.leads.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.name;
import static org.lodestone.leads.MovableClock.china;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.contracts.LeadDeadlinesChanged;
import org.lodestone.contracts.Topics;
import org.lodestone.leads.Api;
import org.lodestone.leads.Api.Answer;
import org.lodestone.leads.MovableClock;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.PublishedEvents;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lights turn at the right working minute, sleep while a lead waits, and follow a calendar that changes. */
@ServiceTest
@DirtiesContext
class ClocksIT {

    private static final String ZONE = "140521";
    private static final String OFFICER = Tokens.of("officer.qinshui", Role.OFFICER, ZONE);
    private static final String MANAGER = Tokens.of("manager.qinshui", Role.MANAGER, ZONE);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final MovableClock CLOCK = new MovableClock();

    private final Api api;
    private final BusinessClock clock;
    private final Reclocking reclocking;

    @Autowired
    ClocksIT(WebTestClient http, BusinessClock clock, Reclocking reclocking) {
        this.api = new Api(http);
        this.clock = clock;
        this.reclocking = reclocking;
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
    void aLeadLeftAloneTurnsYellowAndRedAtTheRightWorkingMinute() {
        // Friday night: the first working day is Monday.
        CLOCK.set(clock, "2027-03-05T22:00");
        Answer lead = captured();
        assertThat(lead.text("/clocks/0/kind")).isEqualTo("first-response");
        assertThat(lead.text("/clocks/0/dueAt"))
                .isEqualTo(china("2027-03-08T17:30").toString());
        assertThat(lead.text("/clocks/0/redAt"))
                .isEqualTo(china("2027-03-09T17:30").toString());

        CLOCK.set(clock, "2027-03-08T17:29");
        assertThat(light(lead.id())).isEqualTo("GREEN");
        assertThat(listed("light=YELLOW")).doesNotContain(lead.id());
        CLOCK.set(clock, "2027-03-08T17:30");
        assertThat(light(lead.id())).isEqualTo("YELLOW");
        awaitListed("light=YELLOW", lead.id());
        CLOCK.set(clock, "2027-03-09T17:29");
        assertThat(light(lead.id())).isEqualTo("YELLOW");
        CLOCK.set(clock, "2027-03-09T17:30");
        assertThat(light(lead.id())).isEqualTo("RED");
        awaitListed("light=RED", lead.id());
        awaitListed("unanswered=true", lead.id());
        assertThat(api.post(OFFICER, path(lead.id()) + "/follow-ups", "{\"kind\":\"CALL\",\"summary\":\"已联系\"}")
                        .status())
                .isEqualTo(201);
        assertThat(light(lead.id())).isEqualTo("GREEN");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !listed("unanswered=true").contains(lead.id()));
    }

    @Test
    void aLeadThatWaitsWakesByItself() throws Exception {
        CLOCK.set(clock, "2027-03-08T10:00");
        String id = captured().id();
        CLOCK.set(clock, "2027-03-08T14:00");

        Answer waiting = api.post(OFFICER, path(id) + "/waits", "{\"reason\":\"等待用地批复\",\"until\":\"2027-03-20\"}");
        assertThat(waiting.status()).isEqualTo(200);
        assertThat(waiting.text("/light")).isEqualTo("WAITING");
        assertThat(waiting.text("/waiting/reason")).isEqualTo("等待用地批复");
        // The twentieth is a Saturday: somebody is at work again on Monday.
        assertThat(waiting.text("/waiting/until"))
                .isEqualTo(china("2027-03-22T09:00").toString());
        // Two hours and a half of seven were used up.
        assertThat(Instant.parse(waiting.text("/clocks/0/dueAt")))
                .isBetween(
                        china("2027-03-22T15:00").minusSeconds(60),
                        china("2027-03-22T15:00").plusSeconds(60));
        List<CloudEvent<?>> events = PublishedEvents.on(Topics.LEADS).await(id, PATIENCE, found -> found.size() >= 2);
        assertThat(events.get(1).type()).isEqualTo("lead.deadlines-changed.v1");
        assertThat(events.get(1).data()).isInstanceOfSatisfying(LeadDeadlinesChanged.class, event -> {
            assertThat(event.because()).isEqualTo("WAIT_BEGUN");
            assertThat(event.deadlines())
                    .singleElement()
                    .satisfies(deadline ->
                            assertThat(String.valueOf(deadline.dueAt())).isEqualTo(waiting.text("/clocks/0/dueAt")));
        });
        assertThat(new String(
                        PublishedEvents.on(Topics.LEADS).records(id).getLast().value(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("批复");

        CLOCK.set(clock, "2027-03-15T10:00");
        assertThat(light(id)).isEqualTo("WAITING");
        assertThat(listed("waiting=true")).contains(id);
        assertThat(listed("light=WAITING")).contains(id);
        assertThat(listed("light=GREEN,YELLOW,RED")).doesNotContain(id);
        CLOCK.set(clock, "2027-03-22T09:00");
        assertThat(light(id)).isEqualTo("GREEN");
        assertThat(listed("waiting=true")).doesNotContain(id);
        CLOCK.set(clock, Instant.parse(waiting.text("/clocks/0/dueAt")));
        assertThat(light(id)).isEqualTo("YELLOW");
        Answer history = api.get(OFFICER, path(id) + "/history");
        assertThat(history.text("/items/0/kind")).isEqualTo("waiting");
        assertThat(history.text("/items/0/note")).isEqualTo("等待用地批复");
    }

    @Test
    void aWaitIsEndedBeforeItsTimeAndTheClocksAreAsTheyWere() {
        CLOCK.set(clock, "2027-03-08T10:00");
        Answer lead = captured();
        String waits = path(lead.id()) + "/waits";
        api.post(OFFICER, waits, "{\"reason\":\"等待\",\"until\":\"2027-04-01T01:00:00Z\"}");

        Answer ended = api.send(HttpMethod.DELETE, OFFICER, waits, (String) null, Map.of());
        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.text("/light")).isEqualTo("GREEN");
        assertThat(Duration.between(
                        Instant.parse(lead.text("/clocks/0/dueAt")), Instant.parse(ended.text("/clocks/0/dueAt"))))
                .isBetween(Duration.ZERO, Duration.ofMinutes(2));
        Answer again = api.send(HttpMethod.DELETE, OFFICER, waits, (String) null, Map.of());
        assertThat(again.body().path("version").asInt()).isEqualTo(3);
    }

    @Test
    void aWaitNeedsAReasonAndAnEndThatIsStillToCome() {
        String waits = path(captured().id()) + "/waits";

        assertThat(api.post(OFFICER, waits, "{}").texts("errors", "field"))
                .containsExactlyInAnyOrder("reason", "until");
        for (String until : List.of("2020-01-01", "2020-01-01T00:00:00Z", "2090-01-01", "soon", "2027-02-30")) {
            Answer refused = api.post(OFFICER, waits, "{\"reason\":\"x\",\"until\":\"" + until + "\"}");
            assertThat(refused.status()).as(until).isEqualTo(400);
            assertThat(refused.text("/errors/0/field")).isEqualTo("until");
        }
    }

    /** 2027-03-07 is a Sunday: work begins again on Monday, but the day that was asked for is over. */
    @Test
    void aWeekendThatIsOverIsPastAndOneToComeWakesWhenWorkBegins() {
        CLOCK.set(clock, "2027-03-08T08:00");
        String waits = path(captured().id()) + "/waits";

        Answer over = api.post(OFFICER, waits, "{\"reason\":\"x\",\"until\":\"2027-03-07\"}");
        assertThat(over.status()).isEqualTo(400);
        assertThat(over.text("/errors/0/code")).isEqualTo("past");
        Answer next = api.post(OFFICER, waits, "{\"reason\":\"x\",\"until\":\"2027-03-14\"}");
        assertThat(next.text("/waiting/until")).isEqualTo("2027-03-15T01:00:00Z");
    }

    @Test
    void otherHoursSetTheClocksOfOpenLeadsAnewEachOnceWhoeverIsCutShort() throws Exception {
        CLOCK.set(clock, "2027-03-08T09:00");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(captured().id());
        }
        Awaitility.await().atMost(PATIENCE).until(() -> listed("state=NEW").containsAll(ids));
        hours("[{\"from\":\"10:00\",\"to\":\"11:00\"}]");
        try {
            // One that is killed in the middle, and two at once, beside the one that runs in the background.
            reclocking.zone(ZONE).take(3).blockLast(PATIENCE);
            reclocking.zone(ZONE).mergeWith(reclocking.zone(ZONE)).blockLast(PATIENCE);

            for (String id : ids) {
                Awaitility.await()
                        .atMost(PATIENCE)
                        .untilAsserted(
                                () -> assertThat(api.get(OFFICER, path(id)).text("/clocks/0/dueAt"))
                                        .isEqualTo(china("2027-03-08T11:00").toString()));
                List<CloudEvent<?>> events =
                        PublishedEvents.on(Topics.LEADS).await(id, PATIENCE, found -> found.size() >= 2);
                assertThat(events)
                        .filteredOn(event -> event.type().equals("lead.deadlines-changed.v1"))
                        .singleElement()
                        .satisfies(event -> assertThat(((LeadDeadlinesChanged) event.data()).because())
                                .isEqualTo("CALENDAR"));
            }
            assertThat(reclocking.zone(ZONE).count().block(PATIENCE)).isZero();
        } finally {
            hours("[{\"from\":\"09:00\",\"to\":\"12:00\"},{\"from\":\"13:30\",\"to\":\"17:30\"}]");
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                api.get(OFFICER, path(ids.getFirst())).text("/clocks/0/dueAt"))
                        .startsWith(china("2027-03-09T09:00").toString().substring(0, 11)));
    }

    @Test
    void aHolidayThatIsAnnouncedMovesWhatFallsDueOnIt() {
        CLOCK.set(clock, "2027-06-10T15:00");
        String id = captured().id();
        assertThat(api.get(OFFICER, path(id)).text("/clocks/0/dueAt")).startsWith("2027-06-11T07:00");
        holiday("2027-06-11");
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(api.get(OFFICER, path(id)).text("/clocks/0/dueAt"))
                            .startsWith("2027-06-14T07:00"));
            assertThat(api.get(OFFICER, path(id) + "/history").text("/items/0/kind"))
                    .isEqualTo("deadlines-changed");
        } finally {
            holiday(null);
        }
    }

    @Test
    void aWaitUntilADateMovesWithTheCalendar() {
        CLOCK.set(clock, "2027-07-12T10:00");
        String id = captured().id();
        Answer waiting = api.post(OFFICER, path(id) + "/waits", "{\"reason\":\"等待用地批复\",\"until\":\"2027-07-16\"}");
        assertThat(waiting.text("/waiting/until"))
                .isEqualTo(china("2027-07-16T09:00").toString());
        holiday("2027-07-16");
        try {
            // Friday is off now: work begins again on Monday.
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(api.get(OFFICER, path(id)).text("/waiting/until"))
                            .isEqualTo(china("2027-07-19T09:00").toString()));
        } finally {
            holiday(null);
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(api.get(OFFICER, path(id)).text("/waiting/until"))
                        .isEqualTo(china("2027-07-16T09:00").toString()));
    }

    private void hours(String hours) {
        String admin = Api.as(Role.ADMIN);
        Answer present = api.get(admin, "/api/zone-settings/" + ZONE);
        ObjectNode form = ((ObjectNode) present.body()).retain(List.of("registrationDays", "assessment", "pool"));
        form.set("hours", JsonMapper.shared().readTree(hours));
        Answer written = api.send(
                HttpMethod.PUT,
                admin,
                "/api/zone-settings/" + ZONE,
                form.toString(),
                Map.of("If-Match", Api.header(present, "ETag")));
        assertThat(written.status()).as(written.body().toString()).isEqualTo(200);
    }

    private void holiday(@org.jspecify.annotations.Nullable String day) {
        String admin = Api.as(Role.ADMIN);
        ObjectNode year = (ObjectNode) api.get(admin, "/api/directory/calendar")
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("year").asInt() == 2027)
                .findFirst()
                .orElseThrow();
        ArrayNode holidays = (ArrayNode) year.path("holidays");
        if (day == null) {
            holidays.remove(holidays.size() - 1);
        } else {
            holidays.add(day);
        }
        assertThat(api.put(admin, "/api/directory/calendar/2027", year.toString())
                        .status())
                .isEqualTo(200);
    }

    private Answer captured() {
        Answer lead = api.post(OFFICER, "/api/leads", Api.lead(name()).replace("140827", ZONE));
        assertThat(lead.status()).as(lead.body().toString()).isEqualTo(201);
        return lead;
    }

    private String light(String id) {
        return api.get(MANAGER, path(id)).text("/light");
    }

    private List<String> listed(String filter) {
        return Objects.requireNonNull(api.get(MANAGER, "/api/leads?limit=200&sort=-createdAt&" + filter))
                .texts("items", "id");
    }

    private void awaitListed(String filter, String id) {
        Awaitility.await(filter).atMost(PATIENCE).until(() -> listed(filter).contains(id));
    }

    private static String path(String id) {
        return "/api/leads/" + id;
    }
}
