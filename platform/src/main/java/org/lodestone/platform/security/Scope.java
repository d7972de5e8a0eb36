package org.lodestone.platform.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose request this is and how far it reaches: a mandatory argument of every method that reads or writes aggregates, so that no query
 * can be written without its zone. Controllers receive it as a method argument.
 *
 * @param subject the user name ({@code sub})
 * @param zones GB/T 2260 codes, or {@code *} for all
 * @param parks the parks inside the zones; {@code null} means all of them
 * @param rights what the roles allow, cut down to the token's scopes for a program
 */
public record Scope(
        String subject,
        String name,
        Set<Role> roles,
        Set<String> zones,
        @Nullable Set<String> parks,
        Set<Right> rights) {

    public static final String EVERY_ZONE = "*";

    /** The service itself: index, relay, listeners. Never built from a request. */
    public static Scope system() {
        return new Scope("system", "system", Set.of(), Set.of(EVERY_ZONE), null, Set.of(Right.values()));
    }

    public boolean everyZone() {
        return zones.contains(EVERY_ZONE);
    }

    /** Whether an aggregate of this zone and park may be seen at all. What has no park yet belongs to the whole zone. */
    public boolean covers(String zone, @Nullable String park) {
        return (everyZone() || zones.contains(zone)) && (parks == null || park == null || parks.contains(park));
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }
}
