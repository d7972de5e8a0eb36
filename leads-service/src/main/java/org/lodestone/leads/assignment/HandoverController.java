package org.lodestone.leads.assignment;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.assignment.Handover.Asked;
import org.lodestone.platform.aggregate.Command;
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

    private final HandoverRunner runner;
    private final Belongings belongings;
    private final Owners owners;
    private final MentionText words;
    private final Commands commands;

    HandoverController(
            HandoverRunner runner, Belongings belongings, Owners owners, MentionText words, Commands commands) {
        this.runner = runner;
        this.belongings = belongings;
        this.owners = owners;
        this.words = words;
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
                checks.add("to", "same-person");
            }
        }
    }

    record Items(List<HandoverView> items) {}

    @PostMapping
    Mono<ResponseEntity<HandoverView>> begin(
            @RequestBody HandoverForm form, Scope scope, Locale locale, ServerWebExchange exchange) {
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
                .begin(id, asked)
                .flatMap(runner::begin)
                .doOnNext(stored -> same(stored, command))
                .doOnNext(stored -> runner.drive(stored).toFuture())
                .map(stored -> ResponseEntity.accepted()
                        .location(URI.create("/api/handovers/" + id))
                        .body(whole(stored, locale)));
    }

    private static void same(Handover stored, Command command) {
        if (!stored.asked().fingerprint().equals(command.fingerprint())) {
            throw Problem.idempotencyKeyReused();
        }
    }

    @GetMapping("/{id}")
    Mono<HandoverView> read(@PathVariable String id, Scope scope, Locale locale) {
        Rights.require(scope, Right.ASSIGN);
        return runner.find(id)
                .filter(handover -> reaches(scope, handover))
                .map(handover -> whole(handover, locale))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    /** Newest first, without the single leads. */
    @GetMapping
    Mono<Items> list(Scope scope) {
        Rights.require(scope, Right.ASSIGN);
        return runner.all()
                .filter(handover -> reaches(scope, handover))
                .sort(Comparator.comparing(
                                (Handover handover) -> handover.asked().at())
                        .reversed())
                .take(NEWEST)
                .map(HandoverView::listed)
                .collectList()
                .map(Items::new);
    }

    private HandoverView whole(Handover handover, Locale locale) {
        return HandoverView.whole(
                handover,
                handover.mentions().stream()
                        .map(mention -> new HandoverView.Named(
                                mention.kind(),
                                mention.id(),
                                mention.name(),
                                mention.outcome(),
                                mention.done(),
                                words.of(mention, handover.asked(), locale)))
                        .toList());
    }

    private static boolean reaches(Scope scope, Handover handover) {
        return handover.asked().zones().stream().allMatch(zone -> scope.covers(zone, null));
    }
}
