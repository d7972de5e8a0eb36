package org.lodestone.projects.project;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.Deadline;
import org.lodestone.contracts.Money;
import org.lodestone.contracts.ProjectChanged;
import org.lodestone.contracts.ProjectEvent;
import org.lodestone.contracts.ProjectFacts;
import org.lodestone.contracts.ProjectOpened;
import org.lodestone.contracts.ProjectProgressReported;
import org.lodestone.contracts.ProjectStageChanged;
import org.lodestone.contracts.ProjectStatusChanged;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.pipeline.Facts;
import org.lodestone.platform.web.Amount;

/** How a project announces what happened: ids, codes, dates, amounts and names of firms, never free text. */
final class ProjectEvents {

    private ProjectEvents() {}

    static ProjectEvent opened(Project project, Opening opening, ProjectRules rules, Command command) {
        return new ProjectOpened(
                facts(project, command),
                opening.lead().from(),
                project.progress().stage(),
                opening.contract(),
                rules.changes(List.of(), project.progress().dues(), command.at()));
    }

    static ProjectEvent changed(Project before, Project after, ProjectRules rules, Command command) {
        return new ProjectChanged(
                facts(after, command), changedFields(before, after), deadlines(before, after, rules, command));
    }

    static ProjectEvent moved(Project before, Project after, Move move, ProjectRules rules, Command command) {
        return new ProjectStageChanged(
                facts(after, command),
                before.progress().stage(),
                after.progress().stage(),
                move.on(),
                move.reason(),
                deadlines(before, after, rules, command));
    }

    static ProjectEvent statusChanged(
            Project before, Project after, StatusChange change, ProjectRules rules, Command command) {
        return new ProjectStatusChanged(
                facts(after, command),
                before.progress().standing().status().name(),
                after.progress().standing().status().name(),
                change.since(),
                change.reasonCode(),
                deadlines(before, after, rules, command));
    }

    static ProjectEvent reported(
            Project before, Project after, MonthReport report, ProjectRules rules, Command command) {
        return new ProjectProgressReported(
                facts(after, command),
                report.reported(),
                money(report.invested()),
                deadlines(before, after, rules, command));
    }

    private static @Nullable List<Deadline> deadlines(
            Project before, Project after, ProjectRules rules, Command command) {
        return rules.changes(before.progress().dues(), after.progress().dues(), command.at());
    }

    private static ProjectFacts facts(Project project, Command command) {
        Profile profile = project.profile();
        Plan.Contract contract = project.plan().contract();
        Responsibility people = project.responsibility();
        return new ProjectFacts(
                project.number(),
                profile.name(),
                project.zone(),
                project.park(),
                project.progress().stage(),
                project.progress().standing().status().name(),
                people.officer(),
                people.departmentLead(),
                people.sponsor(),
                null,
                profile.investor() == null ? null : profile.investor().name(),
                profile.business().chain(),
                contract == null ? null : money(contract.amount()),
                project.trace().leadId(),
                command.by());
    }

    private static @Nullable Money money(@Nullable Amount amount) {
        return amount == null ? null : amount.toMoney();
    }

    /** Names without values, as the wire calls them. */
    private static List<String> changedFields(Project before, Project after) {
        Facts was = Facts.of(ProjectForm.of(before));
        Facts is = Facts.of(ProjectForm.of(after));
        Stream<String> written = Arrays.stream(ProjectForm.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(field -> !Objects.equals(was.value(field), is.value(field)));
        return Stream.concat(written, unwritten(before, after)).toList();
    }

    /** What no PATCH changes, but an erasure may. */
    private static Stream<String> unwritten(Project before, Project after) {
        boolean standing = !before.progress().standing().equals(after.progress().standing());
        boolean reports = !before.dossier().reports().equals(after.dossier().reports());
        return Stream.of(standing ? "standing" : "", reports ? "progressReports" : "")
                .filter(field -> !field.isEmpty());
    }
}
