package org.lodestone.platform.web;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The one place where an error becomes an answer: a problem in the caller's language, without a stack trace or the name of a class. */
public final class ProblemHandler implements WebExceptionHandler, Ordered {

    /** Before the error page of Spring Boot, which is at -1. */
    private static final int BEFORE_BOOT = -2;

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final ProblemText text;
    private final JsonMapper json;

    public ProblemHandler(MessageSource messages, JsonMapper json) {
        this.text = new ProblemText(messages);
        this.json = json;
    }

    @Override
    public int getOrder() {
        return BEFORE_BOOT;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        return write(exchange, ForeignErrors.translate(error), error);
    }

    /** Answers with the problem. */
    public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        return write(exchange, problem, problem);
    }

    private Mono<Void> write(ServerWebExchange exchange, Problem problem, Throwable cause) {
        String traceId = traceId(exchange);
        if (problem.getStatusCode().value() == HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            log.error("Answered 500, trace {}", traceId, cause);
        } else if (problem.getStatusCode().is5xxServerError()) {
            log.warn("Answered {}, trace {}: {}", problem.getStatusCode().value(), traceId, cause.toString());
        }
        Locale locale =
                Optional.ofNullable(exchange.getLocaleContext().getLocale()).orElse(Locale.SIMPLIFIED_CHINESE);
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(problem.getStatusCode());
        HttpHeaders headers = response.getHeaders();
        problem.getHeaders().forEach(headers::put);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLanguage(locale);
        headers.setCacheControl("no-store");
        byte[] body = json.writeValueAsBytes(body(exchange, problem, locale, traceId));
        if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
            return response.setComplete();
        }
        headers.setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private Map<String, @Nullable Object> body(
            ServerWebExchange exchange, Problem problem, Locale locale, String traceId) {
        Map<String, @Nullable Object> body = text.of(problem, locale);
        body.putIfAbsent("instance", URI.create(exchange.getRequest().getPath().value()));
        body.putIfAbsent("traceId", traceId);
        return body;
    }

    /** Of the request's own span, else of the caller's, else a new one: there is always something to search the logs for. */
    private static String traceId(ServerWebExchange exchange) {
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(context -> (@Nullable TracingContext) context.get(TracingContext.class))
                .map(context -> (@Nullable Span) context.getSpan())
                .map(span -> span.context().traceId())
                .filter(id -> !id.isEmpty())
                .orElseGet(() -> callersTraceId(exchange));
    }

    private static String callersTraceId(ServerWebExchange exchange) {
        String traceparent = exchange.getRequest().getHeaders().getFirst("traceparent");
        Matcher matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        return matcher.matches()
                ? matcher.group(1)
                : UUID.randomUUID().toString().replace("-", "");
    }
}
