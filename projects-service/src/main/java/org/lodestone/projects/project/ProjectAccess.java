package org.lodestone.projects.project;

import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Problem;

/** Who may do what to a project that they can see. What lies outside the scope was a 404 before this is asked. */
final class ProjectAccess {

    private ProjectAccess() {}

    /** What they are officer of or created; others' only with the right to all. */
    static void mayWrite(Command command, Project project) {
        Scope scope = command.scope();
        Rights.require(command, Right.WRITE, Right.WRITE_OWN);
        if (!command.backfill() && !scope.may(Right.WRITE) && !project.belongsTo(scope.subject())) {
            throw Problem.forbidden();
        }
    }

    /** Giving a project to another officer, or away; or to a park that the token does not reach. */
    static void mayRevise(Command command, Project project, ProjectForm form) {
        if (project.responsibility().handsOver(form.responsibilityOrNone())) {
            Rights.require(command, Right.ASSIGN);
        }
        if (!command.scope().covers(project.zone(), form.park())) {
            throw Problem.zoneNotYours(project.zone());
        }
    }
}
