package org.lodestone.projects.project;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.LeadConverted;
import org.lodestone.contracts.LeadFacts;
import org.lodestone.contracts.Money;
import org.lodestone.contracts.SignedContract;
import org.lodestone.contracts.Undertaking;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.pipeline.PipelineTemplate;
import org.lodestone.platform.pipeline.PipelineTemplates;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.RightsMatrix;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.time.WorkingCalendar;
import org.lodestone.platform.time.WorkingHours;
import org.lodestone.platform.time.WorkingTime;
import org.lodestone.platform.web.Amount;

/** Projects in the stages that tests need, brought there through the domain. */
public final class Projects {

    static final Instant SIGNED_AT = Instant.parse("2026-03-02T02:00:00Z");
    static final String OFFICER = "officer.yuanqu";

    private Projects() {}

    /** What the topic says when a lead is converted. */
    public static LeadConverted conversion(String leadId, String zone) {
        return conversion(leadId, zone, "锂电铜箔项目");
    }

    /** @param name of the lead, and so of its project */
    public static LeadConverted conversion(String leadId, String zone, String name) {
        LeadFacts facts = new LeadFacts(
                zone + "-2026-0001",
                name,
                zone,
                null,
                "CONVERTED",
                OFFICER,
                "招商一部",
                "manager.yuanqu",
                "leader.yuanqu",
                null,
                "龙电华鑫",
                "copper-nickel",
                "REFERRAL",
                new Money("120000.00", "CNY_10K"),
                OFFICER);
        return new LeadConverted(
                facts,
                "INTENT",
                "CONVERTED",
                "P-" + leadId,
                new SignedContract("HT-2026-001", LocalDate.parse("2026-03-01"), new Money("12000.00", "CNY_10K")),
                new Undertaking("龙电华鑫", null, "370100", "CN", "C3985", new Money("120000.00", "CNY_10K"), null),
                null);
    }

    static ProjectRules rules() {
        return rules(PipelineTemplates.load(PipelineTemplates.LOCATION).template("cn-development-zone-projects"));
    }

    static ProjectRules rules(PipelineTemplate template) {
        return new ProjectRules(
                template,
                Pools.load(template),
                new WorkingTime(WorkingCalendar.unknown(), WorkingHours.ORDINARY, BusinessClock.CHINA));
    }

    static PipelineTemplate template(String yaml) {
        return PipelineTemplates.read("test", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    static Command command(String subject, Role role, String at) {
        Set<Right> rights = RightsMatrix.of(role);
        Scope scope = new Scope(subject, subject, Set.of(role), Set.of("140827"), null, rights);
        Instant moment = Instant.parse(at);
        return new Command(scope, null, "fingerprint", null, moment, subject, moment, false);
    }

    static Command officer(String at) {
        return command(OFFICER, Role.OFFICER, at);
    }

    static Project signedProject() {
        return signedProject(rules());
    }

    static Project signedProject(ProjectRules rules) {
        Opening opening = new Opening("P-1", "1", conversion("1", "140827"), false);
        return Project.open(opening, "140827-P-2026-0001", rules, officer(SIGNED_AT.toString()))
                .next();
    }

    static Project registeredProject() {
        Project named = revised(
                signedProject(), form -> form.with(new Profile.Company("垣曲龙电华鑫铜箔有限公司", "91140827MA0DEM013B", null)));
        return moved(named, "REGISTERED", "2026-03-20T02:00:00Z");
    }

    static Project preparingProject() {
        Project ready = revised(
                registeredProject(),
                form -> form.with(new Dossier.Permit(null, Dossier.Permit.Kind.CONSTRUCTION, null, null, null, null))
                        .with(LocalDate.parse("2026-06-15"))
                        .deliveredBy("垣曲开发区管委会"));
        return moved(ready, "PREPARING", "2026-04-01T02:00:00Z");
    }

    static Project startedProject() {
        Move move = new Move("STARTED", null, null, LocalDate.parse("2026-06-10"), permit("2026-06-08"), null, null);
        return preparingProject()
                .move(move, rules(), officer("2026-06-11T02:00:00Z"))
                .next();
    }

    static List<Move.Evidence> permit(@Nullable String on) {
        return List.of(new Move.Evidence("CONSTRUCTION_PERMIT", "施工许可证", on == null ? null : LocalDate.parse(on)));
    }

    static Move to(String stage) {
        return new Move(stage, null, null, null, null, null, null);
    }

    static Project moved(Project project, String stage, String at) {
        return project.move(to(stage), rules(), officer(at)).next();
    }

    static Project revised(Project project, java.util.function.UnaryOperator<Wish> change) {
        ProjectForm form = change.apply(new Wish(ProjectForm.of(project))).form();
        return project.revise(form, rules(), officer("2026-03-10T02:00:00Z")).next();
    }

    /** A form with something of it changed. */
    record Wish(ProjectForm form) {

        Wish with(Profile.Company company) {
            return copy(company, form.responsibility(), form.targetStartOn(), form.permits());
        }

        Wish with(Dossier.Permit permit) {
            return copy(form.company(), form.responsibility(), form.targetStartOn(), List.of(permit));
        }

        Wish with(LocalDate targetStartOn) {
            return copy(form.company(), form.responsibility(), targetStartOn, form.permits());
        }

        Wish deliveredBy(String unit) {
            Responsibility people = form.responsibilityOrNone();
            return copy(
                    form.company(),
                    new Responsibility(people.sponsor(), people.departmentLead(), unit, people.officer()),
                    form.targetStartOn(),
                    form.permits());
        }

        private Wish copy(
                Profile.@Nullable Company company,
                @Nullable Responsibility people,
                @Nullable LocalDate targetStartOn,
                @Nullable List<Dossier.Permit> permits) {
            return new Wish(new ProjectForm(
                    form.park(),
                    form.name(),
                    form.investor(),
                    company,
                    form.industry(),
                    form.chain(),
                    form.chainRole(),
                    form.contract(),
                    form.investment(),
                    form.output(),
                    people,
                    targetStartOn,
                    permits,
                    form.documents(),
                    form.dates(),
                    null,
                    null));
        }
    }

    static Amount tenThousands(String value) {
        return Amount.of(value, Amount.Unit.CNY_10K);
    }
}
