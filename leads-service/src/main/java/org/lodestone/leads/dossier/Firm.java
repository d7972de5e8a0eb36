package org.lodestone.leads.dossier;

import java.util.List;
import java.util.stream.Stream;
import org.lodestone.platform.search.Condition;

/**
 * A company as one reader sees it.
 *
 * @param key by which it is known to them
 * @param names normalised ones that are its own and nobody else's
 */
record Firm(InvestorKey key, List<String> names) {

    /** Its leads: those with its code, and those that only have a name which is its own. */
    Condition leads() {
        Condition named = new Condition.All(
                List.of(new Condition.AnyOf("companyKey", names), new Condition.Not(new Condition.Exists("uscc"))));
        return key.uscc() == null
                ? named
                : new Condition.Any(List.of(new Condition.AnyOf("uscc", List.of(key.uscc())), named));
    }

    /** Every id it may have been linked under. */
    List<String> ids() {
        return Stream.concat(
                        Stream.of(key.id()),
                        names.stream().map(InvestorKey::ofName).map(InvestorKey::id))
                .distinct()
                .toList();
    }
}
