package org.lodestone.leads.assignment;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.directory.Away.Days;
import org.lodestone.leads.directory.Whereabouts;
import org.lodestone.leads.lead.StandIns;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is away and who stands in; few, and remembered for a few seconds. */
@Component
class Absences implements StandIns {

    private static final Duration REMEMBERED = Duration.ofSeconds(3);

    /** Absences over for so long were announced as over by an earlier start, or matter to nobody. */
    private static final int REMEMBERED_DAYS = 7;

    private final ProcessStore<Absence> store;
    private final Owners owners;
    private final Whereabouts whereabouts;
    private final BusinessClock clock;
    private volatile Mono<List<Absence>> known;

    Absences(ProcessStore<Absence> store, Owners owners, Whereabouts whereabouts, BusinessClock clock) {
        this.store = store;
        this.owners = owners;
        this.whereabouts = whereabouts;
        this.clock = clock;
        this.known = fresh();
    }

    /** @param insteadOf who should have it and is away */
    record Present(String person, @Nullable String insteadOf) {}

    Mono<List<Absence>> all() {
        return known;
    }

    /** Those that are not over, as the database has them now. */
    Flux<Absence> coming() {
        LocalDate today = clock.today((String) null);
        return store.list(Filters.exists("endedAt", false))
                .filter(absence -> !absence.to().isBefore(today));
    }

    Mono<Absence> begin(Absence absence) {
        return store.begin(absence).flatMap(this::changed);
    }

    Mono<Absence> find(String id) {
        return store.find(id);
    }

    Mono<Absence> change(String id, UnaryOperator<Absence> next) {
        return store.step(id, next).flatMap(this::changed);
    }

    private Mono<Absence> changed(Absence absence) {
        known = fresh();
        return announce(absence.person()).thenReturn(absence);
    }

    /** What a kill kept from being announced, and what is over. */
    Mono<Void> announceAll() {
        return store.list(Filters.gte("to", clock.today((String) null).minusDays(REMEMBERED_DAYS)))
                .map(Absence::person)
                .distinct()
                .concatMap(this::announce)
                .then();
    }

    private Mono<Void> announce(String person) {
        return whereabouts.announce(person, this::days);
    }

    private Mono<List<Days>> days(String person) {
        return coming().filter(absence -> absence.person().equals(person))
                .map(absence -> new Days(absence.from(), absence.to(), absence.standIn()))
                .sort(Comparator.comparing(Days::from).thenComparing(Days::standIn))
                .collectList();
    }

    /** Whoever does that person's work in the zone today: themselves, unless they are away and somebody there can stand in. */
    Mono<Present> present(String person, String zone) {
        LocalDate today = clock.today(zone);
        return known.map(all -> {
            String there = standIn(all, person, today, one -> owners.canOwn(one, zone));
            return new Present(there, there.equals(person) ? null : person);
        });
    }

    @Override
    public Mono<List<String>> coveredBy(String person) {
        LocalDate today = clock.today((String) null);
        return known.map(all -> all.stream()
                .filter(absence -> absence.covers(today))
                .map(Absence::person)
                .distinct()
                .filter(absent -> !absent.equals(person))
                .filter(absent -> standIn(all, absent, today, _ -> true).equals(person))
                .toList());
    }

    /** Who stands in may be away too; in a circle of absent people everybody keeps their own. */
    private static String standIn(List<Absence> all, String person, LocalDate today, Predicate<String> able) {
        Set<String> seen = new HashSet<>();
        String now = person;
        while (seen.add(now)) {
            String absent = now;
            Absence away = all.stream()
                    .filter(absence -> absence.person().equals(absent) && absence.covers(today))
                    .findFirst()
                    .orElse(null);
            if (away == null) {
                return able.test(now) ? now : person;
            }
            now = away.standIn();
        }
        return person;
    }

    private Mono<List<Absence>> fresh() {
        return store.list(Filters.exists("endedAt", false))
                .collectList()
                .cache(_ -> REMEMBERED, _ -> Duration.ZERO, () -> Duration.ZERO);
    }
}
