package org.lodestone.projects.directory;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lodestone.contracts.CalendarChanged;
import org.lodestone.contracts.PersonChanged;
import org.lodestone.contracts.ZoneChanged;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.time.WorkingCalendar;
import org.lodestone.platform.time.WorkingHours;
import org.lodestone.platform.time.WorkingTime;
import org.springframework.stereotype.Component;

/** Zones, people and working days as last announced; a zone not announced yet is taken for an ordinary development zone. */
@Component
public class Directory {

    private static final String ORDINARY = "cn-development-zone";

    private final Map<String, ZoneChanged> zones = new ConcurrentHashMap<>();
    private final Map<String, PersonChanged> people = new ConcurrentHashMap<>();
    private volatile WorkingCalendar calendar = WorkingCalendar.unknown();

    /** The name its pipelines begin with. */
    public String templateOf(String zone) {
        ZoneChanged known = zones.get(zone);
        return known == null ? ORDINARY : known.template();
    }

    public ZoneId timeOf(String zone) {
        ZoneChanged known = zones.get(zone);
        return known == null ? BusinessClock.CHINA : ZoneId.of(known.timeZone());
    }

    /** By ordinary hours: the stages of projects are limited in days so far. */
    public WorkingTime workingTime(String zone) {
        return new WorkingTime(calendar, WorkingHours.ORDINARY, timeOf(zone));
    }

    /** Whether nobody of that name works in the zone. While no person was announced at all, nobody is a stranger. */
    public boolean isStranger(String id, String zone) {
        PersonChanged person = people.get(id);
        boolean worksHere = person != null
                && (person.zones().contains(Scope.EVERY_ZONE) || person.zones().contains(zone));
        return !people.isEmpty() && !worksHere;
    }

    void learn(PersonChanged person) {
        people.put(person.id(), person);
    }

    void learn(ZoneChanged zone) {
        zones.put(zone.zone(), zone);
    }

    synchronized void learn(CalendarChanged year) {
        calendar = calendar.with(new WorkingCalendar.Year(
                year.year(), new HashSet<>(year.holidays()), new HashSet<>(year.workdays()), year.provisional()));
    }
}
