package org.lodestone.leads.duplicate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.platform.search.TermMemory;

/** Rows of one file, compared with each other as leads are: nothing of them is in the index yet. */
public final class Peers {

    private final TermMemory memory = new TermMemory();
    private final Map<Integer, byte[]> kept = new HashMap<>();

    public void add(int row, LeadForm form) {
        Facts facts = Facts.of(form);
        kept.put(row, KeptFacts.of(facts));
        memory.add(row, Keys.kept(facts));
    }

    /** The first row before it that may be the same; those behind it only tell whose a phone is. */
    public Optional<Integer> before(int row, LeadForm form) {
        Facts facts = Facts.of(form);
        List<Integer> rows = memory.closest(Keys.lookup(facts), Duplicates.POOL).stream()
                .filter(other -> other != row)
                .toList();
        List<Facts> others = rows.stream()
                .map(other -> KeptFacts.read(Objects.requireNonNull(kept.get(other))))
                .toList();
        Facts own = Agents.without(facts, others);
        Optional<Integer> first = Optional.empty();
        for (int i = 0; i < rows.size(); i++) {
            int other = rows.get(i);
            boolean earlier = other < first.orElse(row);
            if (earlier && Verdict.of(own, others.get(i)) != null) {
                first = Optional.of(other);
            }
        }
        return first;
    }
}
