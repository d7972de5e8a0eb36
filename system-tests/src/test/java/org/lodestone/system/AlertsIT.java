package org.lodestone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.lodestone.system.Api.Answer;
import tools.jackson.databind.JsonNode;

/** What slips is told by the business clock, also when the service was away when it slipped. The clock only moves forward. */
class AlertsIT {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> CONCERNED = List.of("officer.yuanqu", "manager.yuanqu", "leader.yuanqu");

    private static final Stack stack = Stack.up();

    private final String name = "时限告警" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void leadLeftAloneIsToldYellowAndRedAtItsWorkingMinuteOnceAlsoAfterAKill() {
        JsonNode clock = lead();
        Instant due = Instant.parse(clock.path("dueAt").asString());
        Instant red = Instant.parse(clock.path("redAt").asString());
        assertThat(clock.path("kind").asString()).isEqualTo("first-response");

        moveTo(due.minusSeconds(300));
        stack.kill("notifications");
        assertThat(rows("officer.yuanqu", "first-response-late")).isEmpty();
        moveTo(due.plusSeconds(1));
        for (String person : CONCERNED) {
            awaitLight(person, "YELLOW");
        }

        stack.kill("notifications");
        moveTo(red.plusSeconds(1));
        for (String person : CONCERNED) {
            awaitLight(person, "RED");
            assertThat(rows(person, "first-response-late"))
                    .as(person)
                    .extracting(row -> row.path("severity").asString())
                    .containsExactly("RED", "YELLOW");
        }
        assertThat(rows("officer.yangcheng", "first-response-late")).isEmpty();
    }

    private void awaitLight(String person, String light) {
        Stack.await(
                light + " for " + person,
                PATIENCE,
                () -> rows(person, "first-response-late").stream()
                        .filter(row -> row.path("severity").asString().equals(light))
                        .findFirst());
    }

    private List<JsonNode> rows(String person, String rule) {
        JsonNode items = new Api(stack, person)
                .getUntilAnswered("/api/inbox?limit=200&q="
                        + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8))
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(row -> row.path("reason").path("rule").asString("").equals(rule))
                .toList();
    }

    /** The clock that falls due first. */
    private JsonNode lead() {
        Api officer = new Api(stack, "officer.yuanqu");
        Answer created = officer.postUntilAnswered("/api/leads", """
                        {"name":"%s","source":{"channel":"REFERRAL"},"receivedOn":"2026-11-20",
                         "assignment":{"department":"投资促进部","sponsor":"leader.yuanqu"}}""".formatted(name));
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        String path = "/api/leads/" + created.body().get("id").asString();
        return Stack.await(
                "its clocks",
                PATIENCE,
                () -> Optional.of(officer.getUntilAnswered(path).body().at("/clocks/0"))
                        .filter(JsonNode::isObject));
    }

    private static void moveTo(Instant moment) {
        stack.command(
                Duration.ofMinutes(1),
                "clock",
                moment.atZone(CHINA).toLocalDateTime().withNano(0).toString());
    }
}
