package org.lodestone.projects.project;

import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.privacy.PersonalRecords;
import org.springframework.stereotype.Component;

/** Projects forget a person: names, titles of papers, monthly reports, reasons and who approved. */
@Component
class PersonalProjects implements PersonalRecords<Project> {

    private final AggregateStore<Project> projects;
    private final ProjectDesk desk;

    PersonalProjects(AggregateStore<Project> projects, ProjectDesk desk) {
        this.projects = projects;
        this.desk = desk;
    }

    @Override
    public String place() {
        return "projects";
    }

    @Override
    public AggregateStore<Project> store() {
        return projects;
    }

    @Override
    public Decision<Project> forget(Project present, Project left, Command command) {
        return present.forget(left, desk.rules(present.zone()), command);
    }
}
