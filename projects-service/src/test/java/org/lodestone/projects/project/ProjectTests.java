package org.lodestone.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lodestone.projects.project.Projects.moved;
import static org.lodestone.projects.project.Projects.officer;
import static org.lodestone.projects.project.Projects.permit;
import static org.lodestone.projects.project.Projects.preparingProject;
import static org.lodestone.projects.project.Projects.registeredProject;
import static org.lodestone.projects.project.Projects.rules;
import static org.lodestone.projects.project.Projects.signedProject;
import static org.lodestone.projects.project.Projects.startedProject;
import static org.lodestone.projects.project.Projects.to;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.Deadline;
import org.lodestone.contracts.ProjectChanged;
import org.lodestone.contracts.ProjectOpened;
import org.lodestone.contracts.ProjectProgressReported;
import org.lodestone.contracts.ProjectStageChanged;
import org.lodestone.contracts.ProjectStatusChanged;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.pipeline.PipelineTemplate.Next;
import org.lodestone.platform.pipeline.Unmet;
import org.lodestone.platform.web.Problem;

class ProjectTests {

    @Test
    void convertedLeadHandsItsPeopleAndContractOver() {
        Opening opening = new Opening("P-1", "1", Projects.conversion("1", "140827"), false);

        Decision<Project> opened =
                Project.open(opening, "140827-P-2026-0001", rules(), officer("2026-03-02T02:00:00Z"));

        assertThat(opened.next().responsibility())
                .isEqualTo(new Responsibility("leader.yuanqu", "manager.yuanqu", null, "officer.yuanqu"));
        assertThat(opened.event()).isInstanceOfSatisfying(ProjectOpened.class, event -> {
            assertThat(event.from()).isEqualTo("INTENT");
            assertThat(event.to()).isEqualTo("SIGNED");
            assertThat(event.project().amount()).isEqualTo(event.contract().amount());
        });
    }

    @Test
    void projectWithoutCompanyIsNotRegisteredAndHearsEverythingMissing() {
        assertThat(missing(signedProject(), to("REGISTERED"))).containsExactly("company-name", "company-uscc");
        assertThatThrownBy(() -> moved(signedProject(), "REGISTERED", "2026-03-05T02:00:00Z"))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.slug()).isEqualTo("gate-not-met"));
    }

    @Test
    void preparingNeedsPermitsTheTrioAndATarget() {
        assertThat(missing(registeredProject(), to("PREPARING")))
                .containsExactly("permits", "delivery-unit", "target-start");
    }

    @Test
    void registrationIsDatedByTheMoveItself() {
        assertThat(registeredProject().dossier().dates().registered()).isEqualTo(LocalDate.parse("2026-03-20"));
    }

    @Test
    void evidenceThatComesWithTheMoveCountsAndIsKept() {
        assertThat(missing(preparingProject(), to("STARTED"))).containsExactly("start-proof", "dated-evidence");

        Project started = startedProject();

        assertThat(started.dossier().documents())
                .hasSize(1)
                .allSatisfy(paper -> assertThat(paper.id()).isNotBlank());
        assertThat(started.dossier().dates().started()).isEqualTo(LocalDate.parse("2026-06-10"));
    }

    @Test
    void undatedEvidenceIsNotEnough() {
        Move undated = new Move("STARTED", null, null, null, permit(null), null, null);

        assertThat(missing(preparingProject(), undated)).containsExactly("dated-evidence");
    }

    @Test
    void leaseNeedsItsFitOut() {
        LocalDate on = LocalDate.parse("2026-06-01");
        Move.Evidence lease = new Move.Evidence("LEASE", "租赁合同", on);
        Move.Evidence fitOut = new Move.Evidence("FIT_OUT", "装修合同", on);

        assertThat(missing(preparingProject(), with("STARTED", lease))).containsExactly("start-proof");
        assertThat(missing(preparingProject(), with("STARTED", lease, fitOut))).isEmpty();
    }

    @Test
    void stageCannotBeJumpedOver() {
        assertThatThrownBy(() -> moved(signedProject(), "STARTED", "2026-03-05T02:00:00Z"))
                .isInstanceOfSatisfying(Problem.class, refused -> {
                    assertThat(refused.slug()).isEqualTo("transition-not-allowed");
                    assertThat(refused.getBody().getProperties()).containsEntry("allowed", List.of("REGISTERED"));
                });
    }

    @Test
    void trialMayBeSkipped() {
        Project completed = completedProject();
        Move produce = new Move("PRODUCING", null, null, LocalDate.parse("2026-10-01"), null, null, null);

        Project producing = completed
                .move(produce, rules(), officer("2026-10-02T02:00:00Z"))
                .next();

        assertThat(producing.progress().stage()).isEqualTo("PRODUCING");
        assertThat(producing.dossier().dates().producing()).isEqualTo(LocalDate.parse("2026-10-01"));
    }

    @Test
    void movingBackNeedsAReasonOfTheTemplate() {
        assertThat(missing(registeredProject(), to("SIGNED"))).containsExactly("reason");
        Move back = new Move("SIGNED", "CORRECTION", "录错了", null, null, null, null);

        Decision<Project> moved = registeredProject().move(back, rules(), officer("2026-03-21T02:00:00Z"));

        assertThat(moved.event())
                .isInstanceOfSatisfying(
                        ProjectStageChanged.class,
                        event -> assertThat(event.reason()).isEqualTo("CORRECTION"));
        assertThat(moved.line().note()).isEqualTo("录错了");
    }

    @Test
    void constructionWaitsForAReportAndAMonthIsReportedOnce() {
        assertThat(missing(startedProject(), to("CONSTRUCTING"))).containsExactly("progress-report");
        MonthReport june = report("2026-06");

        Decision<Project> reported = startedProject().report(june, rules(), officer("2026-06-20T02:00:00Z"));

        assertThat(reported.event()).isInstanceOf(ProjectProgressReported.class);
        assertThat(missing(reported.next(), to("CONSTRUCTING"))).isEmpty();
        assertThatThrownBy(() -> reported.next().report(june, rules(), officer("2026-06-21T02:00:00Z")))
                .isInstanceOf(ProjectProblem.ReportExists.class);
    }

    @Test
    void suspendedProjectKeepsItsStageHasNoDeadlinesAndDoesNotMove() {
        Decision<Project> suspended = registeredProject()
                .change(status(ProjectStatus.SUSPENDED, "资金未到位"), rules(), officer("2026-03-25T02:00:00Z"));

        assertThat(suspended.next().progress().stage()).isEqualTo("REGISTERED");
        assertThat(suspended.next().progress().dues()).isEmpty();
        assertThat(suspended.next().next(rules())).isEmpty();
        assertThat(suspended.event()).isInstanceOfSatisfying(ProjectStatusChanged.class, event -> {
            assertThat(event.reason()).as("words of people never leave").isEqualTo("OTHER");
            assertThat(event.deadlines()).containsExactly(Deadline.met("stage", Instant.parse("2026-03-25T02:00:00Z")));
        });
        assertThatThrownBy(() -> moved(suspended.next(), "PREPARING", "2026-03-26T02:00:00Z"))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.slug()).isEqualTo("transition-not-allowed"));
    }

    @Test
    void terminatedProjectMayBeTakenUpAgain() {
        Project terminated = signedProject()
                .change(status(ProjectStatus.TERMINATED, "INVESTOR_WITHDREW"), rules(), officer("2026-03-25T02:00:00Z"))
                .next();

        Project again = terminated
                .change(status(ProjectStatus.ONGOING, "RESUMED"), rules(), officer("2026-03-28T02:00:00Z"))
                .next();

        assertThat(again.progress().isOngoing()).isTrue();
        assertThatThrownBy(() -> again.change(
                        status(ProjectStatus.ONGOING, "RESUMED"), rules(), officer("2026-03-29T02:00:00Z")))
                .isInstanceOf(Problem.class);
    }

    @Test
    void lightFollowsTheStagesLimit() {
        Project registered = registeredProject();

        assertThat(registered.lightAt(Instant.parse("2026-04-18T02:00:00Z"))).isEqualTo(Light.GREEN);
        assertThat(registered.lightAt(Instant.parse("2026-04-19T02:00:00Z"))).isEqualTo(Light.YELLOW);
        assertThat(registered.lightAt(Instant.parse("2026-05-19T02:00:00Z"))).isEqualTo(Light.RED);
    }

    @Test
    void targetStartIsADeadlineUntilTheStart() {
        assertThat(preparingProject().progress().dues())
                .extracting(Progress.Due::kind)
                .containsExactly("stage", "start");
        Project started = startedProject();

        assertThat(started.progress().dues()).extracting(Progress.Due::kind).containsExactly("monthly-report");
    }

    @Test
    void changedFieldsAreNamedWithoutTheirValues() {
        Project signed = signedProject();
        ProjectForm form =
                new Projects.Wish(ProjectForm.of(signed)).deliveredBy("管委会").form();

        Decision<Project> changed = signed.revise(form, rules(), officer("2026-03-10T02:00:00Z"));

        assertThat(changed.event())
                .isInstanceOfSatisfying(
                        ProjectChanged.class,
                        event -> assertThat(event.fields()).containsExactly("responsibility"));
    }

    @Test
    void permitKeepsItsIdWhenThingsAroundItChange() {
        Project preparing = preparingProject();
        String id = preparing.dossier().permits().getFirst().id();

        Project changed = Projects.revised(preparing, form -> form.deliveredBy("项目办"));

        assertThat(changed.dossier().permits().getFirst().id()).isNotNull().isEqualTo(id);
    }

    @Test
    void anotherPipelineNeedsNoOtherCode() {
        ProjectRules small = rules(Projects.template("""
                code: small
                labels: {zh: 小, en: Small}
                initial: WON
                states:
                  - {code: WON, category: OPEN, labels: {zh: 赢, en: Won}, to: [BUILT]}
                  - code: BUILT
                    category: WON
                    labels: {zh: 建成, en: Built}
                    gate:
                      - {name: park, kind: FIELD, field: park, zh: 需要园区, en: A park is needed}
                """));
        Project project = signedProject(small);

        assertThat(project.progress().stage()).isEqualTo("WON");
        assertThat(project.next(small)).extracting(Next::to).containsExactly("BUILT");
        assertThat(project.unmet(to("BUILT"), small))
                .extracting(Unmet::requirement)
                .containsExactly("park");
    }

    @Test
    void poolsAreAViewOverStages() {
        Pools pools = rules().pools();

        assertThat(pools.find("建设"))
                .hasValueSatisfying(pool -> assertThat(pool.stages()).contains("STARTED", "PRODUCING"));
        assertThat(pools.find("RESERVE"))
                .hasValueSatisfying(pool -> assertThat(pool.stages()).isEmpty());
        assertThat(pools.find("没有")).isEmpty();
    }

    private static Project completedProject() {
        Project reported = startedProject()
                .report(report("2026-06"), rules(), officer("2026-06-20T02:00:00Z"))
                .next();
        Project constructing = moved(reported, "CONSTRUCTING", "2026-07-01T02:00:00Z");
        Move complete = new Move("COMPLETED", null, null, LocalDate.parse("2026-09-01"), null, null, null);
        return constructing
                .move(complete, rules(), officer("2026-09-02T02:00:00Z"))
                .next();
    }

    private static MonthReport report(String month) {
        return new MonthReport(month, "主体施工", Projects.tenThousands("800.00"), null, null);
    }

    private static StatusChange status(ProjectStatus to, @Nullable String reason) {
        return new StatusChange(to, reason, "leader.yuanqu", LocalDate.parse("2026-03-25"), null, null);
    }

    private static Move with(String to, Move.Evidence... evidence) {
        return new Move(to, null, null, null, List.of(evidence), null, null);
    }

    private static List<String> missing(Project project, Move move) {
        return project.unmet(move, rules()).stream().map(Unmet::requirement).toList();
    }
}
