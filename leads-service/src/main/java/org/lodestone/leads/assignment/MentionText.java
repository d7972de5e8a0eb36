package org.lodestone.leads.assignment;

import java.util.Locale;
import org.lodestone.leads.assignment.Handover.Asked;
import org.lodestone.leads.directory.Directory;
import org.lodestone.leads.directory.Person;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a handover did beside the leads, in words. */
@Component
class MentionText {

    private final MessageSource messages;
    private final Directory directory;

    MentionText(MessageSource messages, Directory directory) {
        this.messages = messages;
        this.directory = directory;
    }

    String of(Mention mention, Asked asked, Locale locale) {
        String what = mention.kind() == Mention.Kind.STAND_IN ? name(mention.name()) : mention.name();
        Object[] arguments = {what, name(asked.to()), name(asked.from())};
        return messages.getMessage("handover." + mention.kind() + '.' + mention.outcome(), arguments, locale);
    }

    private String name(String person) {
        return directory.person(person).map(Person::name).orElse(person);
    }
}
