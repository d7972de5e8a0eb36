package org.lodestone.leads.duplicate;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A phone or a mail domain under which several firms are known is their agent's, and says nothing of whether two of them are one. */
final class Agents {

    /** Two may be one firm under two names. */
    private static final int FIRMS = 3;

    private Agents() {}

    /** Without the contacts that it shares with too many of the others. */
    static Facts without(Facts own, Collection<Facts> others) {
        return new Facts(own.name(), own.uscc(), kept(own, others, Facts::phones), kept(own, others, Facts::domains));
    }

    private static Set<String> kept(Facts own, Collection<Facts> others, Function<Facts, Set<String>> contacts) {
        return contacts.apply(own).stream()
                .filter(contact -> firms(
                                own,
                                others.stream()
                                        .filter(other -> contacts.apply(other).contains(contact))
                                        .toList())
                        < FIRMS)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static int firms(Facts own, List<Facts> sharing) {
        Set<String> cores = new HashSet<>();
        if (own.name() != null) {
            cores.add(own.name().core());
        }
        for (Facts other : sharing) {
            if (other.name() != null) {
                cores.add(other.name().core());
            }
        }
        return cores.size();
    }
}
