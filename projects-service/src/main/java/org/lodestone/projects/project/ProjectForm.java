package org.lodestone.projects.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.web.Amount;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.Uscc;
import org.lodestone.projects.project.Dossier.Paper;
import org.lodestone.projects.project.Dossier.Permit;
import org.lodestone.projects.project.Plan.Contract;
import org.lodestone.projects.project.Plan.Investment;
import org.lodestone.projects.project.Plan.Output;
import org.lodestone.projects.project.Profile.Business;
import org.lodestone.projects.project.Profile.ChainRole;
import org.lodestone.projects.project.Profile.Company;
import org.lodestone.projects.project.Profile.Investor;

/**
 * What may be written about a project, in the wire's names: what a PATCH is merged onto.
 *
 * @param at original moment, when history is brought in
 * @param by its original author
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectForm(
        @Nullable String park,
        @Nullable String name,
        @Nullable Investor investor,
        @Nullable Company company,
        @Nullable String industry,
        @Nullable String chain,
        @Nullable ChainRole chainRole,
        @Nullable Contract contract,
        @Nullable Investment investment,
        @Nullable Output output,
        @Nullable Responsibility responsibility,
        @Nullable LocalDate targetStartOn,
        @Nullable List<Permit> permits,
        @Nullable List<Paper> documents,
        @Nullable Dates dates,
        @Nullable Instant at,
        @Nullable String by)
        implements Checked {

    /** What everybody may see of a project and nobody may set by PATCH. */
    static final Set<String> READ_ONLY = Set.of(
            "id",
            "number",
            "version",
            "leadId",
            "zone",
            "stage",
            "stageSince",
            "status",
            "statusSince",
            "standing",
            "light",
            "progressReports",
            "pool",
            "next",
            "createdAt",
            "createdBy",
            "updatedAt",
            "updatedBy");

    static final int MOST_ITEMS = 100;

    static ProjectForm of(Project project) {
        Profile profile = project.profile();
        Plan plan = project.plan();
        Dossier dossier = project.dossier();
        return new ProjectForm(
                project.park(),
                profile.name(),
                profile.investor(),
                profile.company(),
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
                null,
                null);
    }

    @Override
    public void check(Checks checks) {
        checks.requiredName("name", name)
                .code("park", park)
                .code("industry", industry)
                .code("chain", chain);
        checks.plausible("targetStartOn", targetStartOn);
        checks.size("permits", permits, MOST_ITEMS).size("documents", documents, MOST_ITEMS);
        checkFirms(checks);
        checkFigures(checks);
        checkPeople(checks);
        checkDates(checks, dates == null ? Dates.NONE : dates);
        each("permits", permits, (field, permit) -> checkPermit(checks, field, permit));
        each("documents", documents, (field, paper) -> checkPaper(checks, field, paper));
    }

    private void checkFirms(Checks checks) {
        if (investor != null) {
            checks.name("investor.name", investor.name()).uscc("investor.uscc", investor.uscc());
            checks.code("investor.region", investor.region()).code("investor.country", investor.country());
        }
        if (company != null) {
            checks.name("company.name", company.name()).uscc("company.uscc", company.uscc());
            checks.notInFuture("company.registeredOn", company.registeredOn(), null);
        }
    }

    private void checkFigures(Checks checks) {
        if (contract != null) {
            checks.name("contract.number", contract.number()).notInFuture("contract.on", contract.on(), null);
            checks.positive("contract.amount", contract.amount());
        }
        if (investment != null) {
            checks.positive("investment.total", investment.total()).positive("investment.fixed", investment.fixed());
        }
        if (output != null) {
            notNegative(checks, "output.expected", output.expected());
            notNegative(checks, "output.actual", output.actual());
        }
    }

    private void checkPeople(Checks checks) {
        if (responsibility != null) {
            checks.code("responsibility.sponsor", responsibility.sponsor());
            checks.code("responsibility.departmentLead", responsibility.departmentLead());
            checks.name("responsibility.deliveryUnit", responsibility.deliveryUnit());
            checks.code("responsibility.officer", responsibility.officer());
        }
    }

    private static void checkDates(Checks checks, Dates dates) {
        for (Dates.Fact fact : Dates.Fact.values()) {
            checks.notInFuture("dates." + fact.name(), dates.get(fact), null);
        }
        checks.notInFuture("dates.investmentStatistics", dates.investmentStatistics(), null);
        checks.notInFuture("dates.enterpriseStatistics", dates.enterpriseStatistics(), null);
    }

    private static void checkPermit(Checks checks, String field, Permit permit) {
        checks.code(field + ".id", permit.id()).required(field + ".kind", permit.kind());
        checks.name(field + ".owner", permit.owner()).plausible(field + ".plannedOn", permit.plannedOn());
        checks.notInFuture(field + ".actualOn", permit.actualOn(), null);
    }

    private static void checkPaper(Checks checks, String field, Paper paper) {
        checks.code(field + ".id", paper.id()).required(field + ".kind", paper.kind());
        checks.code(field + ".kind", paper.kind()).name(field + ".title", paper.title());
        checks.name(field + ".number", paper.number()).notInFuture(field + ".on", paper.on(), null);
    }

    private static void notNegative(Checks checks, String field, @Nullable Amount amount) {
        if (amount != null && amount.value().signum() < 0) {
            checks.add(field, "negative");
        }
    }

    private static <T> void each(String field, @Nullable List<T> items, BiConsumer<String, T> check) {
        for (int i = 0; items != null && i < items.size(); i++) {
            check.accept(field + "[" + i + "]", items.get(i));
        }
    }

    Profile profile() {
        return new Profile(
                Objects.requireNonNull(name, "checked before").strip(),
                normal(investor),
                company == null ? null : new Company(company.name(), normal(company.uscc()), company.registeredOn()),
                new Business(industry, chain, chainRole));
    }

    Plan plan() {
        return new Plan(contract, investment, output, targetStartOn);
    }

    Responsibility responsibilityOrNone() {
        return responsibility == null ? Responsibility.NONE : responsibility;
    }

    /** @param reports are written one by one, never by PATCH */
    Dossier dossier(List<ProgressReport> reports, String suffix) {
        List<Permit> asked = permits == null ? List.of() : permits;
        List<Paper> papers = documents == null ? List.of() : documents;
        return new Dossier(
                IntStream.range(0, asked.size())
                        .mapToObj(place -> asked.get(place).identified("p" + suffix + place))
                        .toList(),
                IntStream.range(0, papers.size())
                        .mapToObj(place -> papers.get(place).identified("d" + suffix + place))
                        .toList(),
                dates == null ? Dates.NONE : dates,
                reports);
    }

    private static @Nullable Investor normal(@Nullable Investor investor) {
        return investor == null
                ? null
                : new Investor(
                        investor.name(),
                        normal(investor.uscc()),
                        investor.region(),
                        investor.country() == null ? null : investor.country().toUpperCase(Locale.ROOT));
    }

    private static @Nullable String normal(@Nullable String uscc) {
        return uscc == null ? null : Uscc.normalise(uscc);
    }
}
