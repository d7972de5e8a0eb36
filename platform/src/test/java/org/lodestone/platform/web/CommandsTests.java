package org.lodestone.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.RightsMatrix;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import tools.jackson.databind.json.JsonMapper;

class CommandsTests {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Map<String, Object> BODY = Map.of("name", "a");

    private final Commands commands = new Commands(JsonMapper.shared(), BusinessClock.fixed(NOW));
    private final Scope officer = scope("officer.yuanqu", Role.OFFICER);
    private final Scope admin = scope("admin", Role.ADMIN);

    @Test
    void isOfNowAndOfWhoeverAsks() {
        Command command = commands.of(post("/api/leads", null, null), officer, BODY, false);
        assertThat(command.at()).isEqualTo(NOW);
        assertThat(command.by()).isEqualTo("officer.yuanqu");
        assertThat(command.backfill()).isFalse();
        assertThat(command.key()).isNull();
        assertThat(command.expectedVersion()).isNull();
    }

    @Test
    void aKeyBelongsToSubjectAndPath() {
        @Nullable
        String key =
                commands.of(post("/api/leads", "k", null), officer, BODY, false).key();
        assertThat(commands.of(post("/api/leads", "k", null), officer, Map.of(), false)
                        .key())
                .isEqualTo(key);
        assertThat(commands.of(post("/api/leads/1", "k", null), officer, BODY, false)
                        .key())
                .isNotEqualTo(key);
        assertThat(commands.of(post("/api/leads", "k", null), admin, BODY, false)
                        .key())
                .isNotEqualTo(key);
    }

    @Test
    void theFingerprintIsOfWhatIsAskedFor() {
        String fingerprint =
                commands.of(post("/api/leads", "k", null), officer, BODY, false).fingerprint();
        assertThat(commands.of(post("/api/leads", null, null), officer, BODY, false)
                        .fingerprint())
                .isEqualTo(fingerprint);
        assertThat(commands.of(post("/api/leads", "k", null), officer, Map.of("name", "b"), false)
                        .fingerprint())
                .isNotEqualTo(fingerprint);
        assertThat(commands.of(post("/api/leads?dryRun=true", "k", null), officer, BODY, false)
                        .fingerprint())
                .isNotEqualTo(fingerprint);
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        refused(400, () -> commands.of(post("/api/leads", "with blank", null), officer, BODY, false));
        refused(400, () -> commands.of(post("/api/leads", "k".repeat(201), null), officer, BODY, false));
        refused(400, () -> commands.of(post("/api/leads", "", null), officer, BODY, false));
    }

    @Test
    void ifMatchIsAVersionAndMayBeRequired() {
        assertThat(commands.of(post("/api/leads/1", null, "\"7\""), officer, BODY, true)
                        .expectedVersion())
                .isEqualTo(7);
        assertThat(commands.of(post("/api/leads/1", null, "*"), officer, BODY, true)
                        .expectedVersion())
                .isNull();
        refused(428, () -> commands.of(post("/api/leads/1", null, null), officer, BODY, true));
        refused(400, () -> commands.of(post("/api/leads/1", null, "W/\"7\""), officer, BODY, true));
        refused(400, () -> commands.of(post("/api/leads/1", null, "\"1\",\"2\""), officer, BODY, true));
    }

    @Test
    void historyIsBroughtInByThatRightAlone() {
        Instant then = Instant.parse("2026-05-01T01:00:00Z");
        Command history = commands.of(post("/api/leads", null, null), admin, BODY, false, then, "officer.yuanqu");
        assertThat(history.at()).isEqualTo(then);
        assertThat(history.by()).isEqualTo("officer.yuanqu");
        assertThat(history.recordedAt()).isEqualTo(NOW);
        assertThat(history.backfill()).isTrue();
        Rights.require(history, Right.WRITE);

        refused(403, () -> commands.of(post("/api/leads", null, null), officer, BODY, false, then, null));
        refused(403, () -> commands.of(post("/api/leads", null, null), officer, BODY, false, null, "admin"));
        refused(400, () -> commands.of(post("/api/leads", null, null), admin, BODY, false, NOW.plusSeconds(1), null));
        refused(
                403,
                () -> Rights.require(
                        commands.of(post("/api/leads", null, null), admin, BODY, false), Right.WRITE, Right.WRITE_OWN));
    }

    private static void refused(int status, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(status));
    }

    private static MockServerWebExchange post(String uri, @Nullable String key, @Nullable String ifMatch) {
        MockServerHttpRequest.BodyBuilder request = MockServerHttpRequest.post(uri);
        if (key != null) {
            request.header(Commands.IDEMPOTENCY_KEY, key);
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return MockServerWebExchange.from(request.build());
    }

    private static Scope scope(String subject, Role role) {
        return new Scope(subject, subject, Set.of(role), Set.of("*"), null, RightsMatrix.of(role));
    }
}
