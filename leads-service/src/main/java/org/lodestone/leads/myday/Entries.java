package org.lodestone.leads.myday;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.lodestone.leads.lead.Care.Due;
import org.lodestone.leads.lead.Clocks;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadDesk;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Leads as entries of a calendar (RFC 5545): names of leads and what is due, never people or what was said. */
@Component
class Entries {

    /** An entry ends when it is due. */
    private static final Duration LENGTH = Duration.ofMinutes(30);

    /** Dates that were promised, and not hours. */
    private static final Set<String> DAYS = Set.of(Clocks.NEXT_ACTION, Clocks.REVISIT);

    private final MessageSource messages;
    private final LeadDesk desk;
    private final BusinessClock clock;

    Entries(MessageSource messages, LeadDesk desk, BusinessClock clock) {
        this.messages = messages;
        this.desk = desk;
        this.clock = clock;
    }

    String text(List<Lead> leads, ZoneId time, Locale locale) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Lodestone//My day//" + locale.getLanguage().toUpperCase(Locale.ROOT)));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", messages.getMessage("calendar.name", null, locale)));
        calendar.add(new XProperty("X-PUBLISHED-TTL", "PT1H"));
        Optional.ofNullable(
                        TimeZoneRegistryFactory.getInstance().createRegistry().getTimeZone(time.getId()))
                .ifPresent(zone -> calendar.add(zone.getVTimeZone()));
        for (Lead lead : leads) {
            lead.care().dues().forEach(due -> calendar.add(entry(lead, due, time, locale)));
            lead.waitAt(clock.now())
                    .ifPresent(wait -> calendar.add(timed(lead, "waiting", wait.until(), time, locale)));
        }
        return written(calendar);
    }

    private VEvent entry(Lead lead, Due due, ZoneId time, Locale locale) {
        if (!DAYS.contains(due.kind())) {
            return timed(lead, due.kind(), due.dueAt(), time, locale);
        }
        LocalDate day = desk.rules(lead.zone()).dayOf(lead, due);
        return named(new VEvent(day, day.plusDays(1), title(lead, due.kind(), locale)), lead, due.kind());
    }

    private VEvent timed(Lead lead, String kind, Instant at, ZoneId time, Locale locale) {
        return named(new VEvent(at.minus(LENGTH).atZone(time), at.atZone(time), title(lead, kind, locale)), lead, kind);
    }

    /** The same entry each time, so that a program replaces it instead of adding another. */
    private static VEvent named(VEvent event, Lead lead, String kind) {
        event.removeAll("DTSTAMP");
        event.add(new DtStamp(lead.trace().updatedAt()));
        event.add(new Sequence(Math.toIntExact(lead.version())));
        event.add(new Uid(lead.id() + '.' + kind + "@lodestone"));
        return event;
    }

    /** A clock that only a zone's own template knows is simply due. */
    private String title(Lead lead, String kind, Locale locale) {
        String other = messages.getMessage("calendar.due.other", null, locale);
        String what = messages.getMessage("calendar.due." + kind, null, other, locale);
        return what + " · " + lead.profile().name() + " (" + lead.number() + ')';
    }

    private static String written(Calendar calendar) {
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter().output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Folding.of(text.toString());
    }
}
