package org.lodestone.leads.registration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.registration.Registration.Subject;
import org.lodestone.leads.registration.Registration.Term;
import org.lodestone.leads.settings.ZoneSettingsBook;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.stereotype.Component;

/** For how long a zone protects, and what a registration of a lead would be. */
@Component
class Terms {

    private final BusinessClock clock;
    private final ZoneSettingsBook settings;

    Terms(BusinessClock clock, ZoneSettingsBook settings) {
        this.clock = clock;
        this.settings = settings;
    }

    Instant now() {
        return clock.now();
    }

    /** Protected until then by what was done at a moment. */
    Instant until(String zone, Instant done) {
        return done.plus(Duration.ofDays(settings.of(zone).registrationDays()));
    }

    /** The registration this lead would have if it were taken now. */
    Registration of(String id, Lead lead, boolean further, Command command) {
        LocalDate on = LocalDate.ofInstant(command.at(), clock.timeOf(lead.zone()));
        Term term = new Term(on, command.at(), until(lead.zone(), command.at()), command.key());
        return Registration.first(id, lead.zone(), lead.park(), subject(lead, further), term);
    }

    static Subject subject(Lead lead, boolean further) {
        var investor = lead.profile().investor();
        return new Subject(
                lead.id(),
                lead.number(),
                investor == null || investor.name() == null ? lead.profile().name() : investor.name(),
                investor == null ? null : investor.uscc(),
                lead.profile().name(),
                further);
    }

    /** When something was last done about a lead: a follow-up or a move. A lead that was given up or went away earns no more time. */
    static @Nullable Instant progressedAt(Lead lead) {
        if (lead.progress().lost() != null
                || lead.progress().merged() != null
                || lead.trace().to() != null) {
            return null;
        }
        return Stream.of(lead.care().lastFollowUpAt(), lead.progress().since())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
