package org.lodestone.platform.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a request is about. Phones and e-mails identify; a name does so only together with the firm, or in a record that is about the person
 * anyway.
 *
 * @param firm as far as it is needed to tell the person from others of that name
 */
@Schema(name = "PersonAsked")
public record Person(
        List<String> phones,
        List<String> emails,
        List<String> names,
        @Nullable String firm) {

    public static Person of(
            @Nullable List<String> phones,
            @Nullable List<String> emails,
            @Nullable List<String> names,
            @Nullable String firm) {
        return new Person(
                clean(phones), clean(emails), clean(names), firm == null || firm.isBlank() ? null : firm.strip());
    }

    private static List<String> clean(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .distinct()
                        .toList();
    }

    public boolean identifies() {
        return !phones.isEmpty() || !emails.isEmpty() || !names.isEmpty() && firm != null;
    }

    public Stream<String> everything() {
        return Stream.of(phones, emails, names).flatMap(List::stream);
    }
}
