package org.lodestone.leads.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.process.Process;

/**
 * The rules of one zone, in order: the first that fits decides.
 *
 * @param id the zone
 */
public record RuleBook(String id, long version, List<Rule> rules) implements Process {

    static final int MOST = 100;

    static RuleBook empty(String zone) {
        return new RuleBook(zone, 0, List.of());
    }

    @Override
    public boolean finished() {
        return true;
    }

    /** @param position from 0; {@code null} leaves a known rule where it is and puts a new one last */
    RuleBook with(Rule rule, @Nullable Integer position) {
        List<Rule> all = new ArrayList<>(rules);
        int before = place(rule.id());
        if (before >= 0) {
            all.remove(before);
        }
        int wanted = position != null ? position : before >= 0 ? before : all.size();
        all.add(Math.clamp(wanted, 0, all.size()), rule);
        return new RuleBook(id, version, List.copyOf(all));
    }

    /** Where it stands; one that is gone by now is not missed. */
    RuleBook naming(String rule, String from, String to) {
        return find(rule).map(known -> with(known.naming(from, to), null)).orElse(this);
    }

    RuleBook without(String rule) {
        return new RuleBook(
                id,
                version,
                rules.stream().filter(one -> !one.id().equals(rule)).toList());
    }

    Optional<Rule> find(String rule) {
        return rules.stream().filter(one -> one.id().equals(rule)).findFirst();
    }

    private int place(String rule) {
        return rules.stream().map(Rule::id).toList().indexOf(rule);
    }

    /** Whether somebody must count how many leads a person has. */
    boolean limits() {
        return rules.stream().anyMatch(rule -> rule.active() && rule.capacity() != null);
    }
}
