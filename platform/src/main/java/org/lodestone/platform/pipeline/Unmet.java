package org.lodestone.platform.pipeline;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.web.Localised;
import org.springframework.context.MessageSource;

/**
 * Something a gate asks for and that is not there.
 *
 * @param requirement its name in the template
 * @param field dotted path of the field that would meet it; absent if it is not one field
 */
public record Unmet(String requirement, @Nullable String field, Text message) implements Localised {

    /** As answers show it. */
    public record Shown(String requirement, @Nullable String field, String message) {}

    public Shown in(Locale locale) {
        return new Shown(requirement, field, message.in(locale));
    }

    @Override
    public Object in(Locale locale, MessageSource messages) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("requirement", requirement);
        if (field != null) {
            shown.put("field", field);
        }
        shown.put("message", message.in(locale));
        return shown;
    }
}
