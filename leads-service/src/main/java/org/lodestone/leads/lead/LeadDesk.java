package org.lodestone.leads.lead;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.directory.Directory;
import org.lodestone.leads.directory.Person;
import org.lodestone.leads.directory.Zone;
import org.lodestone.leads.settings.ZoneSettings;
import org.lodestone.leads.settings.ZoneSettingsBook;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Counters;
import org.lodestone.platform.pipeline.PipelineTemplate;
import org.lodestone.platform.pipeline.PipelineTemplates;
import org.lodestone.platform.pipeline.State;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.WorkingTime;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import org.lodestone.platform.web.ValidationProblem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a zone's front desk knows: its rules, its people, and the next number. */
@Component
public class LeadDesk {

    private static final String KIND = "lead";

    private final Directory directory;
    private final PipelineTemplates templates;
    private final Counters counters;
    private final ZoneSettingsBook settings;
    /** Every write and every row of a list asks, and what they rest on seldom changes. */
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    LeadDesk(Directory directory, PipelineTemplates templates, Counters counters, ZoneSettingsBook settings) {
        this.settings = settings;
        this.directory = directory;
        this.templates = templates;
        this.counters = counters;
    }

    /** @throws IllegalArgumentException for a zone that the directory does not know */
    PipelineTemplate template(String id) {
        return template(directory.zone(id).orElseThrow(() -> new IllegalArgumentException("No zone " + id)));
    }

    private PipelineTemplate template(Zone zone) {
        return templates.template(zone.template() + "-leads");
    }

    /** Of every template, in their order. */
    public List<String> states() {
        return templates.all().stream()
                .flatMap(template -> template.states().stream())
                .map(State::code)
                .distinct()
                .toList();
    }

    /** @throws IllegalArgumentException for a zone that the directory does not know: leads are only captured in known ones */
    public ZoneRules rules(String id) {
        // Before anything is read: a change in between makes the next one look again.
        long edition = directory.edition();
        ZoneSettings present = settings.of(id);
        Known before = known.get(id);
        if (before != null && before.edition() == edition && before.settings() == present.version()) {
            return before.rules();
        }
        ZoneRules rules = rules(id, present);
        known.put(id, new Known(edition, present.version(), rules));
        return rules;
    }

    private record Known(long edition, long settings, ZoneRules rules) {}

    private ZoneRules rules(String id, ZoneSettings present) {
        Zone zone = directory.zone(id).orElseThrow(() -> new IllegalArgumentException("No zone " + id));
        return new ZoneRules(
                template(zone),
                new WorkingTime(directory.calendar(), present.workingHours(), ZoneId.of(zone.timeZone())),
                directory.heads(id));
    }

    /** May be left out by someone of one zone. */
    String zoneOf(LeadForm form, Scope scope) {
        String zone = form.zone();
        if (zone == null && scope.zones().size() == 1 && !scope.everyZone()) {
            zone = scope.zones().iterator().next();
        }
        if (zone == null) {
            throw Problem.invalid(FieldProblem.of("zone", "required"));
        }
        if (!scope.covers(zone, null)) {
            throw Problem.zoneNotYours(zone);
        }
        if (directory.zone(zone).isEmpty()) {
            throw Problem.invalid(FieldProblem.of("zone", "unknown"));
        }
        return zone;
    }

    /** Who creates owns it, unless somebody who may assign names another; the department is the owner's. */
    Assignment assignment(LeadForm form, String zone, Command command) {
        Assignment asked = form.assignmentOrNone();
        String owner = asked.owner() == null ? command.by() : asked.owner();
        LeadAccess.mayAssign(command, command.by(), owner);
        Assignment self = new Assignment(command.by(), null, null);
        knows(new Assignment(owner, null, asked.sponsor()), self, zone);
        String department = asked.department() != null
                ? asked.department()
                : directory.person(owner).map(Person::department).orElse(null);
        return new Assignment(owner, department, asked.sponsor());
    }

    /** Newly named people must be of the zone; who was named before may have left since. */
    void knows(Assignment named, Assignment before, String zone) {
        List<FieldProblem> problems = new ArrayList<>();
        if (isStranger(named.owner(), before.owner(), zone)) {
            problems.add(FieldProblem.of("assignment.owner", "unknown"));
        } else if (isIdle(named.owner(), before.owner())) {
            problems.add(FieldProblem.of("assignment.owner", "cannot-own"));
        }
        if (isStranger(named.sponsor(), before.sponsor(), zone)) {
            problems.add(FieldProblem.of("assignment.sponsor", "unknown"));
        }
        if (!problems.isEmpty()) {
            throw new ValidationProblem(problems);
        }
    }

    public Mono<String> number(String zone, Instant at) {
        int year = at.atZone(rules(zone).time().place()).getYear();
        return counters.next(KIND, zone, year)
                .map(count -> String.format(Locale.ROOT, "%s-%d-%04d", zone, year, count));
    }

    /** So many numbers of a year, taken at once. */
    Mono<List<String>> numbers(String zone, int year, int count) {
        return counters.take(KIND, zone, year, count)
                .map(last -> java.util.stream.LongStream.rangeClosed(last - count + 1, last)
                        .mapToObj(one -> String.format(Locale.ROOT, "%s-%d-%04d", zone, year, one))
                        .toList());
    }

    /** Whose role does not work on leads could do nothing about it. */
    private boolean isIdle(@Nullable String id, @Nullable String before) {
        return id != null
                && !Objects.equals(id, before)
                && directory.person(id).filter(Person::worksOnLeads).isEmpty();
    }

    private boolean isStranger(@Nullable String id, @Nullable String before, String zone) {
        return id != null
                && !Objects.equals(id, before)
                && directory.person(id).filter(person -> person.worksIn(zone)).isEmpty();
    }
}
