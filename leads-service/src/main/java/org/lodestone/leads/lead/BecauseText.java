package org.lodestone.leads.lead;

import java.util.Locale;
import java.util.Objects;
import org.lodestone.leads.directory.Directory;
import org.lodestone.leads.directory.Person;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Why somebody has a lead, in words. */
@Component
class BecauseText {

    private final MessageSource messages;
    private final Directory directory;

    BecauseText(MessageSource messages, Directory directory) {
        this.messages = messages;
        this.directory = directory;
    }

    String of(Because because, Locale locale) {
        String text = say(
                "assignment.because." + because.code(),
                locale,
                name(because.by()),
                Objects.requireNonNullElse(because.ruleName(), ""));
        return because.insteadOf() == null
                ? text
                : text + say("assignment.because.instead", locale, name(because.insteadOf()));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private String name(String person) {
        return directory.person(person).map(Person::name).orElse(person);
    }
}
