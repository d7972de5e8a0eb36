package org.lodestone.leads.referrer;

import java.net.URI;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.directory.Directory;
import org.lodestone.leads.directory.Zone;
import org.lodestone.leads.referrer.Brought.Counts;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;
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
    private static final int NOTE = 2000;

    private final Referrers referrers;
    private final Brought brought;
    private final Directory directory;
    private final BusinessClock clock;

    ReferrerController(Referrers referrers, Brought brought, Directory directory, BusinessClock clock) {
        this.referrers = referrers;
        this.brought = brought;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param cutOff when this was counted */
    record Rows(List<ReferrerView> items, Instant cutOff) {}

    /** @param zone may be left out by someone of one zone */
    record ReferrerForm(
            @Nullable String name,
            @Nullable String zone,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String note)
            implements Checked {

        @Override
        public void check(Checks checks) {
            checks.name("name", name).code("zone", zone).plausible("from", from).plausible("until", until);
            checks.text("note", note, NOTE);
            if (from != null && until != null && until.isBefore(from)) {
                checks.add("until", "until-before-from");
            }
        }

        Referrer of(String own, String called) {
            return new Referrer(Referrer.id(own, called), 1, own, called, from, until, note);
        }
    }

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
                .concatMap(one -> rows(scope, one))
                .filter(row -> plain(row.name()).contains(part))
                .sort(most.thenComparing(ReferrerView::name).thenComparing(ReferrerView::zone))
                .take(MOST)
                .collectList()
                .map(rows -> new Rows(rows, clock.now()));
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
                    return view(scope, kept);
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
                .flatMap(kept -> view(scope, kept));
    }

    private static void stays(Referrer known, ReferrerForm form) {
        if (form.name() != null && !form.name().strip().equals(known.name())) {
            throw Problem.invalid(FieldProblem.of("name", "read-only"));
        }
        if (form.zone() != null && !form.zone().equals(known.zone())) {
            throw Problem.invalid(FieldProblem.of("zone", "read-only"));
        }
    }

    private Mono<ReferrerView> view(Scope scope, Referrer referrer) {
        return brought.of(scope, referrer.zone())
                .map(counts -> ReferrerView.of(referrer, counts, clock.today(referrer.zone())));
    }

    private Flux<ReferrerView> rows(Scope scope, String zone) {
        return Mono.zip(referrers.of(zone).collectList(), brought.of(scope, zone))
                .flatMapIterable(found -> rows(zone, found.getT1(), found.getT2()));
    }

    private List<ReferrerView> rows(String zone, List<Referrer> kept, Counts counts) {
        LocalDate today = clock.today(zone);
        Set<String> names = kept.stream().map(Referrer::name).collect(Collectors.toSet());
        return Stream.concat(
                        kept.stream().map(one -> ReferrerView.of(one, counts, today)),
                        counts.leads().keySet().stream()
                                .filter(name -> !names.contains(name))
                                .map(name -> ReferrerView.named(zone, name, counts)))
                .toList();
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
