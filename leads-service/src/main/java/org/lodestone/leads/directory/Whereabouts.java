package org.lodestone.leads.directory;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.lodestone.leads.directory.Away.Days;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Announces who is away, and says nothing where it was said already. */
@Component
public class Whereabouts {

    private final AggregateStore<Entry> entries;
    private final Directory directory;
    private final DirectoryService service;
    private final BusinessClock clock;

    Whereabouts(AggregateStore<Entry> entries, Directory directory, DirectoryService service, BusinessClock clock) {
        this.entries = entries;
        this.directory = directory;
        this.service = service;
        this.clock = clock;
    }

    /**
     * Looks again after it has spoken: of two who speak at once the slower one may have said what no longer holds.
     *
     * @param now asks for what is stored
     */
    public Mono<Void> announce(String person, Function<String, Mono<List<Days>>> now) {
        return now.apply(person).flatMap(days -> {
            Away away = new Away(person, days);
            return entries.load(Entry.idOfAway(person))
                    .map(Entry::isAway)
                    .defaultIfEmpty(new Away(person, List.of()))
                    .filter(said -> !away.equals(said))
                    .flatMap(_ -> service.put(Entry.of(away, zone(person)), command()))
                    .flatMap(_ -> announce(person, now));
        });
    }

    private Command command() {
        return Command.ofSystem("absences:" + UUID.randomUUID(), Scope.system().subject(), clock.now());
    }

    private String zone(String person) {
        return directory
                .person(person)
                .flatMap(known -> known.reach().stream().findFirst())
                .orElse(Scope.EVERY_ZONE);
    }
}
