package org.lodestone.projects.project;

import java.util.Locale;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.search.Hit;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows a project to whoever asks: in their language, with the business clock's light. */
@Component
public class ProjectReader {

    private final ProjectDesk desk;
    private final Answers answers;
    private final BusinessClock clock;

    ProjectReader(ProjectDesk desk, Answers answers, BusinessClock clock) {
        this.desk = desk;
        this.answers = answers;
        this.clock = clock;
    }

    Mono<ResponseEntity<Object>> found(Mono<Project> project, Locale locale) {
        return answers.found(project, found -> view(found, locale));
    }

    Mono<ResponseEntity<Object>> answer(Mono<Outcome<Project>> outcome, Locale locale) {
        return answers.of(outcome, 200, project -> view(project, locale), null);
    }

    public ProjectView listed(Hit<Project> hit) {
        return ProjectView.listed(hit.aggregate(), clock.now(), hit.highlights());
    }

    private ProjectView view(Project project, Locale locale) {
        return ProjectView.of(project, desk.rules(project.zone()), clock.now(), locale);
    }
}
