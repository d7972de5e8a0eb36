package org.lodestone.leads.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.name;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.Api;
import org.lodestone.leads.Api.Answer;
import org.lodestone.leads.lead.StandIns;
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

/** Work is shared out by rule, taken over while somebody is away, handed over when they leave, and taken back when nobody does it. */
@ServiceTest
@DirtiesContext
class SharingOutIT {

    private static final String ZONE = "140400";
    private static final String ADMIN = Api.as(Role.ADMIN);
    private static final String MANAGER = Tokens.of("manager.changzhi", Role.MANAGER, ZONE);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path CLOCK = clock();

    private final Api api;
    private final BusinessClock clock;
    private final Recycling recycling;
    private final StandIns standIns;
    private final HandoverRunner handovers;

    @Autowired
    SharingOutIT(
            WebTestClient http, BusinessClock clock, Recycling recycling, StandIns standIns, HandoverRunner handovers) {
        this.api = new Api(http);
        this.clock = clock;
        this.recycling = recycling;
        this.standIns = standIns;
        this.handovers = handovers;
    }

    @DynamicPropertySource
    static void movable(DynamicPropertyRegistry registry) {
        registry.add("lodestone.clock.file", CLOCK::toString);
    }

    @AfterEach
    void today() throws Exception {
        ahead(Duration.ZERO);
    }

    @Test
    void whatIsHandedInGoesToWhomTheRuleNamesInTurnAndSaysSo() {
        hire("officer.turn1", "officer.turn2");
        Source source = source();
        String rule = rule("轮流", "{\"channels\":[\"EVENT\"]}", "ROUND_ROBIN", "officer.turn1", "officer.turn2");
        try {
            List<String> owners = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Answer lead = handedIn(source);
                owners.add(lead.text("/assignment/owner"));
                assertThat(lead.text("/assignment/because/code")).isEqualTo("RULE");
                assertThat(lead.text("/assignment/because/rule")).isEqualTo(rule);
                assertThat(lead.text("/assignment/because/text")).isEqualTo("按规则“轮流”分配");
            }
            assertThat(owners).containsExactly("officer.turn1", "officer.turn2", "officer.turn1", "officer.turn2");

            String absence = away("officer.turn1", "officer.turn2");
            Answer taken = handedIn(source);
            assertThat(taken.text("/assignment/owner")).isEqualTo("officer.turn2");
            assertThat(taken.text("/assignment/because/insteadOf")).isEqualTo("officer.turn1");
            assertThat(taken.text("/assignment/because/text")).contains("不在岗");
            assertThat(standIns.coveredBy("officer.turn2").block()).contains("officer.turn1");
            assertThat(delete(MANAGER, "/api/absences/" + absence)).isEqualTo(204);
            assertThat(standIns.coveredBy("officer.turn2").block()).isEmpty();
        } finally {
            assertThat(delete(ADMIN, "/api/assignment-rules/" + rule)).isEqualTo(204);
        }
        assertThat(handedIn(source).text("/assignment/because/code")).isEqualTo("DEPARTMENT_HEAD");
    }

    @Test
    void whoHasAsManyAsTheRuleAllowsIsPassedOver() {
        hire("officer.few1", "officer.few2");
        Source source = source();
        String rule = rule("少量", "{}", "LEAST_LOADED\",\"capacity\":2,\"name\":\"少量", "officer.few1", "officer.few2");
        try {
            List<String> owners = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                owners.add(handedIn(source).text("/assignment/because/code"));
            }
            assertThat(owners.subList(0, 4)).containsOnly("RULE");
            assertThat(owners.subList(4, 6)).containsOnly("DEPARTMENT_HEAD");
        } finally {
            assertThat(delete(ADMIN, "/api/assignment-rules/" + rule)).isEqualTo(204);
        }
    }

    @Test
    void whatAnAbsentPersonIsGivenGoesToTheStandIn() {
        hire("officer.away", "officer.there");
        away("officer.away", "officer.there");
        String path = "/api/leads/" + captured(MANAGER).id();

        Answer given = api.post(MANAGER, path + "/assignments", "{\"owner\":\"officer.away\",\"reason\":\"分工\"}");

        assertThat(given.text("/assignment/owner")).isEqualTo("officer.there");
        assertThat(given.text("/assignment/because/insteadOf")).isEqualTo("officer.away");
        assertThat(api.get(MANAGER, "/api/absences?person=officer.away").texts("items", "standIn"))
                .containsExactly("officer.there");
    }

    @Test
    void whoCannotHaveALeadReadsTheNameOfWhoHasIt() {
        hire("officer.late");
        String path = "/api/leads/" + captured(MANAGER).id();

        Answer owned = api.post(Tokens.of("officer.late", Role.OFFICER, ZONE), path + "/claims", "{}");
        assertThat(owned.status()).isEqualTo(409);
        assertThat(owned.text("/owner")).isEqualTo("manager.changzhi");
        assertThat(owned.text("/detail")).contains("长治部门负责人").doesNotContain("manager.changzhi");
        Answer again = api.post(MANAGER, path + "/assignments", "{\"owner\":\"manager.changzhi\",\"reason\":\"分工\"}");
        assertThat(again.text("/detail")).contains("长治部门负责人").doesNotContain("manager.changzhi");
    }

    @Test
    void twoDoNotStandInForOnePersonOnTheSameDay() {
        hire("officer.twice", "officer.cover1", "officer.cover2");
        String first = away("officer.twice", "officer.cover1");
        LocalDate today = clock.today(ZONE);

        Answer second = absent("officer.twice", "officer.cover2", today.plusDays(3), today.plusDays(9));
        assertThat(second.status()).isEqualTo(400);
        assertThat(second.text("/errors/0/field")).isEqualTo("standIn");
        assertThat(second.text("/errors/0/code")).isEqualTo("stands-in-already");
        assertThat(second.text("/errors/0/message"))
                .contains(today.toString(), today.plusDays(3).toString());
        assertThat(absent("officer.twice", "officer.cover1", today.plusDays(3), today.plusDays(4))
                        .status())
                .as("away for longer, with the same one standing in")
                .isEqualTo(201);
        assertThat(absent("officer.twice", "officer.cover2", today.plusDays(5), today.plusDays(9))
                        .status())
                .isEqualTo(201);
        assertThat(delete(MANAGER, "/api/absences/" + first)).isEqualTo(204);
        assertThat(absent("officer.twice", "officer.cover2", today, today.plusDays(2))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whatTheFormOfALeadGivesToAnAbsentPersonGoesToTheStandInAndSaysWhy() {
        hire("officer.off", "officer.on");
        away("officer.off", "officer.on");
        Answer lead = captured(MANAGER);

        Answer changed = api.patch(
                MANAGER,
                "/api/leads/" + lead.id(),
                "{\"keyTerms\":\"一\",\"assignment\":{\"owner\":\"officer.off\"}}",
                lead.body().path("version").asLong());

        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
        assertThat(changed.text("/keyTerms")).isEqualTo("一");
        assertThat(changed.text("/assignment/owner")).isEqualTo("officer.on");
        assertThat(changed.text("/assignment/because/code")).isEqualTo("ASSIGNED");
        assertThat(changed.text("/assignment/because/insteadOf")).isEqualTo("officer.off");
    }

    /** The stand-in of the one who takes over is the very one who leaves: what they hand over does not come back to them. */
    @Test
    void whatIsHandedOverToAnAbsentPersonDoesNotStayWithWhoHandsItOver() {
        hire("officer.gone", "officer.onleave");
        away("officer.onleave", "officer.gone");
        String lead = captured(token("officer.gone")).id();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> api.get(MANAGER, "/api/leads?owner=officer.gone")
                        .texts("items", "id")
                        .contains(lead));

        Answer begun = api.post(MANAGER, "/api/handovers", "{\"from\":\"officer.gone\",\"to\":\"officer.onleave\"}");
        assertThat(begun.status()).isEqualTo(202);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> api.get(MANAGER, "/api/handovers/" + begun.id())
                        .text("/state")
                        .equals("DONE"));

        assertThat(owner(lead)).isEqualTo("officer.onleave");
        assertThat(api.get(MANAGER, "/api/handovers/" + begun.id()).texts("results", "ok"))
                .containsOnly("true");
    }

    @Test
    void whatNobodyFollowsUpGoesBackToThePoolAndNotSoonToTheSamePerson() throws Exception {
        hire("officer.idle", "officer.keen");
        String idle = token("officer.idle");
        String lapsed = captured(idle).id();
        String cared = captured(token("officer.keen")).id();
        recycling.round().block(PATIENCE);
        assertThat(owner(lapsed)).isEqualTo("officer.idle");

        ahead(Duration.ofDays(40));
        assertThat(api.post(
                                token("officer.keen"),
                                "/api/leads/" + cared + "/follow-ups",
                                "{\"kind\":\"CALL\",\"summary\":\"谈\"}")
                        .status())
                .isEqualTo(201);
        ahead(Duration.ofDays(60));
        recycling.round().block(PATIENCE);
        recycling.round().block(PATIENCE);

        Answer back = api.get(MANAGER, "/api/leads/" + lapsed);
        assertThat(back.text("/assignment/owner")).isEmpty();
        assertThat(back.text("/assignment/because/code")).isEqualTo("RECYCLED");
        assertThat(back.body().path("version").asInt()).isEqualTo(2);
        assertThat(owner(cared)).isEqualTo("officer.keen");
        Answer again = api.post(idle, "/api/leads/" + lapsed + "/claims", "{}");
        assertThat(again.text("/type")).isEqualTo("/problems/lapsed-recently");
        assertThat(api.post(token("officer.keen"), "/api/leads/" + lapsed + "/claims", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(api.post(token("officer.keen"), "/api/leads/" + lapsed + "/releases", "{}")
                        .status())
                .isEqualTo(200);
        ahead(Duration.ofDays(91));
        assertThat(api.post(idle, "/api/leads/" + lapsed + "/claims", "{}").status())
                .isEqualTo(200);
    }

    @Test
    void whoGivesALeadBackAndTakesItAgainHasNoMoreTimeThanBefore() throws Exception {
        hire("officer.trick", "officer.busy");
        String trick = token("officer.trick");
        String kept = captured(trick).id();
        String left = captured(trick).id();

        ahead(Duration.ofDays(10));
        assertThat(hand(trick, left, "releases")).isEqualTo(200);
        ahead(Duration.ofDays(35));
        assertThat(hand(trick, kept, "releases")).isEqualTo(200);
        assertThat(hand(trick, kept, "claims")).isEqualTo(200);
        ahead(Duration.ofDays(48));
        // Five weeks in the pool are no weeks of neglect.
        assertThat(hand(trick, left, "claims")).isEqualTo(200);
        ahead(Duration.ofDays(62));
        recycling.round().block(PATIENCE);

        assertThat(owner(left)).isEqualTo("officer.trick");
        Answer back = api.get(MANAGER, "/api/leads/" + kept);
        assertThat(back.text("/assignment/because/code")).isEqualTo("RECYCLED");
        assertThat(api.post(trick, "/api/leads/" + kept + "/claims", "{}").text("/type"))
                .isEqualTo("/problems/lapsed-recently");
        assertThat(hand(token("officer.busy"), kept, "claims")).isEqualTo(200);
        recycling.round().block(PATIENCE);
        assertThat(owner(kept)).isEqualTo("officer.busy");
    }

    @Test
    void everythingSomebodyHasGoesToAnotherWithAResultForEach() {
        hire("officer.leaving", "officer.heir");
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            all.add(captured(token("officer.leaving")).id());
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> api.get(MANAGER, "/api/leads?owner=officer.leaving&limit=200")
                                .texts("items", "id")
                                .size()
                        == 25);

        Answer begun = api.send(
                HttpMethod.POST,
                MANAGER,
                "/api/handovers",
                "{\"from\":\"officer.leaving\",\"to\":\"officer.heir\",\"reason\":\"调岗\"}",
                Map.of("Idempotency-Key", "leaving"));
        assertThat(begun.status()).isEqualTo(202);
        String path = "/api/handovers/" + begun.id();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> api.get(MANAGER, path).text("/state").equals("DONE"));
        handovers.resume().block(PATIENCE);

        Answer done = api.get(MANAGER, path);
        assertThat(done.body().path("moved").asInt()).isEqualTo(25);
        assertThat(done.texts("results", "id")).containsExactlyInAnyOrderElementsOf(all);
        assertThat(all).allSatisfy(id -> assertThat(owner(id)).isEqualTo("officer.heir"));
        Answer history = api.get(MANAGER, "/api/leads/" + all.getFirst() + "/history");
        assertThat(history.body().path("items").size()).isEqualTo(2);
        assertThat(history.text("/items/0/reason")).isEqualTo("HANDOVER");
        assertThat(history.text("/items/0/note")).isEqualTo("调岗");
        assertThat(api.get(MANAGER, "/api/handovers").texts("items", "id")).contains(begun.id());
        String stranger = Tokens.of("manager.yangcheng", Role.MANAGER, Api.YANGCHENG);
        assertThat(api.get(stranger, path).status()).isEqualTo(404);
    }

    private record Source(String id, String key) {}

    private Source source() {
        Answer made = api.post(
                ADMIN,
                "/api/intake-sources",
                "{\"name\":\"活动\",\"zone\":\"" + ZONE
                        + "\",\"kind\":\"SERVER\",\"channel\":\"EVENT\",\"perHour\":1000}");
        assertThat(made.status()).isEqualTo(201);
        return new Source(made.id(), made.text("/key"));
    }

    private Answer handedIn(Source source) {
        String name = name();
        Answer taken = api.send(
                HttpMethod.POST,
                null,
                "/api/intake/" + source.id(),
                "{\"company\":\"" + name + "有限公司\",\"contact\":\"联系人\",\"phone\":\"13800000000\",\"content\":\"" + name
                        + "\"}",
                Map.of("X-Intake-Key", source.key()));
        assertThat(taken.status()).isEqualTo(202);
        return Awaitility.await().atMost(PATIENCE).until(() -> found(name), lead -> lead.status() == 200);
    }

    private Answer found(String name) {
        List<String> ids = api.get(MANAGER, "/api/leads?q=" + name).texts("items", "id");
        return ids.size() == 1 ? api.get(MANAGER, "/api/leads/" + ids.getFirst()) : api.get(MANAGER, "/api/leads/none");
    }

    private String rule(String name, String when, String by, String... to) {
        String people = "\"" + String.join("\",\"", to) + "\"";
        boolean named = by.contains("\"name\"");
        Answer made = api.post(
                ADMIN,
                "/api/assignment-rules",
                "{\"zone\":\"" + ZONE + "\",\"when\":" + when + ",\"to\":[" + people + "],"
                        + (named ? "" : "\"name\":\"" + name + "\",") + "\"by\":\"" + by + "\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(api.get(MANAGER, "/api/assignment-rules?zone=" + ZONE).texts("items", "id"))
                .contains(made.id());
        return made.id();
    }

    private String away(String person, String standIn) {
        LocalDate today = clock.today(ZONE);
        Answer made = absent(person, standIn, today, today.plusDays(3));
        assertThat(made.status()).isEqualTo(201);
        return made.id();
    }

    private Answer absent(String person, String standIn, LocalDate from, LocalDate to) {
        return api.post(
                MANAGER,
                "/api/absences",
                "{\"person\":\"" + person + "\",\"standIn\":\"" + standIn + "\",\"from\":\"" + from + "\",\"to\":\""
                        + to + "\"}");
    }

    private int delete(String token, String path) {
        return api.send(HttpMethod.DELETE, token, path, (String) null, Map.of()).status();
    }

    private int hand(String token, String lead, String how) {
        return api.post(token, "/api/leads/" + lead + "/" + how, "{}").status();
    }

    private String owner(String lead) {
        return api.get(MANAGER, "/api/leads/" + lead).text("/assignment/owner");
    }

    private Answer captured(String token) {
        return api.post(token, "/api/leads", Api.lead(name()).replace("140827", ZONE));
    }

    private static String token(String officer) {
        return Tokens.of(officer, Role.OFFICER, ZONE);
    }

    private void hire(String... people) {
        for (String person : people) {
            String body =
                    "{\"name\":\"" + person + "\",\"roles\":[\"officer\"],\"zones\":[\"" + ZONE + "\"],\"head\":false}";
            assertThat(api.put(ADMIN, "/api/directory/people/" + person, body).status())
                    .isIn(200, 201);
        }
    }

    private void ahead(Duration offset) throws Exception {
        Files.writeString(CLOCK, offset.toString());
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Duration.between(Instant.now().plus(offset), clock.now())
                                .abs()
                                .compareTo(Duration.ofMinutes(1))
                        < 0);
    }

    private static Path clock() {
        try {
            return Files.createTempFile("clock", ".txt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
