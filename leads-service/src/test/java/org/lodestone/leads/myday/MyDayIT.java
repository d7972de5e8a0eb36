package org.lodestone.leads.myday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.name;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.Api;
import org.lodestone.leads.Api.Answer;
import org.lodestone.leads.MovableClock;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Somebody's day is what they must do, each lead once, where it is most urgent; and a calendar to subscribe to. */
@ServiceTest
@DirtiesContext
class MyDayIT {

    private static final String ZONE = "140800";
    private static final String MANAGER = Tokens.of("manager.yuncheng", Role.MANAGER, ZONE);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final MovableClock CLOCK = new MovableClock();
    private static final List<String> GROUPS = List.of("overdue", "today", "week", "waiting", "unanswered");

    private final Api api;
    private final WebTestClient http;
    private final BusinessClock clock;

    @Autowired
    MyDayIT(WebTestClient http, BusinessClock clock) {
        this.api = new Api(http);
        this.http = http;
        this.clock = clock;
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
    void everyLeadIsInItsMostUrgentGroupAndNowhereElse() {
        String officer = hired("officer.daily");
        CLOCK.set(clock, "2027-03-08T10:00");
        String late = captured(officer);
        CLOCK.set(clock, "2027-03-10T09:30");
        String fresh = captured(officer);
        String today = answered(officer, "2027-03-10");
        String week = answered(officer, "2027-03-12");
        answered(officer, "2027-03-15");
        String waiting = captured(officer);
        api.post(officer, "/api/leads/" + waiting + "/waits", "{\"reason\":\"等待\",\"until\":\"2027-03-11\"}");
        String others = captured(MANAGER);

        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            Answer day = api.get(officer, "/api/my-day");
            assertThat(day.status()).isEqualTo(200);
            assertThat(day.texts("overdue", "id")).containsExactly(late);
            assertThat(day.texts("today", "id")).containsExactly(today);
            assertThat(day.texts("week", "id")).containsExactly(week);
            assertThat(day.texts("waiting", "id")).containsExactly(waiting);
            assertThat(day.texts("unanswered", "id")).containsExactly(fresh);
            assertThat(day.body().path("totals").path("overdue").asInt()).isEqualTo(1);
            assertThat(day.text("/overdue/0/clocks/0/kind")).isEqualTo("first-response");
            assertThat(everything(MANAGER)).contains(others).doesNotContain(late, fresh, today, week, waiting);
        });

        // The day goes on by itself: what was of today is late tomorrow, and what waited is to be answered.
        CLOCK.set(clock, "2027-03-11T09:00");
        Answer next = api.get(officer, "/api/my-day");
        assertThat(next.texts("overdue", "id")).contains(late, today);
        assertThat(next.texts("waiting", "id")).isEmpty();
        assertThat(next.texts("unanswered", "id")).contains(waiting);
        assertThat(everything(officer)).doesNotHaveDuplicates();
    }

    /** 2027-03-13 is a Saturday: it counts as late only after Monday, and yet it is that day's. */
    @Test
    void whatWasPromisedForAWeekendIsOfThatDay() {
        String officer = hired("officer.weekend");
        CLOCK.set(clock, "2027-03-12T10:00");
        String saturday = answered(officer, "2027-03-13");
        String monday = answered(officer, "2027-03-15");
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(api.get(officer, "/api/my-day").texts("week", "id"))
                        .containsExactly(saturday));

        CLOCK.set(clock, "2027-03-13T09:00");
        Answer day = api.get(officer, "/api/my-day");
        assertThat(day.texts("today", "id")).containsExactly(saturday);
        assertThat(day.text("/today/0/light")).isEqualTo("GREEN");
        assertThat(day.text("/today/0/clocks/0/day")).isEqualTo("2027-03-13");
        assertThat(day.text("/today/0/clocks/0/dueAt")).isEqualTo("2027-03-15T16:00:00Z");
        assertThat(everything(officer)).doesNotContain(monday);
        assertThat(api.get(officer, "/api/leads?dueFrom=2027-03-13&dueTo=2027-03-13&owner=me")
                        .texts("items", "id"))
                .containsExactly(saturday);
        String url = api.post(officer, "/api/my-day/calendar", "{}").text("/url");
        assertThat(calendar(url, 200).replace("\r\n ", ""))
                .contains("DTSTART;VALUE=DATE:20270313", "DTSTART;VALUE=DATE:20270315");

        CLOCK.set(clock, "2027-03-15T09:00");
        assertThat(api.get(officer, "/api/my-day").texts("today", "id")).containsExactlyInAnyOrder(saturday, monday);
    }

    @Test
    void whoStandsInSeesTheAbsentPersonsDayAndMayDoIt() {
        String absent = hired("officer.gone");
        String standIn = hired("officer.here");
        CLOCK.set(clock, "2027-03-08T10:00");
        String lead = captured(absent);
        assertThat(everything(standIn)).doesNotContain(lead);
        assertThat(api.post(standIn, "/api/leads/" + lead + "/follow-ups", "{\"kind\":\"CALL\",\"summary\":\"x\"}")
                        .status())
                .isEqualTo(403);

        Answer absence = api.post(
                MANAGER,
                "/api/absences",
                "{\"person\":\"officer.gone\",\"from\":\"2027-03-08\",\"to\":\"2027-03-09\",\"standIn\":\"officer.here\"}");
        assertThat(absence.status()).as(absence.body().toString()).isEqualTo(201);
        Awaitility.await().atMost(PATIENCE).until(() -> everything(standIn).contains(lead));
        assertThat(api.post(standIn, "/api/leads/" + lead + "/follow-ups", "{\"kind\":\"CALL\",\"summary\":\"代为联系\"}")
                        .status())
                .isEqualTo(201);
        CLOCK.set(clock, "2027-03-10T10:00");
        Awaitility.await().atMost(PATIENCE).until(() -> !everything(standIn).contains(lead));
    }

    @Test
    void theCalendarIsReadByItsAddressAloneUntilItIsRenewedOrRevoked() {
        String officer = hired("officer.dates");
        CLOCK.set(clock, "2027-03-08T10:00");
        String lead = captured(officer);
        String dated = answered(officer, "2027-03-12");
        Awaitility.await().atMost(PATIENCE).until(() -> everything(officer).containsAll(List.of(lead, dated)));
        assertThat(api.get(officer, "/api/my-day/calendar")
                        .body()
                        .path("active")
                        .asBoolean())
                .isFalse();

        Answer given = api.post(officer, "/api/my-day/calendar", "{}");
        assertThat(given.status()).isEqualTo(201);
        String url = given.text("/url");
        assertThat(url).matches("/calendar/[A-Za-z0-9_-]{50,}\\.ics");
        String text = calendar(url, 200);
        String unfolded = text.replace("\r\n ", "");
        assertThat(text.lines()).allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75);
        assertThat(unfolded)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("BEGIN:VTIMEZONE", "TZID:Asia/Shanghai")
                .contains("UID:" + lead + ".first-response@lodestone")
                .contains("DTEND;TZID=Asia/Shanghai:20270309T100")
                .contains("UID:" + dated + ".next-action@lodestone")
                .contains("DTSTART;VALUE=DATE:20270312")
                .doesNotContain("13812345678", "项目负责人", "lead@example.com", "再联系");
        assertThat(calendar(url, 200)).isEqualTo(text);

        String renewed = api.post(officer, "/api/my-day/calendar", "{}").text("/url");
        calendar(url, 404);
        calendar(renewed, 200);
        calendar(renewed.replace(".ics", "x.ics"), 404);
        calendar("/calendar/x.ics", 404);
        assertThat(api.get(officer, "/api/my-day/calendar")
                        .body()
                        .path("active")
                        .asBoolean())
                .isTrue();
        assertThat(api.send(HttpMethod.DELETE, officer, "/api/my-day/calendar", (String) null, Map.of())
                        .status())
                .isEqualTo(204);
        calendar(renewed, 404);
    }

    private String calendar(String url, int status) {
        var answer = http.get()
                .uri(url)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult();
        byte[] body = answer.getResponseBody();
        if (status == 200) {
            assertThat(answer.getResponseHeaders().getFirst("Content-Type")).startsWith("text/calendar");
            assertThat(answer.getResponseHeaders().getFirst("Cache-Control")).contains("no-store");
        }
        return body == null ? "" : new String(body, java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<String> everything(String token) {
        JsonNode day = api.get(token, "/api/my-day").body();
        return GROUPS.stream()
                .flatMap(group -> Objects.requireNonNull(day.path(group)).valueStream())
                .map(lead -> lead.path("id").asString())
                .toList();
    }

    private String hired(String id) {
        String person = "{\"name\":\"" + id + "\",\"roles\":[\"officer\"],\"zones\":[\"" + ZONE + "\"],\"head\":false}";
        assertThat(api.put(Api.as(Role.ADMIN), "/api/directory/people/" + id, person)
                        .status())
                .isEqualTo(200);
        return Tokens.of(id, Role.OFFICER, ZONE);
    }

    private String captured(String token) {
        Answer lead = api.post(token, "/api/leads", Api.lead(name()).replace("140827", ZONE));
        assertThat(lead.status()).as(lead.body().toString()).isEqualTo(201);
        return lead.id();
    }

    /** Spoken to, with a next step on that day. */
    private String answered(String token, String on) {
        String id = captured(token);
        assertThat(api.post(
                                token,
                                "/api/leads/" + id + "/follow-ups",
                                "{\"kind\":\"CALL\",\"summary\":\"已联系\",\"nextAction\":{\"what\":\"再联系\",\"on\":\"" + on
                                        + "\"}}")
                        .status())
                .isEqualTo(201);
        return id;
    }
}
