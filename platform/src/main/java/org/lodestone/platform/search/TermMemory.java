package org.lodestone.platform.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/** Finds among what it was told what shares the weightiest terms: for as much as one file has, with little memory, gone with its owner. */
public final class TermMemory {

    /** What more than so many share says nothing about any of them. */
    private static final int MOST_OF_ONE_TERM = 200;

    private static final int NONE = 0;

    private final BytesRefHash terms = new BytesRefHash();
    /** By term: its newest entry, and how many there are. */
    private int[] newest = new int[1024];

    private int[] counts = new int[1024];
    /** By entry, from 1 on: whose it is, and the entry of the same term before it. */
    private int[] numbers = new int[1024];

    private int[] before = new int[1024];
    private int entries;

    /** @param number by which it is found again */
    public void add(int number, Iterable<String> told) {
        told.forEach(term -> {
            int found = terms.add(new BytesRef(term));
            int id = found < 0 ? -found - 1 : found;
            newest = ArrayUtil.grow(newest, id + 1);
            counts = ArrayUtil.grow(counts, id + 1);
            if (counts[id] < MOST_OF_ONE_TERM) {
                counts[id]++;
                newest[id] = entry(number, newest[id]);
            }
        });
    }

    private int entry(int number, int previous) {
        entries++;
        numbers = ArrayUtil.grow(numbers, entries + 1);
        before = ArrayUtil.grow(before, entries + 1);
        numbers[entries] = number;
        before[entries] = previous;
        return entries;
    }

    /** The numbers of at most so many, the weightiest first, of equal weight the lowest. */
    public List<Integer> closest(Map<String, Float> weights, int most) {
        Map<Integer, Float> shared = new HashMap<>();
        weights.forEach((term, weight) -> {
            int id = terms.find(new BytesRef(term));
            for (int entry = id < 0 ? NONE : newest[id]; entry != NONE; entry = before[entry]) {
                shared.merge(numbers[entry], weight, Float::sum);
            }
        });
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Float>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
