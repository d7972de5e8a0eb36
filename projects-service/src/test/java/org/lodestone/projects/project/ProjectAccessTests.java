package org.lodestone.projects.project;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.web.Problem;

class ProjectAccessTests {

    private static final String NOW = "2026-03-10T02:00:00Z";

    @Test
    void officerWritesWhatIsTheirs() {
        assertThatCode(() -> ProjectAccess.mayWrite(Projects.officer(NOW), Projects.signedProject()))
                .doesNotThrowAnyException();
    }

    @Test
    void officerDoesNotWriteAColleaguesProject() {
        refused(() ->
                ProjectAccess.mayWrite(Projects.command("officer.other", Role.OFFICER, NOW), Projects.signedProject()));
    }

    @ParameterizedTest
    @EnumSource(names = {"MANAGER", "LEADER"})
    void managersAndLeadersWriteAllOfTheirZone(Role role) {
        assertThatCode(() -> ProjectAccess.mayWrite(Projects.command("someone", role, NOW), Projects.signedProject()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(names = {"CITY", "VIEWER", "ADMIN"})
    void othersWriteNothing(Role role) {
        refused(() -> ProjectAccess.mayWrite(Projects.command("someone", role, NOW), Projects.signedProject()));
    }

    @Test
    void officerDoesNotHandAProjectOver() {
        Project project = Projects.signedProject();
        Responsibility other = new Responsibility(null, null, null, "officer.other");
        ProjectForm form = new ProjectForm(
                null, "锂电铜箔项目", null, null, null, null, null, null, null, null, other, null, null, null, null, null,
                null);
        Command manager = Projects.command("manager.yuanqu", Role.MANAGER, NOW);

        refused(() -> ProjectAccess.mayRevise(Projects.officer(NOW), project, form));
        assertThatCode(() -> ProjectAccess.mayRevise(manager, project, form)).doesNotThrowAnyException();
    }

    private static void refused(Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> org.assertj.core.api.Assertions.assertThat(problem.slug())
                                .isEqualTo("forbidden"));
    }
}
