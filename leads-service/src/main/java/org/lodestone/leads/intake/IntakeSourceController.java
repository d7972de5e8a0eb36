package org.lodestone.leads.intake;

import com.mongodb.client.model.Filters;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.directory.Directory;
import org.lodestone.leads.intake.IntakeSource.Kind;
import org.lodestone.leads.lead.Profile.Channel;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Commands;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Intake sources over HTTP, for administrators. A key is shown in the answer that makes it and never again. */
@RestController
@RequestMapping("/api/intake-sources")
class IntakeSourceController {

    /** For whoever has to change the key in another system first. */
    private static final Duration GRACE = Duration.ofHours(24);

    private final ProcessStore<IntakeSource> sources;
    private final Directory directory;
    private final Commands commands;
    private final BusinessClock clock;

    IntakeSourceController(
            ProcessStore<IntakeSource> sources, Directory directory, Commands commands, BusinessClock clock) {
        this.sources = sources;
        this.directory = directory;
        this.commands = commands;
        this.clock = clock;
    }

    record Sources(List<View> items) {}

    /** @param oldUntil when an earlier key ends, while one is still accepted */
    record View(
            String id,
            long version,
            String name,
            String zone,
            Kind kind,
            @Nullable Channel channel,
            @Nullable String referrer,
            List<String> origins,
            int perHour,
            Instant createdAt,
            String createdBy,
            @Nullable Instant keySince,
            @Nullable Instant oldUntil,
            @Nullable Instant revokedAt,
            @Nullable String key) {

        static View of(IntakeSource source, @Nullable String key, Instant now) {
            List<IntakeSource.Key> good =
                    source.keys().stream().filter(one -> one.isGood(now)).toList();
            return new View(
                    source.id(),
                    source.version(),
                    source.name(),
                    source.zone(),
                    source.kind(),
                    source.channel(),
                    source.referrer(),
                    source.origins(),
                    source.perHour(),
                    source.createdAt(),
                    source.createdBy(),
                    good.isEmpty() ? null : good.getFirst().since(),
                    good.size() < 2 ? null : good.get(1).until(),
                    source.revokedAt(),
                    key);
        }
    }

    /** @param revokeOld at once, instead of after a day */
    record Rotation(@Nullable Boolean revokeOld) {}

    @GetMapping
    Mono<Sources> list(Scope scope) {
        Rights.require(scope, Right.ADMINISTER);
        return sources.list(Filters.empty())
                .filter(source -> scope.covers(source.zone(), null))
                .sort(Comparator.comparing(IntakeSource::createdAt).reversed())
                .map(source -> View.of(source, null, clock.now()))
                .collectList()
                .map(Sources::new);
    }

    @PostMapping
    Mono<ResponseEntity<View>> create(@RequestBody IntakeSourceForm form, Scope scope, ServerWebExchange exchange) {
        Rights.require(scope, Right.ADMINISTER);
        String zone = Objects.requireNonNull(form.zone());
        Rights.requireZone(scope, zone);
        if (directory.zone(zone).isEmpty()) {
            throw Problem.invalid(FieldProblem.of("zone", "unknown"));
        }
        Command command = commands.of(exchange, scope, form, false);
        String id = command.key() == null
                ? IntakeKeys.randomId()
                : IntakeKeys.hash(command.key()).substring(0, 16);
        String key = IntakeKeys.random();
        return sources.begin(form.of(id, key, command)).map(stored -> {
            boolean first = stored.keys().stream().anyMatch(one -> IntakeKeys.matches(key, one.hash()));
            return ResponseEntity.created(URI.create("/api/intake-sources/" + id))
                    .body(View.of(stored, first ? key : null, command.at()));
        });
    }

    @PostMapping("/{id}/rotations")
    Mono<ResponseEntity<View>> rotate(@PathVariable String id, @RequestBody Rotation rotation, Scope scope) {
        Instant now = clock.now();
        Instant oldUntil = Boolean.TRUE.equals(rotation.revokeOld()) ? now : now.plus(GRACE);
        AtomicReference<String> key = new AtomicReference<>();
        return change(id, scope, source -> {
                    if (source.finished()) {
                        throw Problem.gone();
                    }
                    String fresh = IntakeKeys.random();
                    key.set(fresh);
                    return source.rotated(IntakeKeys.hash(fresh), now, oldUntil);
                })
                .map(stored -> ResponseEntity.status(201).body(View.of(stored, key.get(), now)));
    }

    @DeleteMapping("/{id}")
    Mono<ResponseEntity<Void>> delete(@PathVariable String id, Scope scope) {
        return revoke(id, scope).map(_ -> ResponseEntity.noContent().build());
    }

    /** The same as deleting, with the source as it then is. */
    @PostMapping("/{id}/revocation")
    Mono<View> revoke(@PathVariable String id, Scope scope) {
        Instant now = clock.now();
        return change(id, scope, source -> source.revoked(now)).map(stored -> View.of(stored, null, now));
    }

    private Mono<IntakeSource> change(String id, Scope scope, UnaryOperator<IntakeSource> next) {
        Rights.require(scope, Right.ADMINISTER);
        return sources.step(id, source -> {
                    if (!scope.covers(source.zone(), null)) {
                        throw Problem.notFound();
                    }
                    return next.apply(source);
                })
                .switchIfEmpty(Mono.error(Problem::notFound));
    }
}
