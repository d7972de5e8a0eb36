package org.lodestone.leads.bulk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodestone.platform.security.Right;

/** What can be done to many leads; on the wire in lower case. */
enum Action {
    ASSIGN(Set.of(Right.ASSIGN), Set.of("owner", "reason")),
    TRANSITION(Set.of(Right.WRITE_OWN, Right.WRITE), Set.of("to", "reason", "note", "revisitOn", "lostTo")),
    TAG(Set.of(Right.WRITE_OWN, Right.WRITE), Set.of("add", "remove")),
    CLAIM(Set.of(Right.WRITE_OWN, Right.WRITE), Set.of()),
    RELEASE(Set.of(Right.WRITE_OWN, Right.WRITE), Set.of("reason"));

    private final Set<Right> anyOf;
    private final Set<String> with;

    Action(Set<Right> anyOf, Set<String> with) {
        this.anyOf = anyOf;
        this.with = with;
    }

    static Optional<Action> of(String wire) {
        return Arrays.stream(values())
                .filter(action -> action.wire().equals(wire))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Action::wire).collect(Collectors.joining(", "));
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whose row it is, is asked row by row. */
    Right[] rights() {
        return anyOf.toArray(Right[]::new);
    }

    boolean takes(String name) {
        return with.contains(name);
    }
}
