package org.lodestone.leads.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.time.WorkingCalendar;
import org.springframework.stereotype.Component;

/** The directory in memory: small, asked for by every write, and kept up to date by its own topic. */
@Component
public class Directory {

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong edition = new AtomicLong();
    private volatile boolean read;

    /** What the service ships with holds until the database says otherwise. */
    Directory(DirectoryFiles files) {
        files.entries().forEach(this::put);
    }

    /** An older version never replaces a newer one. */
    void put(Entry entry) {
        entries.merge(entry.id(), entry, (known, heard) -> heard.version() >= known.version() ? heard : known);
        edition.incrementAndGet();
    }

    /** Another number after every change, for who keeps what follows from the directory. */
    public long edition() {
        return edition.get();
    }

    public Optional<Zone> zone(String id) {
        return find("zone:" + id).map(Entry::development);
    }

    public Optional<Person> person(String id) {
        return find("person:" + id).map(Entry::person);
    }

    public Optional<Park> park(String id) {
        return find("park:" + id).map(Entry::site);
    }

    public Optional<Chain> chain(String id) {
        return find("chain:" + id).map(Entry::chain);
    }

    /** Department → the person at its head, in one zone. */
    public Map<String, String> heads(String zone) {
        return people().stream()
                .filter(person -> person.head() && person.department() != null && person.worksIn(zone))
                .collect(Collectors.toMap(
                        person -> Objects.requireNonNull(person.department()), Person::login, (first, _) -> first));
    }

    public WorkingCalendar calendar() {
        return WorkingCalendar.of(years().stream().map(WorkingYear::days).toList());
    }

    /** Grows with every change of a calendar or of a zone. */
    public long calendarEdition() {
        return entries.values().stream()
                .filter(entry -> entry.year() != null || entry.development() != null)
                .mapToLong(Entry::version)
                .sum();
    }

    /** Whether what is stored was read: before, what is shipped is all there is. */
    public boolean isRead() {
        return read;
    }

    void completelyRead() {
        read = true;
    }

    public List<Zone> zones() {
        return all(Entry::development, Comparator.comparing(Zone::id));
    }

    public List<Park> parks() {
        return all(Entry::site, Comparator.comparing(Park::id));
    }

    public List<Person> people() {
        return all(Entry::person, Comparator.comparing(Person::login));
    }

    public List<Chain> chains() {
        return all(Entry::chain, Comparator.comparing(Chain::id));
    }

    List<WorkingYear> years() {
        return all(Entry::year, Comparator.comparing(WorkingYear::number));
    }

    private Optional<Entry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    private <T> List<T> all(Function<Entry, @Nullable T> part, Comparator<T> order) {
        return entries.values().stream()
                .flatMap(entry -> Stream.ofNullable(part.apply(entry)))
                .sorted(order)
                .toList();
    }
}
