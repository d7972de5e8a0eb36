package org.lodestone.platform.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A problem in somebody's language. */
public final class ProblemText {

    private final MessageSource messages;

    public ProblemText(MessageSource messages) {
        this.messages = messages;
    }

    /** Its members in their usual order; absent ones left out. */
    public Map<String, @Nullable Object> of(Problem problem, Locale locale) {
        ProblemDetail detail = problem.getBody();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("type", String.valueOf(detail.getType()));
        body.put("title", words(problem.getTitleMessageCode(), null, reason(problem), locale));
        body.put("status", detail.getStatus());
        body.put(
                "detail",
                words(problem.getDetailMessageCode(), problem.getDetailMessageArguments(), detail.getDetail(), locale));
        if (detail.getProperties() != null) {
            detail.getProperties().forEach((member, value) -> body.put(member, said(value, locale)));
        }
        body.values().removeIf(value -> value == null);
        return body;
    }

    private @Nullable Object said(@Nullable Object value, Locale locale) {
        return switch (value) {
            case Localised words -> words.in(locale, messages);
            case Collection<?> items ->
                items.stream().map(item -> said(item, locale)).toList();
            case null -> null;
            case Object plain -> plain;
        };
    }

    private @Nullable String words(
            String code, Object @Nullable [] arguments, @Nullable String otherwise, Locale locale) {
        return messages.getMessage(code, arguments, otherwise, locale);
    }

    private static String reason(Problem problem) {
        HttpStatus status = HttpStatus.resolve(problem.getStatusCode().value());
        return status == null ? problem.getStatusCode().toString() : status.getReasonPhrase();
    }
}
