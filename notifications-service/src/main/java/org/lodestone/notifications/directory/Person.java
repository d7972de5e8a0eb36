package org.lodestone.notifications.directory;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.PersonChanged;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.RightsMatrix;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.security.Scope;

/** Somebody alerts may go to. {@code scope} is what the directory allows them, whatever token they may hold. */
public record Person(String id, String name, @Nullable String email, Scope scope) {

    static Person of(PersonChanged announced) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        announced.roles().forEach(role -> Role.of(role).ifPresent(roles::add));
        Scope scope = new Scope(
                announced.id(),
                announced.name(),
                Set.copyOf(roles),
                Set.copyOf(announced.zones()),
                announced.parks() == null ? null : Set.copyOf(announced.parks()),
                RightsMatrix.of(roles));
        return new Person(announced.id(), announced.name(), announced.email(), scope);
    }

    boolean leads(String zone, @Nullable String park) {
        return scope.roles().contains(Role.LEADER) && mayRead(zone, park);
    }

    public boolean mayRead(String zone, @Nullable String park) {
        return scope.may(Right.READ) && scope.covers(zone, park);
    }
}
