package org.lodestone.platform.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose work it is, with their reach and rights of the moment they set it going: it goes on when their request is long over.
 *
 * @param parks {@code null} for all
 */
public record Mandate(
        String subject,
        String name,
        List<String> zones,
        @Nullable List<String> parks,
        List<String> rights) {

    public static Mandate of(Scope scope) {
        Set<String> parks = scope.parks();
        return new Mandate(
                scope.subject(),
                scope.name(),
                scope.zones().stream().sorted().toList(),
                parks == null ? null : parks.stream().sorted().toList(),
                scope.rights().stream().map(Right::name).sorted().toList());
    }

    public Scope scope() {
        return new Scope(
                subject,
                name,
                Set.of(),
                Set.copyOf(zones),
                parks == null ? null : Set.copyOf(parks),
                rights.stream().map(Right::valueOf).collect(Collectors.toSet()));
    }
}
