package org.lodestone.leads.privacy;

import com.mongodb.client.model.Filters;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.privacy.Erasure.Asked;
import org.lodestone.leads.privacy.Erasure.Count;
import org.lodestone.leads.privacy.Erasure.Remark;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Commands;
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

/** A person forgotten: begun, and read how far it is and what came of it. */
@RestController
@RequestMapping("/api/personal-data/erasures")
class ErasureController {

    private static final int NEWEST = 50;

    private final ProcessStore<Erasure> erasures;
    private final ErasureRunner runner;
    private final Commands commands;

    ErasureController(ProcessStore<Erasure> erasures, ErasureRunner runner, Commands commands) {
        this.erasures = erasures;
        this.runner = runner;
        this.commands = commands;
    }

    record Erasures(List<View> items) {}

    /** Whom it was about is not told: once it is done nobody knows. */
    @Schema(name = "ErasureView")
    record View(
            String id,
            String state,
            String by,
            Instant at,
            String reason,
            int round,
            int leads,
            List<Count> places,
            List<Remark> remarks,
            @Nullable Instant doneAt) {

        static View of(Erasure erasure) {
            return new View(
                    erasure.id(),
                    erasure.state().name(),
                    erasure.asked().by(),
                    erasure.asked().at(),
                    erasure.asked().reason(),
                    erasure.course().round(),
                    (int) erasure.course().records().stream()
                            .filter(id -> !id.startsWith(Sightings.IMPORT))
                            .count(),
                    erasure.report().places(),
                    erasure.report().remarks(),
                    erasure.report().doneAt());
        }
    }

    @PostMapping
    Mono<ResponseEntity<View>> begin(@RequestBody PersonForm form, Scope scope, ServerWebExchange exchange) {
        PersonalDataController.everywhere(scope);
        Command command = commands.of(exchange, scope, form, false);
        String id = command.key() == null ? UUID.randomUUID().toString() : command.key();
        Asked asked = new Asked(command.by(), command.at(), form.why(), command.fingerprint());
        return erasures.begin(Erasure.begin(id, asked, form.person()))
                .doOnNext(stored -> same(stored, command))
                .doOnNext(stored -> runner.drive(stored).toFuture())
                .map(stored -> ResponseEntity.accepted()
                        .location(URI.create("/api/personal-data/erasures/" + id))
                        .body(View.of(stored)));
    }

    /** Of one that is done, what was asked is not known any more: the key alone says that it is the same. */
    private static void same(Erasure stored, Command command) {
        String fingerprint = stored.asked().fingerprint();
        if (fingerprint != null && !fingerprint.equals(command.fingerprint())) {
            throw Problem.idempotencyKeyReused();
        }
    }

    @GetMapping("/{id}")
    Mono<View> read(@PathVariable String id, Scope scope) {
        PersonalDataController.everywhere(scope);
        return erasures.find(id).map(View::of).switchIfEmpty(Mono.error(Problem::notFound));
    }

    /** Newest first. */
    @GetMapping
    Mono<Erasures> list(Scope scope) {
        PersonalDataController.everywhere(scope);
        return erasures.list(Filters.empty())
                .sort(Comparator.comparing((Erasure erasure) -> erasure.asked().at())
                        .reversed())
                .take(NEWEST)
                .map(View::of)
                .collectList()
                .map(Erasures::new);
    }
}
