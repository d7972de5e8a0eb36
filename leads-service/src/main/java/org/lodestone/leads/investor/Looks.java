package org.lodestone.leads.investor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Characters that are taken for each other on paper, on a scan or by a hand that writes fast. */
final class Looks {

    private static final Map<Character, Set<Character>> ALIKE = new HashMap<>();

    private static final Map<Character, Character> FIRST = new HashMap<>();

    static {
        for (String line : Lines.of("/investor/lookalikes.txt")) {
            Arrays.stream(line.split(" +")).forEach(Looks::learn);
        }
    }

    private Looks() {}

    private static void learn(String group) {
        for (char one : group.toCharArray()) {
            FIRST.putIfAbsent(one, group.charAt(0));
            for (char other : group.toCharArray()) {
                ALIKE.computeIfAbsent(one, _ -> new HashSet<>()).add(other);
            }
        }
    }

    /** Two that differ in one character that is taken for the other. */
    static boolean alike(String one, String other) {
        if (one.length() != other.length() || one.equals(other)) {
            return false;
        }
        int at = 0;
        while (one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return alike(one.charAt(at), other.charAt(at)) && one.substring(at + 1).equals(other.substring(at + 1));
    }

    static boolean isAny(String text) {
        return Reading.any(text, unit -> ALIKE.containsKey((char) unit));
    }

    /** The same for all that are alike in this way. */
    static String usual(String text) {
        StringBuilder usual = new StringBuilder(text.length());
        for (char unit : text.toCharArray()) {
            usual.append(FIRST.getOrDefault(unit, unit));
        }
        return usual.toString();
    }

    static boolean alike(char one, char other) {
        return ALIKE.getOrDefault(one, Set.of()).contains(other);
    }
}
