package org.lodestone.platform.web;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A refusal as RFC 9457 has it: {@code type} is {@code /problems/<slug>}, the words are the messages {@code problem.<slug>.title} and
 * {@code problem.<slug>.detail} of the bundles. Each feature has its own, most often sealed, subclass; the common ones are made here.
 */
public abstract class Problem extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    private final String slug;

    protected Problem(HttpStatus status, String slug, Object... arguments) {
        super(status, typed(status, slug), null, "problem." + slug + ".detail", arguments);
        this.slug = slug;
    }

    private static ProblemDetail typed(HttpStatus status, String slug) {
        ProblemDetail body = ProblemDetail.forStatus(status);
        body.setType(URI.create("/problems/" + slug));
        return body;
    }

    public String slug() {
        return slug;
    }

    @Override
    public String getTitleMessageCode() {
        return "problem." + slug + ".title";
    }

    /** Adds an extension member; {@link Localised} values, also in lists, are put into words when answered. */
    protected final void put(String member, @Nullable Object value) {
        getBody().setProperty(member, value);
    }

    /** A refusal that only one place raises and nobody distinguishes by type. */
    public static Problem of(HttpStatus status, String slug, Object... arguments) {
        return new Plain(status, slug, arguments);
    }

    public static Problem invalid(FieldProblem... problems) {
        return new ValidationProblem(List.of(problems));
    }

    public static Problem unauthorized() {
        return of(HttpStatus.UNAUTHORIZED, "unauthorized");
    }

    public static Problem forbidden() {
        return of(HttpStatus.FORBIDDEN, "forbidden");
    }

    public static Problem zoneNotYours(String zone) {
        return of(HttpStatus.FORBIDDEN, "zone-not-yours", zone);
    }

    public static Problem notFound() {
        return of(HttpStatus.NOT_FOUND, "not-found");
    }

    public static Problem gone() {
        return of(HttpStatus.GONE, "gone");
    }

    public static Problem busy() {
        return retryable(HttpStatus.CONFLICT, "busy", 1);
    }

    /** @param current what the caller would read now */
    public static Problem preconditionFailed(Object current, long version) {
        Problem problem = of(HttpStatus.PRECONDITION_FAILED, "precondition-failed");
        problem.put("current", current);
        problem.getHeaders().setETag("\"" + version + "\"");
        return problem;
    }

    public static Problem preconditionRequired() {
        return of(HttpStatus.PRECONDITION_REQUIRED, "precondition-required");
    }

    public static Problem idempotencyKeyReused() {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
    }

    /** @param unmet all of them, at once */
    public static Problem gateNotMet(String to, Collection<? extends Localised> unmet) {
        Problem problem = of(HttpStatus.UNPROCESSABLE_CONTENT, "gate-not-met", to);
        problem.put("unmet", List.copyOf(unmet));
        return problem;
    }

    public static Problem transitionNotAllowed(String from, String to, Collection<String> allowed) {
        Problem problem = of(HttpStatus.CONFLICT, "transition-not-allowed", from, to);
        problem.put("allowed", List.copyOf(allowed));
        return problem;
    }

    public static Problem tooLarge(long bytes) {
        return of(HttpStatus.CONTENT_TOO_LARGE, "too-large", bytes);
    }

    public static Problem unavailable(long retryAfterSeconds) {
        return retryable(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", retryAfterSeconds);
    }

    private static Problem retryable(HttpStatus status, String slug, long seconds) {
        Problem problem = of(status, slug);
        problem.getHeaders().set("Retry-After", Long.toString(seconds));
        return problem;
    }

    private static final class Plain extends Problem {

        private static final long serialVersionUID = 1L;

        Plain(HttpStatus status, String slug, Object... arguments) {
            super(status, slug, arguments);
        }
    }
}
