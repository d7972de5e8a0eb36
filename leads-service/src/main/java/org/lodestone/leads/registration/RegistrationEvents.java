package org.lodestone.leads.registration;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.Deadline;
import org.lodestone.contracts.RegistrationArbitrated;
import org.lodestone.contracts.RegistrationChanged;
import org.lodestone.contracts.RegistrationClashFound;
import org.lodestone.contracts.RegistrationDisputed;
import org.lodestone.contracts.RegistrationEvent;
import org.lodestone.contracts.RegistrationExpired;
import org.lodestone.contracts.RegistrationFacts;
import org.lodestone.contracts.RegistrationFacts.Credit;
import org.lodestone.contracts.RegistrationRenewed;
import org.lodestone.contracts.RegistrationTaken;
import org.lodestone.contracts.RegistrationTransferred;
import org.lodestone.leads.registration.Registration.Subject;
import org.lodestone.leads.registration.Standing.Ruling;
import org.lodestone.platform.aggregate.Command;

/** How a registration announces what happened: firms, zones, dates and shares, never why somebody thinks so. */
final class RegistrationEvents {

    /** The clock that foretells the end of a protection. */
    static final String EXPIRY = "registration-expiry";

    private RegistrationEvents() {}

    static RegistrationEvent taken(Registration now, Command command) {
        return new RegistrationTaken(facts(now, command), now.subject().further(), runs(now));
    }

    static RegistrationEvent renewed(Registration now, String cause, Command command) {
        return new RegistrationRenewed(facts(now, command), cause, runs(now));
    }

    static RegistrationEvent changed(Registration before, Registration now, Command command) {
        Subject was = before.subject();
        Subject is = now.subject();
        List<String> fields = Stream.of(
                        Objects.equals(was.firm(), is.firm()) ? null : "firm",
                        Objects.equals(was.uscc(), is.uscc()) ? null : "uscc",
                        Objects.equals(was.project(), is.project()) ? null : "project",
                        Objects.equals(before.park(), now.park()) ? null : "park")
                .filter(Objects::nonNull)
                .toList();
        return new RegistrationChanged(facts(now, command), fields, null);
    }

    static RegistrationEvent disputed(Registration now, String byZone, Command command) {
        return new RegistrationDisputed(facts(now, command), byZone, null);
    }

    static RegistrationEvent clashFound(Registration now, String with, Command command) {
        return new RegistrationClashFound(facts(now, command), with, null);
    }

    static RegistrationEvent arbitrated(Registration before, Registration now, Ruling ruling, Command command) {
        return new RegistrationArbitrated(
                facts(now, command), ruling.decision().name(), before.zone(), moved(before, now));
    }

    static RegistrationEvent transferred(Registration before, Registration now, Command command) {
        return new RegistrationTransferred(facts(now, command), before.zone(), runs(now));
    }

    static RegistrationEvent expired(Registration now, String cause, Command command) {
        return new RegistrationExpired(facts(now, command), cause, List.of(Deadline.met(EXPIRY, command.at())));
    }

    private static List<Deadline> runs(Registration now) {
        return List.of(Deadline.due(EXPIRY, now.term().until(), null));
    }

    private static @Nullable List<Deadline> moved(Registration before, Registration now) {
        return before.term().until().equals(now.term().until()) && before.zone().equals(now.zone()) ? null : runs(now);
    }

    private static RegistrationFacts facts(Registration now, Command command) {
        Subject subject = now.subject();
        return new RegistrationFacts(
                subject.firm(),
                subject.uscc(),
                subject.project(),
                subject.leadId(),
                now.zone(),
                now.standing().state().name(),
                now.term().on(),
                now.term().until(),
                now.standing().credit().stream()
                        .map(share -> new Credit(share.zone(), share.percent()))
                        .toList(),
                command.by());
    }
}
