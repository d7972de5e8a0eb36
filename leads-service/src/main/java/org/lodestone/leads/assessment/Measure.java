package org.lodestone.leads.assessment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a factor is met.
 *
 * @param percent of its weight that is earned
 * @param best percent, were everything known and as good as can be
 * @param raises field that is not known → percent, were it known and good
 */
record Measure(int percent, int best, Sentence because, Map<String, Integer> raises) {

    static final int FULL = 100;

    static Measure known(int percent, Sentence because) {
        return new Measure(percent, percent, because, Map.of());
    }

    /** Earns nothing: {@code null} is not 0, so the sentence says that it is not known, not that it is bad. */
    static Measure unknown(int best, List<String> fields) {
        return unknown(best, fields, "unknown");
    }

    static Measure unknown(int best, List<String> fields, String sentence) {
        Map<String, Integer> raises = new LinkedHashMap<>();
        fields.forEach(field -> raises.put(field, best));
        List<Sentence> names = fields.stream().map(Measure::label).toList();
        return new Measure(0, best, Sentence.of(sentence, names), raises);
    }

    static Sentence label(String field) {
        return Sentence.of("field." + field);
    }

    /** Whole points; half a point counts as one. */
    static int points(int weight, int percent) {
        return (2 * weight * percent + FULL) / (2 * FULL);
    }
}
