package org.lodestone.leads.investor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Characters that are taken for each other on paper, on a scan or by a hand that writes fast. */
final class Looks {

    private static final Map<Character, Set<Character>> ALIKE = new HashMap<>();

    static {
        for (String line : Lines.of("/investor/lookalikes.txt")) {
            Arrays.stream(line.split(" +")).forEach(Looks::learn);
        }
    }

    private Looks() {}

    private static void learn(String group) {
        for (char one : group.toCharArray()) {
            for (char other : group.toCharArray()) {
                ALIKE.computeIfAbsent(one, _ -> new HashSet<>()).add(other);
            }
        }
    }

    static boolean alike(char one, char other) {
        return ALIKE.getOrDefault(one, Set.of()).contains(other);
    }
}
