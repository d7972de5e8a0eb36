package org.lodestone.leads.duplicate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.lodestone.platform.web.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How often a person may ask: enough to capture all day, too little to try out whole lists of firms. */
@Component
class CheckLimit {

    static final int AN_HOUR = 60;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    private final Cache<Look, Boolean> looks = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    /** What one person looked at. */
    private record Look(String person, String firm) {}

    /** 429 with {@code Retry-After} when it was too often. */
    void take(String person) {
        long seconds = takeOne(person);
        if (seconds > 0) {
            Problem problem = Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests");
            problem.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            throw problem;
        }
    }

    /**
     * Of a lead that is looked at: the same firm again within the hour costs nothing, another one a check.
     *
     * @return seconds to wait; 0 for who need not
     */
    long look(String person, String firm) {
        Look look = new Look(person, firm);
        if (looks.getIfPresent(look) != null) {
            return 0;
        }
        long seconds = takeOne(person);
        if (seconds == 0) {
            looks.put(look, true);
        }
        return seconds;
    }

    /** Rounded up: who waits as long as told must not be refused again. */
    private long takeOne(String person) {
        ConsumptionProbe probe = buckets.get(person, _ -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill() + 999_999_999L));
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(AN_HOUR).refillGreedy(AN_HOUR, Duration.ofHours(1)))
                .build();
    }
}
