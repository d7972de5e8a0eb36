package org.lodestone.leads.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/**
 * Something to be said in the reader's language.
 *
 * @param code message {@code assessment.<code>} of the bundles
 * @param arguments texts, figures, sentences, or lists of them
 */
record Sentence(String code, List<Object> arguments) {

    static Sentence of(String code, Object... arguments) {
        return new Sentence(code, List.of(arguments));
    }

    String in(Locale locale, MessageSource messages) {
        Object[] said =
                arguments.stream().map(value -> said(value, locale, messages)).toArray();
        return messages.getMessage("assessment." + code, said, locale);
    }

    private static String said(Object value, Locale locale, MessageSource messages) {
        return switch (value) {
            case Sentence sentence -> sentence.in(locale, messages);
            case List<?> items ->
                items.stream()
                        .map(item -> said(item, locale, messages))
                        .collect(Collectors.joining(messages.getMessage("assessment.and", null, locale)));
            case BigDecimal figure -> figure.stripTrailingZeros().toPlainString();
            case Object plain -> String.valueOf(plain);
        };
    }
}
