package org.lodestone.leads.assignment;

import com.mongodb.client.model.Filters;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.assignment.Handover.Asked;
import org.lodestone.leads.assignment.Handover.Result;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.Commands;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Handovers over HTTP: begun, and read how far they are. */
@RestController
@RequestMapping("/api/handovers")
class HandoverController {

    private static final int REASON = 500;
    private static final int NEWEST = 50;

    private final ProcessStore<Handover> handovers;
    private final HandoverRunner runner;
    private final Belongings belongings;
    private final Owners owners;
    private final Commands commands;

    HandoverController(
            ProcessStore<Handover> handovers,
            HandoverRunner runner,
            Belongings belongings,
            Owners owners,
            Commands commands) {
        this.handovers = handovers;
        this.runner = runner;
        this.belongings = belongings;
        this.owners = owners;
        this.commands = commands;
    }

    record HandoverForm(
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) implements Checked {

        @Override
        public void check(Checks checks) {
            checks.required("from", from).code("from", from).required("to", to).code("to", to);
            checks.text("reason", reason, REASON);
            if (from != null && from.equals(to)) {
                checks.add("to", "not-itself");
            }
        }
    }

    record Items(List<View> items) {}

    record View(
            String id,
            String state,
            String from,
            String to,
            @Nullable String reason,
            String by,
            Instant at,
            int total,
            long moved,
            long failed,
            @Nullable List<Result> results) {

        static View of(Handover handover, boolean whole) {
            Asked asked = handover.asked();
            long failed = handover.failed();
            return new View(
                    handover.id(),
                    handover.finished() ? "DONE" : "RUNNING",
                    asked.from(),
                    asked.to(),
                    asked.reason(),
                    asked.by(),
                    asked.at(),
                    handover.leads().size(),
                    handover.results().size() - failed,
                    failed,
                    whole ? handover.results() : null);
        }
    }

    @PostMapping
    Mono<ResponseEntity<View>> begin(@RequestBody HandoverForm form, Scope scope, ServerWebExchange exchange) {
        Rights.require(scope, Right.ASSIGN);
        String from = Objects.requireNonNull(form.from());
        String to = Objects.requireNonNull(form.to());
        // Who left the zone, or the house, may still have leads there.
        List<String> zones = owners.zonesFor(scope, to);
        if (zones.isEmpty()) {
            throw Problem.invalid(FieldProblem.of("to", "unknown"));
        }
        Command command = commands.of(exchange, scope, form, false);
        Asked asked = new Asked(
                from,
                to,
                form.reason(),
                command.by(),
                command.at(),
                zones,
                scope.parks() == null ? null : List.copyOf(scope.parks()),
                command.fingerprint());
        String id = command.key() == null ? UUID.randomUUID().toString() : command.key();
        return belongings
                .of(asked)
                .flatMap(leads -> handovers.begin(Handover.begin(id, asked, leads)))
                .doOnNext(stored -> same(stored, command))
                .doOnNext(stored -> runner.drive(stored).toFuture())
                .map(stored -> ResponseEntity.accepted()
                        .location(URI.create("/api/handovers/" + id))
                        .body(View.of(stored, true)));
    }

    private static void same(Handover stored, Command command) {
        if (!stored.asked().fingerprint().equals(command.fingerprint())) {
            throw Problem.idempotencyKeyReused();
        }
    }

    @GetMapping("/{id}")
    Mono<View> read(@PathVariable String id, Scope scope) {
        Rights.require(scope, Right.ASSIGN);
        return handovers
                .find(id)
                .filter(handover -> reaches(scope, handover))
                .map(handover -> View.of(handover, true))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    /** Newest first, without the single leads. */
    @GetMapping
    Mono<Items> list(Scope scope) {
        Rights.require(scope, Right.ASSIGN);
        return handovers
                .list(Filters.empty())
                .filter(handover -> reaches(scope, handover))
                .sort(Comparator.comparing(
                                (Handover handover) -> handover.asked().at())
                        .reversed())
                .take(NEWEST)
                .map(handover -> View.of(handover, false))
                .collectList()
                .map(Items::new);
    }

    private static boolean reaches(Scope scope, Handover handover) {
        return handover.asked().zones().stream().allMatch(zone -> scope.covers(zone, null));
    }
}
