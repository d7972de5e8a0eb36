package org.lodestone.notifications.deadline;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.lodestone.notifications.alert.Wording;
import org.lodestone.notifications.deadline.DeadlineAlerts.Told;
import org.lodestone.notifications.deadline.Watched.About;
import org.lodestone.notifications.deadline.Watched.People;
import org.lodestone.notifications.directory.Directory;
import org.lodestone.notifications.directory.Person;
import org.lodestone.notifications.inbox.Notification.Words;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.stereotype.Component;

/** What is said of a limit that passed, in the time of its zone. */
@Component
class DeadlineWording {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Wording wording;
    private final Directory directory;
    private final BusinessClock clock;

    DeadlineWording(Wording wording, Directory directory, BusinessClock clock) {
        this.wording = wording;
        this.directory = directory;
        this.clock = clock;
    }

    Words of(Told told, Locale language) {
        About about = told.watched().state().about();
        // A limit of a zone's own template has the words of limits, and is called by its code.
        String limit = about.isProject() ? "project-limit-late" : "limit-late";
        String rule = wording.knows(told.rule().name() + ".title") ? told.rule().name() : limit;
        Object[] arguments = {
            about.name(),
            wording.code(told.reminder().light().name(), language),
            shown(told.due().dueAt().atZone(clock.timeOf(about.zone()))),
            owner(told.lead().state().about(), language),
            directory.zone(other(told.reminder().kind()), language),
            told.reminder().kind()
        };
        return new Words(
                wording.say(language, rule + ".title", arguments), wording.say(language, rule + ".body", arguments));
    }

    /** A day that is kept to its end ends at 24:00, and not when the next one begins. */
    static String shown(ZonedDateTime at) {
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? at.toLocalDate().minusDays(1) + " 24:00"
                : MINUTES.format(at);
    }

    private String owner(About about, Locale language) {
        People people = about.people();
        String owner = people == null ? null : people.owner();
        return owner == null
                ? wording.code(about.isProject() ? "NOBODY" : "POOL", language)
                : directory.person(owner).map(Person::name).orElse(owner);
    }

    /** Behind the colon stands the zone of the other side. */
    private static String other(String kind) {
        return kind.substring(kind.indexOf(':') + 1);
    }
}
