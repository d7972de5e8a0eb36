package org.lodestone.platform.imports;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Scope;

/** Who imports, with the rights of the moment they said so: the work goes on when their request is long over. */
public record ImportOwner(
        String subject, String name, @Nullable List<String> parks, List<String> rights) {

    static ImportOwner of(Scope scope) {
        Set<String> parks = scope.parks();
        return new ImportOwner(
                scope.subject(),
                scope.name(),
                parks == null ? null : List.copyOf(parks),
                scope.rights().stream().map(Right::name).sorted().toList());
    }

    public boolean may(Right right) {
        return rights.contains(right.name());
    }

    /** Their reach, cut down to the zone of the import. */
    public Scope scope(String zone) {
        return new Scope(
                subject,
                name,
                Set.of(),
                Set.of(zone),
                parks == null ? null : Set.copyOf(parks),
                rights.stream().map(Right::valueOf).collect(Collectors.toSet()));
    }
}
