package org.lodestone.platform.bulk;

import java.time.Duration;
import org.lodestone.platform.web.ForeignErrors;
import org.lodestone.platform.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * An error nobody foresaw is tried again a few times and then is the row's result, with a reason: one row must not hold up a job for ever.
 * What is only away, a database or an index, is no such error and is waited for without limit.
 */
final class Unexpected {

    static final String SLUG = "row-failed";

    private static final Logger LOG = LoggerFactory.getLogger(Unexpected.class);
    private static final Retry A_FEW_TIMES =
            Retry.backoff(4, Duration.ofMillis(200)).filter(Unexpected::isOne);

    private Unexpected() {}

    static <T> Mono<T> limited(BulkJob job, BulkRow row, Mono<T> work) {
        return work.retryWhen(A_FEW_TIMES).onErrorMap(Exceptions::isRetryExhausted, exhausted -> {
            LOG.error("Row {} of bulk job {} has failed for good", row.id(), job.id(), exhausted.getCause());
            return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, SLUG);
        });
    }

    private static boolean isOne(Throwable error) {
        return error instanceof Exception
                && ForeignErrors.translate(error).getStatusCode().isSameCodeAs(HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
