package org.lodestone.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import jakarta.mail.MessagingException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.Deadline;
import org.lodestone.contracts.LeadCaptured;
import org.lodestone.contracts.LeadDeadlinesChanged;
import org.lodestone.contracts.LeadEvent;
import org.lodestone.contracts.LeadFacts;
import org.lodestone.contracts.LeadFollowedUp;
import org.lodestone.contracts.Money;
import org.lodestone.contracts.ProjectChanged;
import org.lodestone.contracts.ProjectEvent;
import org.lodestone.contracts.ProjectFacts;
import org.lodestone.contracts.ProjectOpened;
import org.lodestone.contracts.ProjectStatusChanged;
import org.lodestone.contracts.RegistrationClashFound;
import org.lodestone.contracts.RegistrationEvent;
import org.lodestone.contracts.RegistrationExpired;
import org.lodestone.contracts.RegistrationFacts;
import org.lodestone.contracts.RegistrationFacts.Credit;
import org.lodestone.contracts.RegistrationTaken;
import org.lodestone.contracts.SignedContract;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.Tokens;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What falls due by the business clock. Every person and lead is of one test, and the clock begins where the system's is. */
class DeadlineIT extends RunningNotifications {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration LITTLE = Duration.ofMinutes(1);
    private static final SignedContract CONTRACT =
            new SignedContract("HT-1", LocalDate.of(2026, 11, 20), new Money("12000.00", "CNY_10K"));

    private final String owner = unique("owner.");
    private final String manager = unique("head.");
    private final String leader = unique("sponsor.");
    private final String lead = unique("L-");
    private final Instant start = Instant.now();

    @Autowired
    private MongoDatabase database;

    @Autowired
    private Environment environment;

    @Autowired
    private BusinessClock clock;

    @BeforeEach
    void peopleAreAnnounced() throws Exception {
        setClockAhead(Duration.ZERO);
        // The file is looked at again every 200 ms.
        await(() -> clock.offset().isZero() ? true : null);
        announce(owner, Role.OFFICER, owner + "@zone.example", ZONE);
        announce(manager, Role.MANAGER, manager + "@zone.example", ZONE);
        announce(leader, Role.LEADER, leader + "@zone.example", ZONE);
    }

    @AfterEach
    void clockIsSetBack() throws Exception {
        setClockAhead(Duration.ZERO);
    }

    @Test
    void limitThatPassesIsToldOnceYellowAndOnceRedToEverybodyTheLeadNames() throws Exception {
        publish(1, captured(due("first-response", 1, 2)));
        publish(1, captured(due("first-response", 1, 2)));
        passed();
        assertThat(rows(owner, Role.OFFICER)).isEmpty();

        moveTo(1);
        JsonNode row = row(owner, Role.OFFICER, "YELLOW");
        assertThat(row.at("/title").stringValue()).isEqualTo("线索“锂电铜箔”首次响应超时（黄灯）");
        assertThat(row.at("/body").stringValue()).contains("对接人：姓名-" + owner);
        assertThat(row.at("/english/title").stringValue()).isEqualTo("Lead “锂电铜箔” is unanswered (amber)");
        assertThat(row.at("/type").stringValue()).isEqualTo("lead.deadline");
        assertThat(row.at("/reason/rule").stringValue()).isEqualTo("first-response-late");
        assertThat(row.at("/reason/because").stringValue()).isEqualTo("OWNER");
        assertThat(row.at("/link").stringValue()).isEqualTo("/leads/" + lead);
        assertThat(row(manager, Role.MANAGER, "YELLOW").at("/reason/because").stringValue())
                .isEqualTo("DEPARTMENT_LEAD");
        assertThat(row(leader, Role.LEADER, "YELLOW").at("/reason/because").stringValue())
                .isEqualTo("SPONSOR");

        moveTo(2);
        row(owner, Role.OFFICER, "RED");
        row(leader, Role.LEADER, "RED");
        await(() -> mailsTo(owner) == 2 ? true : null);
        passed();
        assertThat(rows(owner, Role.OFFICER)).hasSize(2);
        assertThat(rows(leader, Role.LEADER)).hasSize(2);
        assertThat(mailsTo(owner)).isEqualTo(2);
    }

    @Test
    void whoeverStandsInForAnAbsentOwnerIsToldToo() throws Exception {
        String away = unique("away.");
        String standIn = unique("there.");
        announce(away, Role.OFFICER, null, ZONE);
        announce(standIn, Role.OFFICER, null, ZONE);
        LocalDate today = clock.today(ZONE);
        announceAbsence(owner, today, today.plusDays(2), away);
        announceAbsence(away, today, today.plusDays(9), standIn);
        publish(1, captured(due("first-response", 1, 5)));

        moveTo(1);
        row(owner, Role.OFFICER, "YELLOW");
        JsonNode row = row(standIn, Role.OFFICER, "YELLOW");
        assertThat(row.at("/reason/because").stringValue()).isEqualTo("STAND_IN");
        assertThat(row.at("/reason/rule").stringValue()).isEqualTo("first-response-late");

        moveTo(5);
        row(owner, Role.OFFICER, "RED");
        passed();
        assertThat(rows(standIn, Role.OFFICER)).as("the owner is back").hasSize(1);
        assertThat(rows(away, Role.OFFICER)).isEmpty();
    }

    @Test
    void limitThatIsMetOrMovedInTimeTellsNobody() throws Exception {
        publish(1, captured(due("first-response", 1, 2), due("stage", 1, 2)));
        publish(2, followedUp(Deadline.met("first-response", start), due("stage", 5, 9)));
        moveTo(3);
        passed();
        assertThat(rows(owner, Role.OFFICER)).isEmpty();

        moveTo(5);
        assertThat(row(owner, Role.OFFICER, "YELLOW").at("/reason/rule").stringValue())
                .isEqualTo("stage-late");
        assertThat(rows(owner, Role.OFFICER)).hasSize(1);
    }

    @Test
    void whileItWaitsNobodyIsToldAndOnceItWakesTheyAre() throws Exception {
        publish(1, captured(due("stage", 1, 9)));
        publish(2, new LeadDeadlinesChanged(facts(), "WAIT_BEGUN", day(4), null));
        moveTo(2);
        passed();
        assertThat(rows(owner, Role.OFFICER)).isEmpty();

        moveTo(4);
        row(owner, Role.OFFICER, "YELLOW");
    }

    @Test
    void whatBothLightsCaughtWhileNobodyWatchedIsToldOnceAsWhatItIsNow() throws Exception {
        publish(1, captured(due("stage", 1, 2)));
        moveTo(3);

        row(owner, Role.OFFICER, "RED");
        passed();
        assertThat(rows(owner, Role.OFFICER)).hasSize(1);
    }

    @Test
    void historyTellsNobodyOfWhatWasLateLongAgoButOfWhatComes() throws Exception {
        publish(Topics.LEADS, "/leads", lead, 1, true, captured(due("first-response", -9, -8), due("stage", 1, 9)));
        passed();
        assertThat(rows(owner, Role.OFFICER)).isEmpty();

        moveTo(1);
        assertThat(row(owner, Role.OFFICER, "YELLOW").at("/reason/rule").stringValue())
                .isEqualTo("stage-late");
        assertThat(rows(owner, Role.OFFICER)).hasSize(1);
    }

    @Test
    void aKillBetweenTellingAndNotingTellsNobodyTwice() throws Exception {
        publish(1, captured(due("stage", 1, 9)));
        Document entry = await(() -> agenda("YELLOW"));
        moveTo(1);
        row(leader, Role.LEADER, "YELLOW");
        await(() -> mailsTo(leader) == 1 ? true : null);
        await(() -> agenda("YELLOW") == null ? true : null);

        // As a kill leaves it: everybody was told, and nothing says so.
        Mono.from(database.getCollection("agenda").insertOne(entry)).block();
        await(() -> agenda("YELLOW") == null ? true : null);
        passed();
        assertThat(rows(leader, Role.LEADER)).hasSize(1);
        assertThat(rows(owner, Role.OFFICER)).hasSize(1);
        assertThat(mailsTo(leader)).isEqualTo(1);
    }

    @Test
    void severalInstancesTellOnce() throws Exception {
        try (ConfigurableApplicationContext second = secondInstance()) {
            assertThat(second.isRunning()).isTrue();
            publish(1, captured(due("stage", 1, 9)));
            moveTo(1);
            row(owner, Role.OFFICER, "YELLOW");
            row(leader, Role.LEADER, "YELLOW");
            await(() -> agenda("YELLOW") == null ? true : null);
            passed();
            assertThat(rows(owner, Role.OFFICER)).hasSize(1);
            assertThat(rows(leader, Role.LEADER)).hasSize(1);
            await(() -> mailsTo(owner) == 1 ? true : null);
        }
    }

    @Test
    void clashAndTheEndOfAProtectionAreToldToTheHolderAndNobodyElse() throws Exception {
        String foreigner = unique("foreign.");
        announce(foreigner, Role.OFFICER, null, OTHER_ZONE);
        String registration = unique("R-");
        publish(1, captured());
        publishRegistration(registration, 1, new RegistrationTaken(registered(90), false, List.of(due(90))));
        publishRegistration(registration, 2, new RegistrationClashFound(registered(90), OTHER_ZONE, null));

        JsonNode clash = rule(owner, Role.OFFICER, "first-contact-clash");
        assertThat(clash.at("/severity").stringValue()).isEqualTo("YELLOW");
        assertThat(clash.at("/title").stringValue()).isEqualTo("“龙电华鑫”的首谈报备撞单（黄灯）");
        assertThat(clash.at("/body").stringValue()).contains("市级裁定");
        assertThat(clash.at("/subject/id").stringValue()).isEqualTo(lead);
        rule(manager, Role.MANAGER, "first-contact-clash");
        assertThat(rows(leader, Role.LEADER)).isEmpty();

        moveTo(83);
        assertThat(rule(owner, Role.OFFICER, "registration-ending")
                        .at("/severity")
                        .stringValue())
                .isEqualTo("YELLOW");
        moveTo(90);
        List<Deadline> met = List.of(Deadline.met("registration-expiry", day(90)));
        publishRegistration(registration, 3, new RegistrationExpired(registered(90), "TIME", met));
        assertThat(rule(manager, Role.MANAGER, "registration-ended")
                        .at("/severity")
                        .stringValue())
                .isEqualTo("RED");
        passed();
        assertThat(rows(owner, Role.OFFICER)).hasSize(3);
        assertThat(get(Tokens.of(foreigner, Role.OFFICER, ZONE, OTHER_ZONE), "/api/inbox?limit=200"))
                .doesNotContain(lead);
    }

    @Test
    void limitOfAProjectIsToldToItsOfficerAndOnceItIsVeryLateToDepartmentAndSponsor() throws Exception {
        String project = unique("P-");
        List<Deadline> stage = List.of(due("stage", 1, 2));
        publishProject(project, 1, new ProjectOpened(project(owner), "", "SIGNED", CONTRACT, stage));

        moveTo(1);
        JsonNode row = row(owner, Role.OFFICER, "YELLOW");
        assertThat(row.at("/title").stringValue()).isEqualTo("项目“锂电铜箔”停留超期（黄灯）");
        assertThat(row.at("/body").stringValue()).contains("项目专员：姓名-" + owner);
        assertThat(row.at("/english/title").stringValue()).isEqualTo("Project “锂电铜箔” stays too long (amber)");
        assertThat(row.at("/type").stringValue()).isEqualTo("project.deadline");
        assertThat(row.at("/subject/kind").stringValue()).isEqualTo("project");
        assertThat(row.at("/reason/because").stringValue()).isEqualTo("OFFICER");
        assertThat(row.at("/link").stringValue()).isEqualTo("/projects/" + project);
        passed();
        assertThat(limits(manager, Role.MANAGER)).isEmpty();
        assertThat(limits(leader, Role.LEADER)).isEmpty();

        moveTo(2);
        row(owner, Role.OFFICER, "RED");
        assertThat(row(leader, Role.LEADER, "RED").at("/reason/because").stringValue())
                .isEqualTo("SPONSOR");
        assertThat(row(manager, Role.MANAGER, "RED").at("/reason/because").stringValue())
                .isEqualTo("DEPARTMENT_LEAD");
        passed();
        assertThat(limits(owner, Role.OFFICER)).hasSize(2);
        assertThat(limits(leader, Role.LEADER)).hasSize(1);
    }

    @Test
    void whatIsMetBySuspendingAProjectTellsNobodyAndAHandoverTellsWhoHasItNow() throws Exception {
        String project = unique("P-");
        String heir = unique("heir.");
        announce(heir, Role.OFFICER, heir + "@zone.example", ZONE);
        List<Deadline> both = List.of(due("stage", 1, 9), due("monthly-report", 3, 9));
        publishProject(project, 1, new ProjectOpened(project(owner), "", "SIGNED", CONTRACT, both));
        List<Deadline> met = List.of(Deadline.met("stage", start));
        publishProject(
                project,
                2,
                new ProjectStatusChanged(
                        project(owner), "ONGOING", "SUSPENDED", LocalDate.of(2026, 11, 20), "FUNDS", met));
        publishProject(project, 3, new ProjectChanged(project(heir), List.of("responsibility"), null));
        moveTo(2);
        passed();
        assertThat(limits(owner, Role.OFFICER)).isEmpty();

        moveTo(3);
        assertThat(row(heir, Role.OFFICER, "YELLOW").at("/reason/rule").stringValue())
                .isEqualTo("project-monthly-report-late");
        assertThat(limits(owner, Role.OFFICER)).isEmpty();
    }

    private static void publishProject(String id, long sequence, ProjectEvent event) throws Exception {
        publish(Topics.PROJECTS, "/projects", id, sequence, false, event);
    }

    private ProjectFacts project(String officer) {
        return new ProjectFacts(
                ZONE + "-P-2026-0001",
                "锂电铜箔",
                ZONE,
                null,
                "SIGNED",
                "ONGOING",
                officer,
                manager,
                leader,
                null,
                null,
                null,
                null,
                null,
                "system");
    }

    /** Of what passed, without what merely changed. */
    private List<JsonNode> limits(String person, Role role) throws Exception {
        return rows(person, role).stream()
                .filter(row -> row.at("/type").stringValue().endsWith(".deadline"))
                .toList();
    }

    private ConfigurableApplicationContext secondInstance() {
        List<String> same = List.of(
                "spring.mongodb.uri",
                "spring.kafka.bootstrap-servers",
                "lodestone.security.issuer",
                "lodestone.clock.file",
                "spring.mail.host",
                "spring.mail.port");
        String[] arguments = Stream.concat(
                        same.stream().map(name -> "--" + name + '=' + environment.getProperty(name)),
                        Stream.of("--server.port=0", "--lodestone.deadlines.settle=0s"))
                .toArray(String[]::new);
        return new SpringApplicationBuilder(NotificationsApplication.class).run(arguments);
    }

    /**
     * Everything that was due before this has been looked at: the log was heard to its end, and a lead of nobody else's that is late was told
     * after it.
     */
    private void passed() throws Exception {
        String witness = unique("witness.");
        announce(witness, Role.OFFICER, null, ZONE);
        String other = unique("L-");
        LeadFacts facts = facts(witness, null, null);
        Deadline late = Deadline.due("stage", Instant.now().minusSeconds(10), null);
        publish(Topics.LEADS, "/leads", other, 1, false, new LeadCaptured(facts, List.of(late), null));
        await(() -> rows(witness, Role.OFFICER).isEmpty() ? null : true);
        // Leads of other partitions may be heard a round later.
        String again = unique("L-");
        publish(Topics.LEADS, "/leads", again, 1, false, new LeadCaptured(facts, List.of(late), null));
        await(() -> rows(witness, Role.OFFICER).size() < 2 ? null : true);
    }

    private void moveTo(int days) throws Exception {
        setClockAhead(Duration.ofDays(days).plus(LITTLE));
    }

    private Instant day(int days) {
        return start.plus(Duration.ofDays(days));
    }

    private Deadline due(String kind, int yellow, int red) {
        return Deadline.due(kind, day(yellow), day(red));
    }

    private Deadline due(int days) {
        return Deadline.due("registration-expiry", day(days), null);
    }

    private LeadEvent captured(Deadline... deadlines) {
        return new LeadCaptured(facts(), List.of(deadlines), null);
    }

    private LeadEvent followedUp(Deadline... deadlines) {
        return new LeadFollowedUp(facts(), "CALL", start, null, List.of(deadlines));
    }

    private LeadFacts facts() {
        return facts(owner, manager, leader);
    }

    private static LeadFacts facts(String owner, @Nullable String head, @Nullable String sponsor) {
        return new LeadFacts(
                ZONE + "-2026-0001",
                "锂电铜箔",
                ZONE,
                null,
                "NEW",
                owner,
                null,
                head,
                sponsor,
                null,
                null,
                null,
                null,
                null,
                owner);
    }

    private RegistrationFacts registered(int days) {
        return new RegistrationFacts(
                "龙电华鑫",
                null,
                "锂电铜箔",
                lead,
                ZONE,
                "CLASHING",
                LocalDate.of(2026, 11, 20),
                day(days),
                List.of(new Credit(ZONE, 100)),
                owner);
    }

    private void publish(long sequence, LeadEvent event) throws Exception {
        publish(Topics.LEADS, "/leads", lead, sequence, false, event);
    }

    private static void publishRegistration(String id, long sequence, RegistrationEvent event) throws Exception {
        publish(Topics.REGISTRATIONS, "/registrations", id, sequence, false, event);
    }

    private @Nullable Document agenda(String light) {
        return Flux.from(database.getCollection("agenda")
                        .find(Filters.and(Filters.eq("subject", lead), Filters.eq("light", light))))
                .next()
                .block();
    }

    private JsonNode row(String person, Role role, String severity) throws Exception {
        return await(() -> rows(person, role).stream()
                .filter(row -> row.at("/severity").stringValue().equals(severity))
                .findFirst()
                .orElse(null));
    }

    private JsonNode rule(String person, Role role, String rule) throws Exception {
        return await(() -> rows(person, role).stream()
                .filter(row -> row.at("/reason/rule").stringValue().equals(rule))
                .findFirst()
                .orElse(null));
    }

    private List<JsonNode> rows(String person, Role role) throws Exception {
        return JSON.readTree(get(Tokens.of(person, role, ZONE), "/api/inbox?limit=200"))
                .at("/items")
                .valueStream()
                .toList();
    }

    private static long mailsTo(String person) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().equals(person + "@zone.example");
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .count();
    }

    private String get(String token, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }
}
