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

    /** 429 with {@code Retry-After} when it was too often. */
    void take(String person) {
        ConsumptionProbe probe = buckets.get(person, _ -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            Problem problem = Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests");
            // Rounded up: who waits as long as told must not be refused again.
            long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill() + 999_999_999L);
            problem.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            throw problem;
        }
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(AN_HOUR).refillGreedy(AN_HOUR, Duration.ofHours(1)))
                .build();
    }
}
