package org.lodestone.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.projects.Api.YUANQU;
import static org.lodestone.projects.Api.as;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.events.TopicReader;
import org.lodestone.platform.privacy.Finding;
import org.lodestone.platform.privacy.Inquiry;
import org.lodestone.platform.privacy.Person;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Traces;
import org.lodestone.projects.project.Projects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A person in a project: found, told and forgotten, as leads-service asks for it. */
@ServiceTest
class ForgettingIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String digits = Long.toString(ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L));
    private final String phone = "177" + digits;
    private final String name = "欧阳" + digits;
    private final String lead = UUID.randomUUID().toString();
    private final String path = "/api/projects/P-" + lead;

    private final Api api;
    private final KafkaTemplate<String, byte[]> kafka;
    private final MongoDatabase database;
    private final TopicReader topics;

    @Autowired
    ForgettingIT(WebTestClient http, KafkaTemplate<String, byte[]> kafka, MongoDatabase database, TopicReader topics) {
        this.api = new Api(http, kafka);
        this.kafka = kafka;
        this.database = database;
        this.topics = topics;
    }

    /** In the name, a paper's title, a monthly report, a reason and who approved; one that is only in the history by now. */
    @BeforeEach
    void personLeavesTraces() throws Exception {
        convert(lead, name + "的项目", Instant.now());
        assertThat(api.await(path).status()).isEqualTo(200);
        assertThat(api.patch(as(Role.OFFICER), path, paper("联系" + name + " " + phone), 1)
                        .status())
                .isEqualTo(200);
        assertThat(api.patch(as(Role.OFFICER), path, paper("施工图"), 2).status()).isEqualTo(200);
        assertThat(api.post(
                                as(Role.OFFICER),
                                path + "/progress-reports",
                                "{\"month\":\"2026-04\",\"summary\":\"" + name + "说场地已平整，" + spaced() + "\"}")
                        .status())
                .isEqualTo(201);
        assertThat(api.post(
                                as(Role.LEADER),
                                path + "/status",
                                "{\"to\":\"SUSPENDED\",\"reason\":\"等%s\",\"approver\":\"%s\",\"on\":\"2026-04-02\"}"
                                        .formatted(name, name))
                        .status())
                .isEqualTo(200);
        Awaitility.await().atMost(PATIENCE).until(() -> listed() == 1);
    }

    @Test
    void whoIsErasedIsNowhereAndTheHistoryVerifies() throws Exception {
        String other = UUID.randomUUID().toString();
        convert(other, "同名" + name, Instant.now());
        api.await("/api/projects/P-" + other);
        Finding searched = ask(Inquiry.Kind.SEARCH);
        assertThat(searched.service()).isEqualTo("projects-service");
        assertThat(searched.places()).extracting(Finding.Place::place).contains("projects", "history");
        assertThat(searched.places())
                .allSatisfy(place -> assertThat(place.items()).isEmpty());
        assertThat(JSON.writeValueAsString(ask(Inquiry.Kind.EXPORT))).contains(name + "的项目", spaced());

        Finding erased = ask(Inquiry.Kind.ERASURE);

        assertThat(erased.remaining()).isEmpty();
        assertThat(erased.places()).extracting(Finding.Place::place).contains("projects", "history");
        nowhere();
        assertThat(api.get(as(Role.MANAGER), "/api/projects/P-" + other).text("/name"))
                .as("somebody else of that name")
                .isEqualTo("同名" + name);
        Api.Answer project = api.get(as(Role.MANAGER), path);
        assertThat(project.text("/name")).isEqualTo("〔已删除〕的项目");
        assertThat(project.text("/status")).isEqualTo("SUSPENDED");
        Api.Answer history = api.get(as(Role.MANAGER), path + "/history");
        assertThat(history.texts("items", "kind"))
                .containsExactly(
                        "personal-data-erased", "status-changed", "progress-reported", "changed", "changed", "opened");
        assertThat(history.body().toString()).doesNotContain(name, phone);
    }

    @Test
    void aConversionHeardLateBringsNobodyBack() throws Exception {
        Instant before = Instant.now().minusSeconds(60);
        String late = UUID.randomUUID().toString();
        Inquiry inquiry = inquiry(Inquiry.Kind.ERASURE, List.of(lead, late));
        send(inquiry);
        answer(inquiry.id(), 1);

        convert(lead, name + "的项目", before);
        convert(late, name + "的另一项目", before);

        assertThat(api.await("/api/projects/P-" + late).text("/name")).isEqualTo("〔已删除〕 140827-2026-0001");
        nowhere();
    }

    /** What was said afterwards was said without the person. */
    @Test
    void aConversionAfterwardsKeepsItsName() throws Exception {
        String later = UUID.randomUUID().toString();
        Inquiry inquiry = inquiry(Inquiry.Kind.ERASURE, List.of(lead, later));
        send(inquiry);
        answer(inquiry.id(), 1);

        convert(later, "〔已删除〕的新项目", Instant.now());

        assertThat(api.await("/api/projects/P-" + later).text("/name")).isEqualTo("〔已删除〕的新项目");
    }

    @Test
    void askedTwiceItAnswersTheSame() throws Exception {
        Inquiry inquiry = inquiry(Inquiry.Kind.ERASURE, List.of(lead));
        send(inquiry);
        Finding first = answer(inquiry.id(), 1);
        send(inquiry);

        assertThat(answer(inquiry.id(), 2)).isEqualTo(first);
    }

    /** As a kill leaves it at each step: before the step's work, and after its work but before its record. */
    @ParameterizedTest
    @CsvSource({"COUNTING,1,false", "ERASING,1,false", "ERASING,1,true", "COUNTING,2,true", "ERASING,2,false"})
    void whatAKillLeftIsBroughtToItsEnd(String state, int round, boolean workDone) throws Exception {
        if (workDone) {
            ask(Inquiry.Kind.ERASURE);
        }
        goesOn(new Left(state, round, List.of(lead)), name, phone);

        nowhere();
        assertThat(api.get(as(Role.MANAGER), path).text("/name")).isEqualTo("〔已删除〕的项目");
        assertThat(api.get(as(Role.MANAGER), path + "/history").texts("items", "kind"))
                .as("erased once")
                .containsOnlyOnce("personal-data-erased");
    }

    /** As a kill leaves it in the middle of a step: the first of two projects is done. */
    @Test
    void whatAKillLeftBetweenTwoProjectsIsBroughtToItsEnd() throws Exception {
        String second = UUID.randomUUID().toString();
        convert(second, name + "的二期", Instant.now());
        assertThat(api.await("/api/projects/P-" + second).status()).isEqualTo(200);
        ask(Inquiry.Kind.ERASURE);

        goesOn(new Left("ERASING", 1, List.of(lead, second)), name, phone);

        nowhere();
        assertThat(Traces.of(name, database)).isEmpty();
        assertThat(api.get(as(Role.MANAGER), "/api/projects/P-" + second).text("/name"))
                .isEqualTo("〔已删除〕的二期");
    }

    /** As a kill leaves it between the command and the history: nothing in the project itself says any more that it is about the person. */
    @Test
    void whatAKillLeftInTheHistoryIsBroughtToItsEnd() throws Exception {
        String only = "慕容" + digits;
        long version = api.get(as(Role.MANAGER), path).body().path("version").asLong();
        api.patch(as(Role.OFFICER), path, paper("找" + only), version);
        api.patch(as(Role.OFFICER), path, paper("施工图"), version + 1);
        assertThat(Traces.of(only, database)).isNotEmpty();

        goesOn(new Left("ERASING", 1, List.of(lead)), only, "166" + digits);
    }

    /** @param leads whose projects it is about */
    private record Left(String state, int round, List<String> leads) {

        /** Before anything was counted it knows the leads it was asked about, afterwards what it found. */
        String records() {
            String prefix = state.equals("COUNTING") && round == 1 ? "" : "P-";
            return leads.stream().map(id -> '"' + prefix + id + '"').collect(Collectors.joining(","));
        }

        String places() {
            return state.equals("COUNTING") && round == 1
                    ? ""
                    : "{\"place\":\"projects\",\"records\":{\"$numberLong\":\"7\"},\"values\":{\"$numberLong\":\"9\"},\"items\":[]}";
        }
    }

    private void goesOn(Left kill, String person, String number) throws Exception {
        String id = UUID.randomUUID().toString();
        BsonDocument left = BsonDocument.parse(
                """
                {"_id":"%s","version":{"$numberLong":"2"},"state":"%s","_open":true,
                 "person":{"phones":["%s"],"emails":[],"names":["%s"]},"records":[%s],
                 "course":{"round":%d,"begunAt":{"$date":"2026-01-01T00:00:00Z"},"remaining":[],"places":[%s]}}""".formatted(id, kill.state(), number, person, kill.records(), kill.round(), kill.places()));
        Mono.from(database.getCollection("forgettings", BsonDocument.class).insertOne(left))
                .block();

        Awaitility.await().atMost(PATIENCE).until(() -> isDone(id));
        assertThat(Traces.of(person, database)).isEmpty();
        verifies();
        send(new Inquiry(id, Inquiry.Kind.ERASURE, Instant.now(), person(), kill.leads()));
        assertThat(answer(id, 1).places())
                .filteredOn(place -> place.place().equals("projects"))
                .extracting(Finding.Place::records)
                .as("counted before the kill")
                .isNotEmpty()
                .allSatisfy(records ->
                        assertThat(records).isGreaterThanOrEqualTo(kill.places().isEmpty() ? 1L : 7L));
    }

    private boolean isDone(String id) {
        BsonDocument found = Objects.requireNonNull(Mono.from(database.getCollection("forgettings", BsonDocument.class)
                        .find(Filters.eq("_id", id)))
                .block());
        return found.getString("state").getValue().equals("DONE") && !found.containsKey("person");
    }

    private void nowhere() {
        assertThat(Traces.of(phone, database)).isEmpty();
        assertThat(Traces.of(spaced(), database)).isEmpty();
        assertThat(Traces.of(name, database)).allMatch(document -> !document.contains(lead));
        assertThat(Traces.of(name + "的", database)).isEmpty();
        Awaitility.await().atMost(PATIENCE).until(() -> listed() == 0);
        verifies();
    }

    private void verifies() {
        assertThat(api.get(as(Role.MANAGER), path + "/history?verify=true")
                        .body()
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    /** How many the search finds by what only this project is called. */
    private int listed() {
        return api.get(as(Role.MANAGER), "/api/projects?q=" + name + "的项目")
                .body()
                .path("items")
                .size();
    }

    private String spaced() {
        return "177 " + digits.substring(0, 4) + "-" + digits.substring(4);
    }

    private static String paper(String title) {
        return "{\"documents\":[{\"kind\":\"DRAWING\",\"title\":\"" + title + "\"}]}";
    }

    private void convert(String id, String called, Instant said) throws Exception {
        api.announce(id, Projects.conversion(id, YUANQU, called), YUANQU, false, said);
    }

    private Person person() {
        return Person.of(List.of(phone), null, List.of(name), null);
    }

    private Finding ask(Inquiry.Kind kind) throws Exception {
        Inquiry inquiry = inquiry(kind, List.of(lead));
        send(inquiry);
        return answer(inquiry.id(), 1);
    }

    private Inquiry inquiry(Inquiry.Kind kind, List<String> records) {
        return new Inquiry(UUID.randomUUID().toString(), kind, Instant.now(), person(), records);
    }

    private void send(Inquiry inquiry) throws Exception {
        kafka.send(Topics.INQUIRIES, inquiry.id(), JSON.writeValueAsBytes(inquiry))
                .get(30, TimeUnit.SECONDS);
    }

    /** @param which of the answers to it */
    private Finding answer(String id, int which) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> topics.readAll(Topics.FINDINGS).stream()
                                .filter(message -> id.equals(message.key()))
                                .map(message -> JSON.readValue(message.value(), Finding.class))
                                .toList(),
                        findings -> findings.size() >= which)
                .get(which - 1);
    }
}
