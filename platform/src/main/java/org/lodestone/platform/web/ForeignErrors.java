package org.lodestone.platform.web;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.search.IndexUnavailableException;
import org.lodestone.platform.search.InvalidSearchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;

/** What Spring, the drivers and the rest of the world throw, as problems. */
public final class ForeignErrors {

    /** Seconds after which a lost dependency is worth asking again. */
    private static final int RETRY_SECONDS = 5;

    /** The names of the constraints of Bean Validation, as codes of ours. */
    private static final Map<String, String> CONSTRAINTS = Map.of(
            "NotNull", "required",
            "NotBlank", "required",
            "NotEmpty", "required",
            "Size", "size",
            "Min", "range",
            "Max", "range",
            "PastOrPresent", "future",
            "Past", "future");

    private static final Map<Integer, String> SLUGS = Map.of(
            401, "unauthorized",
            403, "forbidden",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            409, "conflict",
            413, "too-large",
            415, "unsupported-media-type",
            429, "too-many-requests");

    private ForeignErrors() {}

    public static Problem translate(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, ForeignErrors::causeOf)
                .limit(10)
                .map(ForeignErrors::known)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal"));
    }

    @SuppressWarnings("NullAway") // The end of the chain, which iterate asks about before it hands it on.
    private static Throwable causeOf(Throwable error) {
        return error.getCause();
    }

    private static Optional<Problem> known(Throwable error) {
        return Optional.ofNullable(
                switch (error) {
                    case Problem problem -> problem;
                    case WebExchangeBindException e ->
                        new ValidationProblem(e.getAllErrors().stream()
                                .map(ForeignErrors::field)
                                .toList());
                    case HandlerMethodValidationException e -> new ValidationProblem(parameters(e));
                    case MissingRequestValueException e -> Problem.invalid(FieldProblem.of(e.getName(), "required"));
                    case ServerWebInputException e -> input(e);
                    case DecodingException e ->
                        toldFurtherDown(e) ? null : Problem.invalid(FieldProblem.of("", "body"));
                    case ResponseStatusException e -> status(e.getStatusCode().value());
                    case DataBufferLimitException _ -> Problem.tooLarge(RequestLimits.BODY_BYTES);
                    case InvalidSearchException e -> Problem.invalid(FieldProblem.of(e.parameter(), "parameter"));
                    case IndexUnavailableException _ -> Problem.unavailable(RETRY_SECONDS);
                    case AccessDeniedException _ -> Problem.forbidden();
                    case AuthenticationServiceException _ -> Problem.unavailable(RETRY_SECONDS);
                    case AuthenticationException _ -> Problem.unauthorized();
                    case JwtDecoderInitializationException _ -> Problem.unavailable(RETRY_SECONDS);
                    case TimeoutException _ -> Problem.unavailable(RETRY_SECONDS);
                    case Throwable other when isDatabaseAway(other) -> Problem.unavailable(RETRY_SECONDS);
                    case Throwable _ -> null;
                });
    }

    private static boolean isDatabaseAway(Throwable error) {
        return error instanceof MongoTimeoutException
                || error instanceof MongoSocketException
                || error instanceof MongoOperationTimeoutException
                || error instanceof MongoExecutionTimeoutException
                || error instanceof MongoNotPrimaryException
                || error instanceof MongoNodeIsRecoveringException
                || error instanceof MongoConnectionPoolClearedException;
    }

    private static Problem status(int status) {
        if (status == HttpStatus.CONTENT_TOO_LARGE.value()) {
            return Problem.tooLarge(RequestLimits.BODY_BYTES);
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            return Problem.unavailable(RETRY_SECONDS);
        }
        HttpStatus known = HttpStatus.resolve(status);
        String slug = SLUGS.get(status);
        if (known == null || known.is5xxServerError()) {
            return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal");
        }
        return Problem.of(known, slug == null ? "refused" : slug);
    }

    /** A body that could not be read has said why itself, further down; what is left is a parameter of another type, or no body. */
    private static @Nullable Problem input(ServerWebInputException e) {
        if (toldFurtherDown(e)) {
            return null;
        }
        MethodParameter parameter = e.getMethodParameter();
        return Problem.invalid(
                parameter == null || parameter.hasParameterAnnotation(RequestBody.class)
                        ? FieldProblem.of("", "body")
                        : FieldProblem.of(String.valueOf(parameter.getParameterName()), "parameter"));
    }

    private static boolean toldFurtherDown(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, ForeignErrors::causeOf)
                .limit(10)
                .anyMatch(cause -> cause instanceof Problem || cause instanceof DataBufferLimitException);
    }

    private static List<FieldProblem> parameters(HandlerMethodValidationException e) {
        return e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldProblem(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                code(error),
                                String.valueOf(error.getDefaultMessage()))))
                .toList();
    }

    private static FieldProblem field(ObjectError error) {
        String field = error instanceof FieldError named ? named.getField() : "";
        return new FieldProblem(field, code(error), String.valueOf(error.getDefaultMessage()));
    }

    private static String code(MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        String constraint = codes == null || codes.length == 0 ? "" : codes[codes.length - 1];
        return CONSTRAINTS.getOrDefault(constraint, "invalid");
    }
}
