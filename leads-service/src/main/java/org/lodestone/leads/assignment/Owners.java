package org.lodestone.leads.assignment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.directory.Directory;
import org.lodestone.leads.directory.Person;
import org.lodestone.leads.directory.Zone;
import org.lodestone.leads.lead.Assignment;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Who may be given leads, by the directory. */
@Component
class Owners {

    private final Directory directory;

    Owners(Directory directory) {
        this.directory = directory;
    }

    /** Of the zone, and somebody whose role works on leads. */
    boolean canOwn(String id, String zone) {
        return directory
                .person(id)
                .filter(person -> person.worksIn(zone) && person.worksOnLeads())
                .isPresent();
    }

    /** Whether the directory has that person in the zone, whatever they do there. */
    boolean knows(String id, String zone) {
        return directory.person(id).filter(person -> person.worksIn(zone)).isPresent();
    }

    /** As people know them, or the id of whom the directory does not have. */
    String name(String id) {
        return directory.person(id).map(Person::name).orElse(id);
    }

    /** @throws Problem that names the field */
    void require(String field, String id, String zone) {
        Person person = directory
                .person(id)
                .filter(known -> known.worksIn(zone))
                .orElseThrow(() -> Problem.invalid(FieldProblem.of(field, "unknown")));
        if (!person.worksOnLeads()) {
            throw Problem.invalid(FieldProblem.of(field, "cannot-own"));
        }
    }

    /** Whether that person works in a zone within the scope, or in the one named if it is. */
    boolean sharesZone(Scope scope, String id, @Nullable String zone) {
        return directory.person(id).stream()
                .anyMatch(person -> directory.zones().stream()
                        .map(Zone::id)
                        .filter(one -> zone == null || zone.equals(one))
                        .anyMatch(one -> scope.covers(one, null) && person.worksIn(one)));
    }

    /** The zones within the scope in which that person may have leads. */
    List<String> zonesFor(Scope scope, String id) {
        return directory.zones().stream()
                .map(Zone::id)
                .filter(one -> scope.covers(one, null) && canOwn(id, one))
                .toList();
    }

    /** In one of the zones at least that both work in. */
    boolean canStandIn(Scope scope, String absent, String standIn) {
        return directory.person(absent).stream()
                .anyMatch(person -> directory.zones().stream()
                        .map(Zone::id)
                        .anyMatch(one -> scope.covers(one, null) && person.worksIn(one) && canOwn(standIn, one)));
    }

    /** The department goes with the person, where the directory knows it. */
    Assignment of(Assignment before, String owner) {
        String department = directory.person(owner).map(Person::department).orElse(before.department());
        return new Assignment(owner, department, before.sponsor());
    }
}
