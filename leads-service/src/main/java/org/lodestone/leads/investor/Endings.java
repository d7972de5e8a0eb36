package org.lodestone.leads.investor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What a text may end with. Looked for as it is: a pattern would be tried from every place of the text on. */
record Endings(List<String> longestFirst, Lengths lengths) {

    static Endings of(String spaced) {
        List<String> longestFirst = Arrays.stream(spaced.split(" "))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        return new Endings(longestFirst, Lengths.ofEndings(longestFirst));
    }

    /** The longest; empty for none. */
    String longestOf(String text) {
        if (lengths.longestIn(text) == 0) {
            return "";
        }
        for (String ending : longestFirst) {
            if (text.endsWith(ending)) {
                return ending;
            }
        }
        return "";
    }

    boolean end(String text) {
        return !longestOf(text).isEmpty();
    }
}
