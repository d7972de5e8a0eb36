package org.lodestone.projects.progress;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Comparator;
import java.util.List;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Answers;
import org.lodestone.platform.web.Commands;
import org.lodestone.platform.web.Problem;
import org.lodestone.projects.project.MonthReport;
import org.lodestone.projects.project.ProgressReport;
import org.lodestone.projects.project.Project;
import org.lodestone.projects.project.ProjectService;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Monthly reports over HTTP: handed in once a month, listed newest first. */
@RestController
@RequestMapping("/api/projects/{id}/progress-reports")
class ProgressController {

    private final ProjectService service;
    private final AggregateStore<Project> projects;
    private final Commands commands;
    private final Answers answers;

    ProgressController(ProjectService service, AggregateStore<Project> projects, Commands commands, Answers answers) {
        this.service = service;
        this.projects = projects;
        this.commands = commands;
        this.answers = answers;
    }

    record Reports(List<ProgressReport> items) {}

    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ProgressReport.class)))
    @PostMapping
    Mono<ResponseEntity<Object>> report(
            @PathVariable String id, @RequestBody MonthReport report, Scope scope, ServerWebExchange exchange) {
        Command command = commands.of(exchange, scope, report, false, report.at(), report.by());
        return answers.of(service.report(id, report, command), 201, project -> received(project, report), null);
    }

    @GetMapping
    Mono<Reports> reports(@PathVariable String id, Scope scope) {
        Rights.require(scope, Right.READ);
        return projects.find(scope, id)
                .map(project -> new Reports(project.dossier().reports().stream()
                        .sorted(Comparator.comparing(ProgressReport::month).reversed())
                        .toList()))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    private static Object received(Project project, MonthReport report) {
        return project.dossier().reports().stream()
                .filter(known -> known.month().equals(report.month()))
                .findFirst()
                .orElseThrow();
    }
}
