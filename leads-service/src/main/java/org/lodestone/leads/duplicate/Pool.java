package org.lodestone.leads.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lodestone.platform.search.TermLookup;

/** Those that share the weightiest keys with one: judged by what is kept beside them, and only those that may be the same are read. */
final class Pool implements Function<List<byte[]>, List<Integer>> {

    private static final Comparator<Placed> LIKELIEST = Comparator.comparing(
                    (Placed placed) -> placed.verdict().certainty())
            .thenComparing(placed -> -placed.verdict().confidence());

    private final Facts facts;
    private final List<Verdict> verdicts = new ArrayList<>();

    Pool(Facts facts) {
        this.facts = facts;
    }

    private record Placed(int place, Verdict verdict) {}

    TermLookup.Asked asked() {
        return new TermLookup.Asked(Keys.lookup(facts), this);
    }

    @Override
    public List<Integer> apply(List<byte[]> kept) {
        List<Facts> others = kept.stream().map(KeptFacts::read).toList();
        Facts own = Agents.without(facts, others);
        List<Placed> found = new ArrayList<>();
        for (int place = 0; place < others.size(); place++) {
            Verdict verdict = Verdict.of(own, others.get(place));
            if (verdict != null) {
                found.add(new Placed(place, verdict));
            }
        }
        found.sort(LIKELIEST);
        verdicts.clear();
        found.forEach(placed -> verdicts.add(placed.verdict()));
        return found.stream().map(Placed::place).toList();
    }

    /** Of those that were read, in their order. */
    <T> List<T> judged(int count, Judged<T> judged) {
        return IntStream.range(0, count)
                .mapToObj(at -> judged.of(at, verdicts.get(at)))
                .toList();
    }

    interface Judged<T> {

        T of(int at, Verdict verdict);
    }
}
