package org.lodestone.leads.referrer;

import java.net.URI;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.directory.Directory;
import org.lodestone.leads.directory.Zone;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Referrers over HTTP: everybody sees what came of whom; managers keep who they are. */
@RestController
@RequestMapping("/api/referrers")
class ReferrerController {

    private static final int MOST = 500;

    private final Referrers referrers;
    private final ReferrerRows rows;
    private final Directory directory;
    private final BusinessClock clock;

    ReferrerController(Referrers referrers, ReferrerRows rows, Directory directory, BusinessClock clock) {
        this.referrers = referrers;
        this.rows = rows;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param cutOff when this was counted */
    record Rows(List<ReferrerView> items, Instant cutOff) {}

    /** Who brought most first; at most 500. */
    @GetMapping
    Mono<Rows> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String zone,
            Scope scope) {
        Rights.require(scope, Right.READ);
        String part = q == null ? "" : plain(q);
        Comparator<ReferrerView> most =
                Comparator.comparingLong(ReferrerView::leads).reversed();
        return Flux.fromIterable(directory.zones())
                .map(Zone::id)
                .filter(one -> zone == null || one.equals(zone))
                .filter(one -> scope.covers(one, null))
                .concatMap(one -> rows.of(scope, one))
                .filter(row -> plain(row.name()).contains(part))
                .sort(most.thenComparing(ReferrerView::name).thenComparing(ReferrerView::zone))
                .take(MOST)
                .collectList()
                .map(all -> new Rows(all, clock.now()));
    }

    @PostMapping
    Mono<ResponseEntity<ReferrerView>> create(@RequestBody ReferrerForm form, Scope scope) {
        Rights.require(scope, Right.WRITE);
        if (form.name() == null) {
            throw Problem.invalid(FieldProblem.of("name", "required"));
        }
        Referrer wanted = form.of(zone(form.zone(), scope), form.name().strip());
        return referrers
                .begin(wanted)
                .flatMap(kept -> {
                    if (!kept.says(wanted)) {
                        throw Problem.of(HttpStatus.CONFLICT, "referrer-exists", kept.name());
                    }
                    return rows.of(scope, kept);
                })
                .map(view -> ResponseEntity.created(URI.create("/api/referrers/" + view.id()))
                        .body(view));
    }

    /** Name and zone stay: they are how its leads are found. */
    @PutMapping("/{id}")
    Mono<ReferrerView> replace(@PathVariable String id, @RequestBody ReferrerForm form, Scope scope) {
        Rights.require(scope, Right.WRITE);
        String own = Referrer.zoneOf(id);
        if (directory.zone(own).isEmpty() || !scope.covers(own, null)) {
            throw Problem.notFound();
        }
        return referrers
                .find(id)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .doOnNext(known -> stays(known, form))
                .flatMap(known -> referrers.replace(id, form.of(own, known.name())))
                .flatMap(kept -> rows.of(scope, kept));
    }

    private static void stays(Referrer known, ReferrerForm form) {
        if (form.name() != null && !form.name().strip().equals(known.name())) {
            throw Problem.invalid(FieldProblem.of("name", "read-only"));
        }
        if (form.zone() != null && !form.zone().equals(known.zone())) {
            throw Problem.invalid(FieldProblem.of("zone", "read-only"));
        }
    }

    private String zone(@Nullable String asked, Scope scope) {
        String zone = asked == null && scope.zones().size() == 1 && !scope.everyZone()
                ? scope.zones().iterator().next()
                : asked;
        if (zone == null) {
            throw Problem.invalid(FieldProblem.of("zone", "required"));
        }
        Rights.requireZone(scope, zone);
        if (directory.zone(zone).isEmpty()) {
            throw Problem.invalid(FieldProblem.of("zone", "unknown"));
        }
        return zone;
    }

    private static String plain(String text) {
        return Normalizer.normalize(Objects.requireNonNull(text), Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
