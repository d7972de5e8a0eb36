package org.lodestone.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.json.JsonMapper;

/** Reads from a request what makes it a command: who, when, its key, its fingerprint and the version it expects. */
public final class Commands {

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern VERSION = Pattern.compile("\"?(\\d{1,18})\"?");
    private static final int AUTHOR_LENGTH = 100;

    private final JsonMapper json;
    private final BusinessClock clock;

    public Commands(JsonMapper json, BusinessClock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** A command of now, by whoever asks. */
    public Command of(ServerWebExchange exchange, Scope scope, Object body, boolean ifMatchRequired) {
        return of(exchange, scope, body, ifMatchRequired, null, null);
    }

    /**
     * @param body what was asked for: the request record, a tree, or an empty string
     * @param ifMatchRequired 428 without {@code If-Match}
     * @param at original moment of history that is brought in; with it, or with {@code by}, 403 without {@link Right#BACKFILL}
     * @param by its original author
     */
    public Command of(
            ServerWebExchange exchange,
            Scope scope,
            Object body,
            boolean ifMatchRequired,
            @Nullable Instant at,
            @Nullable String by) {
        boolean backfill = at != null || by != null;
        if (backfill) {
            Rights.require(scope, Right.BACKFILL);
            new Checks(clock)
                    .notInFuture("at", at)
                    .text("by", by, AUTHOR_LENGTH)
                    .orThrow();
        }
        Instant now = clock.now();
        ServerHttpRequest request = exchange.getRequest();
        return new Command(
                scope,
                key(request, scope),
                fingerprint(request, body),
                expectedVersion(request, ifMatchRequired),
                at == null ? now : at.truncatedTo(ChronoUnit.MILLIS),
                by == null ? scope.subject() : by,
                now,
                backfill);
    }

    private static @Nullable String key(ServerHttpRequest request, Scope scope) {
        List<String> keys = request.getHeaders().getOrDefault(IDEMPOTENCY_KEY, List.of());
        if (keys.isEmpty()) {
            return null;
        }
        if (keys.size() > 1 || !KEY.matcher(keys.getFirst()).matches()) {
            throw Problem.invalid(FieldProblem.of(IDEMPOTENCY_KEY, "idempotency-key"));
        }
        return digest(scope.subject(), request.getPath().value(), keys.getFirst());
    }

    private String fingerprint(ServerHttpRequest request, Object body) {
        String query = request.getURI().getRawQuery();
        return digest(
                request.getMethod().name(),
                request.getPath().value(),
                query == null ? "" : query,
                json.writeValueAsString(body));
    }

    private static @Nullable Long expectedVersion(ServerHttpRequest request, boolean required) {
        String match = request.getHeaders().getFirst("If-Match");
        if (match == null) {
            if (required) {
                throw Problem.preconditionRequired();
            }
            return null;
        }
        if (match.strip().equals("*")) {
            return null;
        }
        Matcher version = VERSION.matcher(match.strip());
        if (!version.matches()) {
            throw Problem.invalid(FieldProblem.of("If-Match", "if-match"));
        }
        return Long.valueOf(version.group(1));
    }

    /** Each part ends with a zero byte, which none of them contains: no two lists of parts have the same digest. */
    private static String digest(String... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                sha.update(part.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
