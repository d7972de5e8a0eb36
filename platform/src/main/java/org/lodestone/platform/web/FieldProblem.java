package org.lodestone.platform.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * What is wrong with one field of a request.
 *
 * @param field dotted path, e.g. {@code investor.name} or {@code contacts[0].phone}; the parameter's name for a query parameter
 * @param code stable, e.g. {@code required}; the words are the message {@code field.<code>} of the bundles
 * @param message used where the bundles have no such message
 */
public record FieldProblem(
        String field, String code, @Nullable String message, List<Object> arguments) implements Localised {

    public FieldProblem(String field, String code, String message) {
        this(field, code, message, List.of());
    }

    public static FieldProblem of(String field, String code, Object... arguments) {
        return new FieldProblem(field, code, null, List.of(arguments));
    }

    @Override
    public Object in(Locale locale, MessageSource messages) {
        String words = messages.getMessage("field." + code, arguments.toArray(), message, locale);
        return Map.of("field", field, "code", code, "message", words == null ? code : words);
    }
}
