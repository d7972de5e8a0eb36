package org.lodestone.leads.investor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What a text may end with. Looked for as it is: a pattern would be tried from every place of the text on. */
record Endings(List<String> longestFirst) {

    static Endings of(String spaced) {
        return new Endings(Arrays.stream(spaced.split(" "))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** The longest; empty for none. */
    String longestOf(String text) {
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
