package org.lodestone.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything a project announces. */
public sealed interface ProjectEvent extends Event
        permits ProjectOpened, ProjectChanged, ProjectStageChanged, ProjectStatusChanged, ProjectProgressReported {

    ProjectFacts project();

    /** The clocks it starts, moves or stops; the others go on. */
    @Nullable
    List<Deadline> deadlines();

    @Override
    default String zone() {
        return project().zone();
    }
}
