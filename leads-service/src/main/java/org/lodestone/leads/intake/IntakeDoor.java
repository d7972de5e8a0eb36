package org.lodestone.leads.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Who may hand something in, and how much. An unknown source, a revoked one, a wrong key and a wrong site are refused in the same words.
 * Limits are counted by each instance for itself.
 */
@Component
class IntakeDoor {

    static final String KEY = "X-Intake-Key";
    /** Set by the gateway, which overwrites what a client claims. */
    static final String CLIENT = "X-Client-Address";

    private static final int PER_ADDRESS = 60;
    private static final int ADDRESSES = 50_000;

    private final ProcessStore<IntakeSource> sources;
    private final BusinessClock clock;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(ADDRESSES)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    IntakeDoor(ProcessStore<IntakeSource> sources, BusinessClock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** @param key of the header, or of a plain form's hidden field */
    Mono<IntakeSource> enter(String id, @Nullable String key, ServerHttpRequest request) {
        return Mono.defer(() -> {
            take("address:" + address(request), PER_ADDRESS, Duration.ofMinutes(1));
            return open(id).filter(source -> isLetIn(source, key, request))
                    .switchIfEmpty(Mono.error(Problem::unauthorized))
                    .doOnNext(source -> take("source:" + id, source.perHour(), Duration.ofHours(1)));
        });
    }

    /** A source that is not revoked. */
    Mono<IntakeSource> open(String id) {
        return sources.find(id).filter(source -> !source.finished());
    }

    /** What stands in a page is no secret: there the site is checked, which a browser names truly. */
    private boolean isLetIn(IntakeSource source, @Nullable String key, ServerHttpRequest request) {
        return switch (source.kind()) {
            case SERVER -> source.accepts(key, clock.now());
            case FORM -> isOurs(request) || (mayFrame(source, request) && source.accepts(key, clock.now()));
        };
    }

    private static boolean mayFrame(IntakeSource source, ServerHttpRequest request) {
        String origin = request.getHeaders().getOrigin();
        return origin != null && source.origins().contains(origin);
    }

    /** Sent by the page that this service itself serves. */
    private static boolean isOurs(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        String origin = headers.getOrigin();
        if ("same-origin".equals(headers.getFirst("Sec-Fetch-Site"))) {
            return true;
        }
        String host = headers.getFirst(HttpHeaders.HOST);
        return origin != null && host != null && origin.startsWith("http") && host.equals(authority(origin));
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getRawAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void take(String who, int most, Duration span) {
        Bucket bucket = buckets.get(
                who + ":" + most,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, span))
                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            Problem problem = Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests");
            long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
            problem.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            throw problem;
        }
    }

    private static String address(ServerHttpRequest request) {
        String told = request.getHeaders().getFirst(CLIENT);
        InetSocketAddress remote = request.getRemoteAddress();
        return told != null ? told : remote == null ? "unknown" : remote.getHostString();
    }
}
