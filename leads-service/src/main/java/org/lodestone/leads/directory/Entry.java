package org.lodestone.leads.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.CalendarChanged;
import org.lodestone.contracts.ChainChanged;
import org.lodestone.contracts.DirectoryEvent;
import org.lodestone.contracts.ParkChanged;
import org.lodestone.contracts.PersonAbsencesChanged;
import org.lodestone.contracts.PersonChanged;
import org.lodestone.contracts.ZoneChanged;
import org.lodestone.platform.aggregate.Aggregate;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.aggregate.Decision.Line;
import org.lodestone.platform.security.Scope;

/**
 * One entry of the directory: exactly one of its parts is present, since documents know no sealed types. Its id is its key in the
 * compacted topic, e.g. {@code person:officer.yuanqu}.
 */
public record Entry(
        String id,
        long version,
        String zone,
        @Nullable Zone development,
        @Nullable Park site,
        @Nullable Person person,
        @Nullable Chain chain,
        @Nullable WorkingYear year,
        @Nullable Away away)
        implements Aggregate {

    static Entry of(Zone zone) {
        return new Entry("zone:" + zone.id(), 0, zone.id(), zone, null, null, null, null, null);
    }

    static Entry of(Park park) {
        return new Entry("park:" + park.id(), 0, park.zone(), null, park, null, null, null, null);
    }

    static Entry of(Person person) {
        String zone =
                person.reach().isEmpty() ? Scope.EVERY_ZONE : person.reach().getFirst();
        return new Entry("person:" + person.login(), 0, zone, null, null, person, null, null, null);
    }

    static Entry of(Chain chain) {
        return new Entry("chain:" + chain.id(), 0, Scope.EVERY_ZONE, null, null, null, chain, null, null);
    }

    static Entry of(WorkingYear year) {
        return new Entry("calendar:" + year.number(), 0, Scope.EVERY_ZONE, null, null, null, null, year, null);
    }

    static Entry of(Away away, String zone) {
        return new Entry(idOfAway(away.person()), 0, zone, null, null, null, null, null, away);
    }

    static String idOfAway(String person) {
        return "away:" + person;
    }

    Away isAway() {
        return java.util.Objects.requireNonNull(away, "an entry has one part");
    }

    /** As another instance announced it. */
    static Entry heard(long version, DirectoryEvent event) {
        Entry entry = switch (event) {
            case ZoneChanged e -> of(new Zone(e.zone(), e.name(), e.nameEn(), e.timeZone(), e.template()));
            case ParkChanged e -> of(new Park(e.id(), e.zone(), e.name(), e.nameEn()));
            case ChainChanged e -> of(new Chain(e.id(), e.name(), e.nameEn()));
            case CalendarChanged e -> of(new WorkingYear(e.year(), e.holidays(), e.workdays(), e.provisional()));
            case PersonAbsencesChanged e -> of(Away.of(e), e.zone());
            case PersonChanged e ->
                of(new Person(
                        e.id(),
                        e.name(),
                        e.roles(),
                        e.zones(),
                        e.parks(),
                        e.department(),
                        e.head(),
                        e.supervisor(),
                        e.email(),
                        e.phone()));
        };
        return new Entry(
                entry.id,
                version,
                entry.zone,
                entry.development,
                entry.site,
                entry.person,
                entry.chain,
                entry.year,
                entry.away);
    }

    /** An entry belongs to its zone, not to one of the zone's parks. */
    @Override
    public @Nullable String park() {
        return null;
    }

    Decision<Entry> announced(String kind) {
        return new Decision<>(this, event(), Line.of(kind));
    }

    private DirectoryEvent event() {
        if (development != null) {
            return new ZoneChanged(
                    development.id(),
                    development.name(),
                    development.nameEn(),
                    development.timeZone(),
                    development.template());
        }
        if (site != null) {
            return new ParkChanged(site.id(), site.zone(), site.name(), site.nameEn());
        }
        if (chain != null) {
            return new ChainChanged(chain.id(), zone, chain.name(), chain.nameEn());
        }
        if (year != null) {
            return new CalendarChanged(year.number(), zone, year.holidays(), year.workdays(), year.provisional());
        }
        if (away != null) {
            return away.event(zone);
        }
        return event(java.util.Objects.requireNonNull(person, "an entry has one part"));
    }

    private DirectoryEvent event(Person who) {
        return new PersonChanged(
                who.login(),
                zone,
                who.name() == null ? who.login() : who.name(),
                who.roles() == null ? List.of() : who.roles(),
                who.reach(),
                who.parks(),
                who.department(),
                who.head(),
                who.supervisor(),
                who.email(),
                who.phone());
    }
}
