package org.lodestone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.system.Api.Answer;
import tools.jackson.databind.JsonNode;

/** What people and programs get wrong, and what attackers try: each answered as a problem, nothing stored, nothing revealed. */
class BadInputIT {

    private static final String GOOD = "\"source\":{\"channel\":\"VISIT\"},\"receivedOn\":\"2026-11-20\"";

    private final Stack stack = Stack.up();
    private final Api officer = new Api(stack, "officer.yuanqu");

    static Stream<Arguments> refusedBodies() {
        return Stream.of(
                arguments("unknown field", "{\"name\":\"甲\",\"surprise\":1," + GOOD + "}", "surprise"),
                arguments("wrong type", "{\"name\":[1]," + GOOD + "}", "name"),
                arguments("number for text", "{\"name\":12," + GOOD + "}", "name"),
                arguments(
                        "amount as a JSON number",
                        "{\"name\":\"甲\",\"investment\":{\"planned\":{\"value\":1.5,\"unit\":\"CNY_10K\"}}," + GOOD
                                + "}",
                        "investment.planned"),
                arguments(
                        "unknown unit",
                        "{\"name\":\"甲\",\"investment\":{\"planned\":{\"value\":\"1.5\",\"unit\":\"USD\"}}," + GOOD
                                + "}",
                        "investment.planned"),
                arguments(
                        "date in the future",
                        "{\"name\":\"甲\",\"source\":{\"channel\":\"VISIT\"},\"receivedOn\":\"2126-01-01\"}",
                        "receivedOn"),
                arguments(
                        "no such date",
                        "{\"name\":\"甲\",\"source\":{\"channel\":\"VISIT\"},\"receivedOn\":\"2026-02-30\"}",
                        "receivedOn"),
                arguments("long name", "{\"name\":\"" + "名".repeat(10_000) + "\"," + GOOD + "}", "name"),
                arguments("control character", "{\"name\":\"甲\\u0000乙\"," + GOOD + "}", "name"),
                arguments(
                        "ID card number as USCC",
                        "{\"name\":\"甲\",\"investor\":{\"name\":\"某公司\",\"uscc\":\"110101199003070078\"}," + GOOD + "}",
                        "investor.uscc"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedBodies")
    void refusedWithTheFieldNamed(String what, String body, String field) {
        Answer answer = officer.post("/api/leads", body);
        assertThat(answer.status()).as("%s", answer.body()).isIn(400, 422);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(fields(answer)).anyMatch(name -> name.startsWith(field));
        assertThat(answer.body().toString()).doesNotContain("Exception", "org.lodestone", "tools.jackson");
    }

    @Test
    void everyMissingFieldIsNamedAtOnce() {
        assertThat(fields(officer.post("/api/leads", "{}"))).contains("name", "source.channel", "receivedOn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"甲\",\"name\":\"乙\"}", "{\"name\":", "[]", "\"text\"", "", "{} {}"})
    void malformedJsonIsAProblem(String body) {
        Answer answer = officer.post("/api/leads", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("type").asString("")).startsWith("/problems/");
    }

    @Test
    void invalidUtf8DeepAndLargeBodiesAreRefused() {
        byte[] invalid = "{\"name\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        invalid[9] = (byte) 0xC0;
        assertThat(officer.raw("POST", "/api/leads", invalid).status()).isEqualTo(400);
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        assertThat(officer.post("/api/leads", "{\"tags\":" + deep + "}").status())
                .isEqualTo(400);
        assertThat(officer.raw("POST", "/api/leads", new byte[2 << 20]).status())
                .isEqualTo(413);
    }

    @Test
    void usccWithAWrongCheckDigitIsKeptWithAWarning() {
        Answer answer = officer.post(
                "/api/leads",
                "{\"name\":\"校验位\",\"investor\":{\"name\":\"某公司\",\"uscc\":\"91140827MA0DEM0130\"}," + GOOD + "}");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        assertThat(answer.body().path("investor").path("usccValid").asBoolean()).isFalse();
    }

    @Test
    void anotherZonesLeadDoesNotExistOnAnyVerb() {
        String id = create("{\"name\":\"别区看不见\"," + GOOD + "}");
        Api stranger = new Api(stack, "manager.yangcheng");
        String path = "/api/leads/" + id;
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.get(path + "/history").status()).isEqualTo(404);
        assertThat(stranger.get(path + "/follow-ups").status()).isEqualTo(404);
        assertThat(stranger.patch(path, 1, "{\"name\":\"改名\"}").status()).isEqualTo(404);
        assertThat(stranger.post(path + "/transitions", "{\"to\":\"ASSESSING\"}")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post(
                                path + "/follow-ups",
                                "{\"at\":\"2026-11-20T02:00:00Z\",\"kind\":\"CALL\",\"summary\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.put(path + "/assessment", "{\"verdict\":\"PROCEED\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void viewerMayNotWriteAndNobodyWritesIntoAnotherZone() {
        assertThat(new Api(stack, "viewer")
                        .post("/api/leads", "{\"name\":\"甲\",\"zone\":\"140827\"," + GOOD + "}")
                        .status())
                .isEqualTo(403);
        Answer foreign = officer.post("/api/leads", "{\"name\":\"甲\",\"zone\":\"140522\"," + GOOD + "}");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.body().get("type").asString()).isEqualTo("/problems/zone-not-yours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zone", "version", "createdBy", "id", "number", "state"})
    void whatTheSystemOwnsCannotBePatched(String field) {
        String id = create("{\"name\":\"不可改\"," + GOOD + "}");
        Answer answer = officer.patch("/api/leads/" + id, 1, "{\"" + field + "\":\"140522\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(fields(answer)).contains(field);
        assertThat(officer.get("/api/leads/" + id).body().get("version").asLong())
                .isEqualTo(1);
    }

    @Test
    void patchWantsTheVersionItWasReadAt() {
        String id = create("{\"name\":\"并发修改\"," + GOOD + "}");
        HttpRequest.Builder blind = officer.request("/api/leads/" + id)
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"name\":\"甲\"}"));
        assertThat(Api.send(blind).status()).isEqualTo(428);
        assertThat(officer.patch("/api/leads/" + id, 1, "{\"name\":\"第一个\"}").status())
                .isEqualTo(200);
        Answer second = officer.patch("/api/leads/" + id, 1, "{\"name\":\"第二个\"}");
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.body().path("current").path("name").asString("")).isEqualTo("第一个");
    }

    @Test
    void sameKeyIsOneLeadAlsoInParallelAndNeverAnother() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = "{\"name\":\"同一个请求\"," + GOOD + "}";
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, 10)
                    .mapToObj(i -> pool.submit(() -> keyed(key, body)))
                    .toList();
            List<String> ids = new java.util.ArrayList<>();
            for (Future<Answer> future : answers) {
                Answer answer = future.get();
                assertThat(answer.status()).as("%s", answer.body()).isIn(201, 409);
                if (answer.status() == 201) {
                    ids.add(answer.body().get("id").asString());
                }
            }
            assertThat(ids).isNotEmpty().allMatch(ids.getFirst()::equals);
        }
        assertThat(keyed(key, "{\"name\":\"另一个请求\"," + GOOD + "}").status()).isEqualTo(422);
    }

    private Answer keyed(String key, String body) {
        return Api.send(officer.request("/api/leads")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "*", "\"", "AND", "OR NOT (", "\\", "[a TO b]", "锂", "ldtb", ".*"})
    void searchTextIsLiteralAndIsAnswered(String text) {
        Answer answer = officer.get("/api/leads?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        // What backtracks for ever has no answer within the client's limit.
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void fiveThousandCharactersOfSearchAndGarbageParametersAreAnsweredAtOnce() {
        assertThat(officer.get("/api/leads?q=" + "a".repeat(5_000)).status()).isIn(200, 400);
        assertThat(officer.get("/api/leads?cursor=garbage").status()).isEqualTo(400);
        assertThat(officer.get("/api/leads?sort=password").status()).isEqualTo(400);
        assertThat(officer.get("/api/leads?limit=100000").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "1.zzzz.AAAA", "1..", "2.k9Qd.AAAA"})
    void streamTokenThatIsNoneResetsInBand(String token) {
        try (Dashboard dashboard = new Dashboard(stack, "viewer", "/api/streams/events", token)) {
            String reason = Stack.await(
                    "a reset",
                    Duration.ofSeconds(15),
                    () -> dashboard.frames().stream()
                            .filter(frame -> frame.event().equals("stream.reset"))
                            .map(frame -> frame.data().path("reason").asString(""))
                            .findFirst()
                            .or(Optional::empty));
            assertThat(reason).isIn("invalid", "epoch", "expired");
        }
    }

    @Test
    void impossibleMoveNamesThePossibleOnesAndABlockedOneEverythingMissing() {
        String id = create("{\"name\":\"门槛\"," + GOOD + "}");
        Answer impossible = officer.post("/api/leads/" + id + "/transitions", "{\"to\":\"INTENT\"}");
        assertThat(impossible.status()).isEqualTo(409);
        assertThat(impossible.body().path("allowed").toString()).contains("ASSESSING");
        officer.post("/api/leads/" + id + "/transitions", "{\"to\":\"ASSESSING\"}");
        Answer blocked = officer.post("/api/leads/" + id + "/transitions", "{\"to\":\"ENGAGING\"}");
        assertThat(blocked.status()).isEqualTo(422);
        assertThat(blocked.body().path("unmet").size()).isGreaterThanOrEqualTo(3);
        Answer dry = officer.post("/api/leads/" + id + "/transitions?dryRun=true", "{\"to\":\"ENGAGING\"}");
        assertThat(dry.body().toString()).contains("unmet");
        assertThat(officer.get("/api/leads/" + id).body().get("state").asString())
                .isEqualTo("ASSESSING");
    }

    private String create(String body) {
        Answer answer = officer.post("/api/leads", body);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body().get("id").asString();
    }

    private static List<String> fields(Answer answer) {
        JsonNode errors = answer.body().path("errors");
        return StreamSupport.stream(errors.spliterator(), false)
                .map(error -> error.path("field").asString(""))
                .toList();
    }
}
