package org.lodestone.contracts;

/** Everything a project announces. */
public sealed interface ProjectEvent extends Event
        permits ProjectOpened, ProjectChanged, ProjectStageChanged, ProjectStatusChanged, ProjectProgressReported {

    ProjectFacts project();

    @Override
    default String zone() {
        return project().zone();
    }
}
