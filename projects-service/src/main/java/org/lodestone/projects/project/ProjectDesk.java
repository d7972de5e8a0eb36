package org.lodestone.projects.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Counters;
import org.lodestone.platform.pipeline.PipelineTemplate;
import org.lodestone.platform.pipeline.PipelineTemplates;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.ValidationProblem;
import org.lodestone.projects.directory.Directory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a zone's front desk knows: its rules and the next number. */
@Component
public class ProjectDesk {

    private static final String KIND = "project";

    private final Directory directory;
    private final PipelineTemplates templates;
    private final Counters counters;
    private final Map<String, Pools> pools = new ConcurrentHashMap<>();

    ProjectDesk(Directory directory, PipelineTemplates templates, Counters counters) {
        this.directory = directory;
        this.templates = templates;
        this.counters = counters;
        templates.all().forEach(this::poolsOf);
    }

    public ProjectRules rules(String zone) {
        PipelineTemplate template = templates.template(directory.templateOf(zone) + "-projects");
        return new ProjectRules(template, poolsOf(template), directory.workingTime(zone));
    }

    /** The rules of the zone a list is about: the one asked for, or else the reader's. */
    public ProjectRules rules(@Nullable List<String> zones, Scope scope) {
        String zone = zones == null || zones.isEmpty()
                ? scope.zones().stream().sorted().findFirst().orElse("")
                : zones.getFirst();
        return rules(zone);
    }

    Pools pools(@Nullable List<String> zones, Scope scope) {
        return rules(zones, scope).pools();
    }

    /** {@code 140827-P-2026-0001}; the year is the zone's. */
    Mono<String> number(String zone, Instant at) {
        int year = at.atZone(directory.timeOf(zone)).getYear();
        return counters.next(KIND, zone, year)
                .map(count -> String.format(Locale.ROOT, "%s-P-%d-%04d", zone, year, count));
    }

    /** Newly named people must be of the zone; who was named before may have left since. */
    void knows(Responsibility named, Responsibility before, String zone) {
        List<FieldProblem> problems = new ArrayList<>();
        check(problems, "officer", named.officer(), before.officer(), zone);
        check(problems, "sponsor", named.sponsor(), before.sponsor(), zone);
        check(problems, "departmentLead", named.departmentLead(), before.departmentLead(), zone);
        if (!problems.isEmpty()) {
            throw new ValidationProblem(problems);
        }
    }

    private void check(
            List<FieldProblem> problems, String role, @Nullable String id, @Nullable String before, String zone) {
        if (id != null && !id.equals(before) && directory.isStranger(id, zone)) {
            problems.add(FieldProblem.of("responsibility." + role, "unknown"));
        }
    }

    private Pools poolsOf(PipelineTemplate template) {
        return pools.computeIfAbsent(template.code(), _ -> Pools.load(template));
    }
}
