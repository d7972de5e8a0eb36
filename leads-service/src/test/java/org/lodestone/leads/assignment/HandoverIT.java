package org.lodestone.leads.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.contracts.LeadProjectHandedOver;
import org.lodestone.contracts.Topics;
import org.lodestone.leads.Api;
import org.lodestone.leads.Api.Answer;
import org.lodestone.leads.Companies;
import org.lodestone.leads.assignment.Handover.Asked;
import org.lodestone.leads.directory.OwnZone;
import org.lodestone.leads.dossier.ProjectFacts;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.test.PublishedEvents;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Whoever hands everything over is named nowhere any more: in no rule, as nobody's stand-in, as no project's officer. */
@ServiceTest
class HandoverIT {

    private static final String ADMIN = Api.as(Role.ADMIN);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Api api;
    private final ApplicationContext service;
    private final KafkaTemplate<String, byte[]> kafka;
    private final OwnZone zone;
    private final String leaving;
    private final String heir;
    private final String other;
    private String turns = "";
    private String both = "";
    private String project = "";
    private String signed = "";

    @Autowired
    HandoverIT(WebTestClient http, ApplicationContext service, KafkaTemplate<String, byte[]> kafka) {
        this.api = new Api(http);
        this.service = service;
        this.kafka = kafka;
        this.zone = OwnZone.in(service);
        this.leaving = "officer.leaving." + zone.id();
        this.heir = "officer.heir." + zone.id();
        this.other = "officer.third." + zone.id();
    }

    @BeforeEach
    void theyAreNamedEverywhere() throws Exception {
        for (String person : List.of(leaving, heir, other)) {
            hire(person);
        }
        turns = rule("轮流", "", leaving, other);
        both = rule("两人", "", leaving, heir);
        away(other, leaving);
        away(heir, leaving);
        Companies companies = new Companies(api);
        signed = companies
                .lead(zone.token(leaving, Role.OFFICER), zone.id(), Companies.brand() + "有限公司", null)
                .id();
        companies.convert(zone.manager(), signed);
        project = "P-" + signed;
        Companies.announce(kafka, signed, zone.id(), "铜箔项目", leaving);
        ProjectFacts facts = service.getBean(ProjectFacts.class);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Boolean.TRUE.equals(
                        facts.ledBy(Scope.system(), leaving).hasElements().block()));
    }

    @Test
    void theOtherStandsInTheirPlaceAndWhatCannotBeIsSaid() throws Exception {
        Answer begun = api.post(
                zone.manager(),
                "/api/handovers",
                "{\"from\":\"" + leaving + "\",\"to\":\"" + heir + "\",\"reason\":\"调离\"}");
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(202);
        String path = "/api/handovers/" + begun.id();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> api.get(zone.manager(), path).text("/state").equals("DONE"));

        Answer done = api.get(zone.manager(), path);
        assertThat(done.texts("named", "text"))
                .containsExactlyInAnyOrder(
                        "分派规则“轮流”：" + leaving + " 改为 " + heir,
                        "分派规则“两人”：移出 " + leaving + "，" + heir + " 本来就在其中",
                        other + " 不在岗期间：代办人由 " + leaving + " 改为 " + heir,
                        heir + " 不在岗期间仍由 " + leaving + " 代办：" + heir + " 不能代办，请另选他人",
                        "项目“铜箔项目”：项目专员由 " + leaving + " 改为 " + heir);
        assertThat(done.texts("named", "done")).containsOnly("true");
        assertThat(inEnglish(path).texts("named", "text")).contains("Rule “轮流”: " + heir + " instead of " + leaving);
        everythingIsTheHeirs();
        Answer lead = api.get(zone.manager(), "/api/leads/" + signed);
        assertThat(lead.text("/assignment/owner")).as("who signed it").isEqualTo(leaving);
        Answer history = api.get(zone.manager(), "/api/leads/" + signed + "/history");
        assertThat(history.text("/items/0/kind")).isEqualTo("project-handed-over");
        assertThat(history.text("/items/0/note")).isEqualTo("调离");
    }

    /** Killed after so many of them were done, the last of which was not recorded. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void whatAKillLeftIsBroughtToItsEndAndDoneOnce(int carriedOut) throws Exception {
        Asked asked = asked(null);
        Handover handover = Objects.requireNonNull(service.getBean(Belongings.class)
                .begin(UUID.randomUUID().toString(), asked)
                .block(PATIENCE));
        Renaming renaming = service.getBean(Renaming.class);
        List<Mention> open =
                handover.mentions().stream().filter(one -> !one.done()).toList();
        assertThat(open).hasSize(4);
        for (int i = 0; i < carriedOut; i++) {
            Mention done = Objects.requireNonNull(
                    renaming.carryOut(handover, open.get(i)).block(PATIENCE));
            handover = i < carriedOut - 1 ? handover.with(done) : handover;
        }
        HandoverRunner runner = service.getBean(HandoverRunner.class);
        Handover left = Objects.requireNonNull(runner.begin(handover).block(PATIENCE));
        runner.resume().block(PATIENCE);

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        Objects.requireNonNull(runner.find(left.id()).block()).finished());
        everythingIsTheHeirs();
    }

    /** Somebody of one park does not change what decides for others. */
    @Test
    void aRuleForParksOfOthersIsLeftAndNamed() {
        String park = zone.park();
        String within = rule("本园区", "\"parks\":[\"" + park + "\"]", leaving);

        List<Mention> found = Objects.requireNonNull(
                service.getBean(Mentions.class).of(asked(List.of(park))).block(PATIENCE));

        assertThat(found)
                .filteredOn(mention -> mention.kind() == Mention.Kind.RULE)
                .extracting(Mention::id, Mention::outcome)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(turns, Mention.Outcome.LEFT),
                        org.assertj.core.groups.Tuple.tuple(both, Mention.Outcome.LEFT),
                        org.assertj.core.groups.Tuple.tuple(within, Mention.Outcome.REPLACED));
    }

    private void everythingIsTheHeirs() throws Exception {
        assertThat(people(turns)).containsExactly(heir, other);
        assertThat(people(both)).containsExactly(heir);
        assertThat(api.get(zone.manager(), "/api/absences?person=" + other).texts("items", "standIn"))
                .containsExactly(heir);
        List<CloudEvent<?>> events = PublishedEvents.on(Topics.LEADS)
                .await(
                        signed,
                        PATIENCE,
                        all -> all.stream().anyMatch(event -> event.data() instanceof LeadProjectHandedOver));
        assertThat(events)
                .filteredOn(event -> event.data() instanceof LeadProjectHandedOver)
                .singleElement()
                .satisfies(event -> assertThat(event.data())
                        .isInstanceOfSatisfying(LeadProjectHandedOver.class, said -> {
                            assertThat(said.projectId()).isEqualTo(project);
                            assertThat(said.from()).isEqualTo(leaving);
                            assertThat(said.to()).isEqualTo(heir);
                        }));
    }

    private Asked asked(@org.jspecify.annotations.Nullable List<String> parks) {
        Instant now = service.getBean(BusinessClock.class).now();
        return new Asked(leaving, heir, null, zone.name(Role.MANAGER), now, List.of(zone.id()), parks, "f");
    }

    private List<String> people(String rule) {
        return api.get(ADMIN, "/api/assignment-rules?zone=" + zone.id())
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(rule))
                .flatMap(item -> item.path("to").valueStream())
                .map(person -> person.asString())
                .toList();
    }

    private String rule(String name, String when, String... people) {
        Answer made = api.post(
                ADMIN,
                "/api/assignment-rules",
                "{\"zone\":\"" + zone.id() + "\",\"name\":\"" + name + "\",\"when\":{" + when + "},\"to\":[\""
                        + String.join("\",\"", people) + "\"],\"by\":\"ROUND_ROBIN\",\"active\":false}");
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.id();
    }

    private void away(String person, String standIn) {
        LocalDate today = service.getBean(BusinessClock.class).today(zone.id());
        Answer made = api.post(
                zone.manager(),
                "/api/absences",
                "{\"person\":\"" + person + "\",\"standIn\":\"" + standIn + "\",\"from\":\"" + today.plusDays(1)
                        + "\",\"to\":\"" + today.plusDays(9) + "\"}");
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    }

    private Answer inEnglish(String path) {
        return api.send(HttpMethod.GET, zone.manager(), path, (String) null, Map.of("Accept-Language", "en"));
    }

    private void hire(String person) {
        String body = "{\"name\":\"" + person + "\",\"roles\":[\"officer\"],\"zones\":[\"" + zone.id()
                + "\"],\"head\":false}";
        assertThat(api.put(ADMIN, "/api/directory/people/" + person, body).status())
                .isIn(200, 201);
    }
}
