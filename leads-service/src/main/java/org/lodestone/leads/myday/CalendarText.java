package org.lodestone.leads.myday;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodestone.leads.directory.Directory;
import org.lodestone.leads.directory.Person;
import org.lodestone.leads.lead.Lead;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.Hit;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.RightsMatrix;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.security.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What falls due for somebody, as iCalendar text: for as much as they may see today, whatever they could when they asked for the address. */
@Component
class CalendarText {

    private final MyDay day;
    private final SearchIndex<Lead> index;
    private final Directory directory;
    private final Entries entries;

    CalendarText(MyDay day, SearchIndex<Lead> index, Directory directory, Entries entries) {
        this.day = day;
        this.index = index;
        this.directory = directory;
        this.entries = entries;
    }

    /** Empty for somebody who is not of the house any more, or reads nothing. */
    Mono<String> of(CalendarFeed feed) {
        return Mono.justOrEmpty(directory.person(feed.person()).map(person -> scope(feed.person(), person)))
                .filter(scope -> scope.may(Right.READ))
                .flatMap(scope -> day.people(scope)
                        .flatMap(people -> index.search(scope, request(people)))
                        .map(page -> entries.text(
                                page.items().stream().map(Hit::aggregate).toList(),
                                day.timeOf(scope),
                                Locale.of(feed.language()))));
    }

    /** What falls due first, before what is far away. */
    private static SearchRequest request(List<String> people) {
        List<Condition> due = List.of(new Condition.AnyOf("owner", people), new Condition.Exists("yellowAt"));
        return SearchRequest.of(due, "yellowAt", SearchRequest.MAX_LIMIT);
    }

    private static Scope scope(String id, Person person) {
        Set<Role> roles = listed(person.roles()).stream()
                .flatMap(claim -> Role.of(claim).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Scope(
                id,
                person.name() == null ? id : person.name(),
                roles,
                Set.copyOf(listed(person.zones())),
                person.parks() == null ? null : Set.copyOf(person.parks()),
                RightsMatrix.of(roles));
    }

    private static List<String> listed(@org.jspecify.annotations.Nullable List<String> items) {
        return items == null ? List.of() : items;
    }
}
