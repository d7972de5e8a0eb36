package org.lodestone.leads.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.registration.Claims.Claim;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What time does to registrations, with a business clock that can be moved; and what a kill leaves behind. */
@ServiceTest
@DirtiesContext
class ExpiryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path CLOCK = clock();
    private static final String OFFICER = Tokens.of("officer.yuanqu", Role.OFFICER, "140827");
    private static final String NEIGHBOUR = Tokens.of("officer.yangcheng", Role.OFFICER, "140522");

    private final WebTestClient http;
    private final Housekeeping housekeeping;
    private final Claims claims;
    private final MongoDatabase database;
    private final BusinessClock clock;

    @Autowired
    ExpiryIT(
            WebTestClient http, Housekeeping housekeeping, Claims claims, MongoDatabase database, BusinessClock clock) {
        this.clock = clock;
        this.http = http;
        this.housekeeping = housekeeping;
        this.claims = claims;
        this.database = database;
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
    void whatHasExpiredMayBeTakenByTheNext() throws Exception {
        String firm = firm();
        String ours = lead(OFFICER, "140827", firm);
        String theirs = lead(NEIGHBOUR, "140522", firm);
        String registration = take(OFFICER, ours, 201).path("id").asString();
        take(NEIGHBOUR, theirs, 409);
        ahead(Duration.ofDays(89));
        take(NEIGHBOUR, theirs, 409);
        ahead(Duration.ofDays(91));

        assertThat(get("/api/leads/" + ours + "/registration", OFFICER)
                        .path("state")
                        .asString())
                .isEqualTo("EXPIRED");
        assertThat(take(NEIGHBOUR, theirs, 201).path("zone").asString()).isEqualTo("140522");
        take(OFFICER, ours, 409);
        assertThat(get("/api/registrations/" + registration, OFFICER)
                        .path("history")
                        .valueStream()
                        .map(line -> line.path("kind").asString()))
                .containsExactly("taken", "expired");
    }

    @Test
    void theSameLeadMayTakeItAgain() throws Exception {
        String lead = lead(OFFICER, "140827", firm());
        String id = take(OFFICER, lead, 201).path("id").asString();
        ahead(Duration.ofDays(91));

        JsonNode again = take(OFFICER, lead, 201);
        assertThat(again.path("id").asString()).isEqualTo(id);
        assertThat(again.path("state").asString()).isEqualTo("PROTECTED");
    }

    @Test
    void progressThatWasNotCountedYetSavesItAtTheLastMoment() throws Exception {
        String firm = firm();
        String ours = lead(OFFICER, "140827", firm);
        String theirs = lead(NEIGHBOUR, "140522", firm);
        String id = take(OFFICER, ours, 201).path("id").asString();
        ahead(Duration.ofDays(60));
        post("/api/leads/" + ours + "/follow-ups", "{\"kind\":\"CALL\",\"summary\":\"x\"}", OFFICER, 201);
        forget(id);
        ahead(Duration.ofDays(95));

        take(NEIGHBOUR, theirs, 409);
        assertThat(get("/api/leads/" + ours + "/registration", OFFICER)
                        .path("state")
                        .asString())
                .isEqualTo("PROTECTED");
    }

    @Test
    void theEndIsAnnouncedThoughNobodyAsks() throws Exception {
        String id =
                take(OFFICER, lead(OFFICER, "140827", firm()), 201).path("id").asString();
        ahead(Duration.ofDays(91));
        housekeeping.round().block(PATIENCE);

        JsonNode list = get("/api/registrations?state=EXPIRED&limit=200", OFFICER);
        assertThat(list.path("items").valueStream().map(item -> item.path("id").asString()))
                .contains(id);
        awaitExpired(id);
    }

    @Test
    void keysThatAKillLeftBehindAreReleased() {
        String firm = firm();
        String key = Keys.firm(null, firm + "有限公司").getFirst();
        Claim left = new Claim(
                key,
                "gone",
                "140522",
                LocalDate.of(2026, 1, 5),
                "ticket",
                Instant.now().minusSeconds(90));
        await(claims.take(left));
        Claim fresh = new Claim("name:x" + firm, "gone", "140522", left.on(), "ticket2", Instant.now());
        await(claims.take(fresh));
        housekeeping.releaseAbandoned().block(PATIENCE);

        assertThat(claims.find(key).blockOptional(PATIENCE)).isEmpty();
        assertThat(claims.find(fresh.key()).blockOptional(PATIENCE)).isPresent();
        take(OFFICER, lead(OFFICER, "140827", firm), 201);
    }

    @Test
    void whoMeetsAbandonedKeysNeedNotWaitForTheHousekeeping() {
        String firm = firm();
        Claim left = new Claim(
                Keys.firm(null, firm + "有限公司").getFirst(),
                "gone",
                "140522",
                LocalDate.of(2026, 1, 5),
                "ticket",
                Instant.now().minusSeconds(90));
        await(claims.take(left));

        take(OFFICER, lead(OFFICER, "140827", firm), 201);
    }

    /** As if the process had ended between the lead's commit and the registration's. */
    private void forget(String id) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (version(id) < 2 && System.nanoTime() < giveUp) {
            Thread.onSpinWait();
        }
        var until = Updates.combine(
                Updates.set("term.until", Instant.now().plus(Duration.ofDays(90))), Updates.unset("_commands"));
        Mono.from(database.getCollection("registrations").updateOne(Filters.eq("_id", id), until))
                .block(PATIENCE);
    }

    private int version(String id) {
        return get("/api/registrations/" + id, OFFICER).path("version").asInt();
    }

    private void awaitExpired(String id) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (version(id) < 2 && System.nanoTime() < giveUp) {
            housekeeping.round().block(PATIENCE);
        }
        assertThat(get("/api/registrations/" + id, OFFICER)
                        .path("history")
                        .valueStream()
                        .map(line -> line.path("kind").asString()))
                .containsExactly("taken", "expired");
    }

    private String lead(String token, String zone, String firm) {
        return post("/api/leads", """
                {"name":"项目","zone":"%s","source":{"channel":"REFERRAL"},"receivedOn":"2026-01-05",
                 "investor":{"name":"%s有限公司","region":"370100"},"investment":{"unknown":true},
                 "contacts":[{"name":"项目负责人"}]}""".formatted(zone, firm), token, 201)
                .path("id")
                .asString();
    }

    private JsonNode take(String token, String lead, int status) {
        return post("/api/leads/" + lead + "/registration", "{}", token, status);
    }

    private static String firm() {
        return "期满" + UUID.randomUUID().toString().substring(0, 8);
    }

    private JsonNode post(String path, String body, String token, int status) {
        return read(
                http.post()
                        .uri(path)
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange(),
                status);
    }

    private JsonNode get(String path, String token) {
        return read(
                http.get().uri(path).header("Authorization", "Bearer " + token).exchange(), 200);
    }

    private static JsonNode read(WebTestClient.ResponseSpec answer, int status) {
        var result = answer.expectBody().returnResult();
        byte[] body = Objects.requireNonNull(result.getResponseBody());
        JsonNode json = JsonMapper.shared().readTree(body);
        assertThat(result.getStatus().value()).as(json.toString()).isEqualTo(status);
        return json;
    }

    private static <T> T await(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE));
    }

    /** The clock looks at its file five times a second. */
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
