package org.lodestone.notifications.stream;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestone.notifications.stream.StreamEvent.Facts;

/**
 * What a subscriber wants of what it may see; an empty set wants all. Values of one field are alternatives, fields are all demanded. An
 * event that lacks a demanded field does not match.
 */
record EventFilter(
        Set<String> types,
        Set<String> zones,
        Set<String> parks,
        Set<String> owners,
        Set<String> officers,
        Set<String> stages,
        Set<String> states,
        Set<String> chains,
        Set<String> subjects) {

    static final List<String> FIELDS =
            List.of("type", "zone", "park", "owner", "officer", "stage", "state", "chain", "subject");

    private static final String ME = "me";

    /** @param parameters of the query; values may be repeated or separated by commas */
    static EventFilter of(Map<String, List<String>> parameters, String me) {
        return new EventFilter(
                values(parameters, "type"),
                values(parameters, "zone"),
                values(parameters, "park"),
                people(parameters, "owner", me),
                people(parameters, "officer", me),
                values(parameters, "stage"),
                values(parameters, "state"),
                values(parameters, "chain"),
                values(parameters, "subject"));
    }

    static EventFilter everything() {
        return of(Map.of(), ME);
    }

    static Set<String> values(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> people(Map<String, List<String>> parameters, String name, String me) {
        return values(parameters, name).stream()
                .map(person -> person.equals(ME) ? me : person)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean wants(Facts facts) {
        return wants(types, facts.type())
                && wants(zones, facts.zone())
                && wants(parks, facts.park())
                && wants(owners, facts.owner() == null ? facts.officer() : facts.owner())
                && wants(officers, facts.officer())
                && wants(stages, facts.stage())
                && wants(states, facts.state())
                && wants(chains, facts.chain())
                && wants(subjects, facts.subject());
    }

    private static boolean wants(Set<String> wanted, @Nullable String value) {
        return wanted.isEmpty() || value != null && wanted.contains(value);
    }
}
