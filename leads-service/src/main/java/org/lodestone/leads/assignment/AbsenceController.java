package org.lodestone.leads.assignment;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.Commands;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import org.lodestone.platform.web.ValidationProblem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Absences over HTTP: everybody enters their own, whoever may assign also others'. */
@RestController
@RequestMapping("/api/absences")
class AbsenceController {

    private final Absences absences;
    private final Owners owners;
    private final Commands commands;
    private final BusinessClock clock;

    AbsenceController(Absences absences, Owners owners, Commands commands, BusinessClock clock) {
        this.absences = absences;
        this.owners = owners;
        this.commands = commands;
        this.clock = clock;
    }

    record Items(List<View> items) {}

    record View(String id, String person, LocalDate from, LocalDate to, String standIn, String by) {

        static View of(Absence absence) {
            return new View(
                    absence.id(), absence.person(), absence.from(), absence.to(), absence.standIn(), absence.by());
        }
    }

    record AbsenceForm(
            @Nullable String person,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String standIn) implements Checked {

        @Override
        public void check(Checks checks) {
            checks.required("person", person).code("person", person);
            checks.required("standIn", standIn).code("standIn", standIn);
            checks.required("from", from).plausible("from", from);
            checks.required("to", to).notInPast("to", to, null);
            if (person != null && person.equals(standIn)) {
                checks.add("standIn", "same-person");
            }
            if (from != null && to != null && to.isBefore(from)) {
                checks.add("to", "ascending");
            }
        }
    }

    /** Those that are not over, of people within reach. */
    @GetMapping
    Mono<Items> list(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String person,
            Scope scope) {
        Rights.require(scope, Right.READ);
        LocalDate today = clock.today((String) null);
        return absences.all()
                .map(all -> new Items(all.stream()
                        .filter(absence -> !absence.to().isBefore(today))
                        .filter(absence -> person == null || absence.person().equals(person))
                        .filter(absence -> owners.sharesZone(scope, absence.person(), zone))
                        .sorted(Comparator.comparing(Absence::from).thenComparing(Absence::id))
                        .map(View::of)
                        .toList()));
    }

    @PostMapping
    Mono<ResponseEntity<View>> create(@RequestBody AbsenceForm form, Scope scope, ServerWebExchange exchange) {
        String person = Objects.requireNonNull(form.person());
        String standIn = Objects.requireNonNull(form.standIn());
        mayChange(scope, person);
        requireKnown(scope, person, standIn);
        Command command = commands.of(exchange, scope, form, false);
        String id = command.key() == null ? UUID.randomUUID().toString() : command.key();
        Absence absence = new Absence(
                id,
                0,
                person,
                Objects.requireNonNull(form.from()),
                Objects.requireNonNull(form.to()),
                standIn,
                command.by(),
                command.at(),
                null);
        return coveredOnce(absence)
                .then(Mono.defer(() -> absences.begin(absence)))
                .map(stored -> ResponseEntity.created(URI.create("/api/absences/" + id))
                        .body(View.of(stored)));
    }

    /** Of somebody whom nobody knows here it cannot be said who could stand in. */
    private void requireKnown(Scope scope, String person, String standIn) {
        boolean known = owners.sharesZone(scope, person, null);
        boolean able = known ? owners.canStandIn(scope, person, standIn) : owners.sharesZone(scope, standIn, null);
        List<FieldProblem> problems = new ArrayList<>();
        if (!known) {
            problems.add(FieldProblem.of("person", "unknown"));
        }
        if (!able) {
            problems.add(FieldProblem.of("standIn", "unknown"));
        }
        if (!problems.isEmpty()) {
            throw new ValidationProblem(problems);
        }
    }

    /** Nobody could say whose the work is where two stand in on one day; the same one for longer is no question. */
    private Mono<Void> coveredOnce(Absence absence) {
        return absences.coming()
                .filter(absence::contradicts)
                .next()
                .flatMap(other -> Mono.error(Problem.invalid(FieldProblem.of(
                        "standIn",
                        "stands-in-already",
                        owners.name(other.standIn()),
                        other.from().toString(),
                        other.to().toString()))));
    }

    /** Back sooner, or entered by mistake: from now on it counts no more. */
    @DeleteMapping("/{id}")
    Mono<ResponseEntity<Void>> delete(@PathVariable String id, Scope scope) {
        Rights.require(scope, Right.WRITE_OWN, Right.ASSIGN);
        return absences.find(id)
                .filter(absence -> owners.sharesZone(scope, absence.person(), null))
                .switchIfEmpty(Mono.error(Problem::notFound))
                .doOnNext(absence -> mayChange(scope, absence.person()))
                .flatMap(absence -> absences.change(id, present -> present.ended(clock.now())))
                .map(_ -> ResponseEntity.noContent().build());
    }

    private static void mayChange(Scope scope, String person) {
        if (person.equals(scope.subject())) {
            Rights.require(scope, Right.WRITE_OWN, Right.ASSIGN);
        } else {
            Rights.require(scope, Right.ASSIGN);
        }
    }
}
