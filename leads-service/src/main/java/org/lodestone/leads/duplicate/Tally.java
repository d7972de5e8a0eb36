package org.lodestone.leads.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How often labelled pairs are judged as they are labelled.
 *
 * @param errors the pairs that are not, with what was thought of them
 */
record Tally(int found, int missed, int mistaken, int toldApart, List<String> errors) {

    static Tally of(List<LabelledPair> pairs) {
        return of(pairs, Verdict.THRESHOLD);
    }

    static Tally of(List<LabelledPair> pairs, double threshold) {
        int found = 0;
        int missed = 0;
        int mistaken = 0;
        int toldApart = 0;
        List<String> errors = new ArrayList<>();
        for (LabelledPair pair : pairs) {
            Verdict verdict = Verdict.of(pair.one(), pair.other(), threshold);
            if (pair.same() && verdict != null) {
                found++;
            } else if (pair.same()) {
                missed++;
                errors.add("missed:   " + pair.text());
            } else if (verdict != null) {
                mistaken++;
                errors.add("mistaken: " + pair.text() + "  " + verdict.confidence() + " " + verdict.reasons());
            } else {
                toldApart++;
            }
        }
        return new Tally(found, missed, mistaken, toldApart, List.copyOf(errors));
    }

    double precision() {
        return found + mistaken == 0 ? 1 : (double) found / (found + mistaken);
    }

    double recall() {
        return found + missed == 0 ? 1 : (double) found / (found + missed);
    }

    double f1() {
        return precision() + recall() == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d pairs, %d of them different: precision %.3f, recall %.3f (%d found, %d missed, %d mistaken, %d told apart)",
                found + missed + mistaken + toldApart,
                mistaken + toldApart,
                precision(),
                recall(),
                found,
                missed,
                mistaken,
                toldApart);
    }
}
