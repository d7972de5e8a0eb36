package org.lodestone.projects.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.pipeline.PipelineTemplate.Next;
import org.lodestone.platform.web.Uscc;
import org.lodestone.projects.project.Dossier.Paper;
import org.lodestone.projects.project.Dossier.Permit;
import org.lodestone.projects.project.Plan.Contract;
import org.lodestone.projects.project.Plan.Investment;
import org.lodestone.projects.project.Plan.Output;
import org.lodestone.projects.project.Profile.ChainRole;

/**
 * A project as the wire has it.
 *
 * @param standing why it does not go on, or goes on again; absent if it always did
 * @param next every possible move with what is still missing; absent in lists
 * @param highlights where {@code q} was found; only in searches
 */
public record ProjectView(
        String id,
        String number,
        long version,
        @Nullable String leadId,
        String zone,
        @Nullable String park,
        String name,
        String stage,
        Instant stageSince,
        ProjectStatus status,
        Progress.@Nullable Standing standing,
        Light light,
        @Nullable InvestorView investor,
        @Nullable CompanyView company,
        @Nullable String industry,
        @Nullable String chain,
        @Nullable ChainRole chainRole,
        @Nullable Contract contract,
        @Nullable Investment investment,
        @Nullable Output output,
        Responsibility responsibility,
        @Nullable LocalDate targetStartOn,
        List<Permit> permits,
        List<Paper> documents,
        Dates dates,
        int progressReports,
        @Nullable List<Next.Shown> next,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        @Nullable Map<String, String> highlights) {

    /** @param usccValid false warns: early pilot codes fail the check and are legal */
    public record InvestorView(
            @Nullable String name,
            @Nullable String uscc,
            @Nullable Boolean usccValid,
            @Nullable String region,
            @Nullable String country) {

        static InvestorView of(Profile.Investor investor) {
            return new InvestorView(
                    investor.name(), investor.uscc(), valid(investor.uscc()), investor.region(), investor.country());
        }
    }

    public record CompanyView(
            @Nullable String name,
            @Nullable String uscc,
            @Nullable Boolean usccValid,
            @Nullable LocalDate registeredOn) {

        static CompanyView of(Profile.Company company) {
            return new CompanyView(company.name(), company.uscc(), valid(company.uscc()), company.registeredOn());
        }
    }

    static ProjectView of(Project project, ProjectRules rules, Instant now, Locale locale) {
        List<Next.Shown> next =
                project.next(rules).stream().map(move -> move.in(locale)).toList();
        return of(project, now, next, null);
    }

    static ProjectView listed(Project project, Instant now, Map<String, String> highlights) {
        return of(project, now, null, highlights.isEmpty() ? null : highlights);
    }

    private static ProjectView of(
            Project project, Instant now, @Nullable List<Next.Shown> next, @Nullable Map<String, String> highlights) {
        Profile profile = project.profile();
        Plan plan = project.plan();
        Dossier dossier = project.dossier();
        Progress progress = project.progress();
        Trace trace = project.trace();
        return new ProjectView(
                project.id(),
                project.number(),
                project.version(),
                trace.leadId(),
                project.zone(),
                project.park(),
                profile.name(),
                progress.stage(),
                progress.since(),
                progress.standing().status(),
                progress.standing().reason() == null ? null : progress.standing(),
                project.lightAt(now),
                profile.investor() == null ? null : InvestorView.of(profile.investor()),
                profile.company() == null ? null : CompanyView.of(profile.company()),
                profile.business().industry(),
                profile.business().chain(),
                profile.business().chainRole(),
                plan.contract(),
                plan.investment(),
                plan.output(),
                project.responsibility(),
                plan.targetStartOn(),
                dossier.permits(),
                dossier.documents(),
                dossier.dates(),
                dossier.reports().size(),
                next,
                trace.createdAt(),
                trace.createdBy(),
                trace.updatedAt(),
                trace.updatedBy(),
                highlights);
    }

    private static @Nullable Boolean valid(@Nullable String uscc) {
        return uscc == null ? null : Uscc.isValid(uscc);
    }
}
