package org.lodestone.leads.duplicate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.investor.CompanyName;
import org.lodestone.leads.investor.Likeness;

/** Whether two leads may be the same, why, and how likely. */
record Verdict(Certainty certainty, double confidence, List<Reason> reasons) {

    /** From here on a person is asked; tuned on one half of the labelled pairs, see the tests. */
    static final double THRESHOLD = 0.6;

    private static final double SAME_CONTACT = 0.7;
    private static final double SAME_DOMAIN = 0.66;
    private static final double HIGHEST = 0.99;
    /** Two credit codes are two firms, or a slip in one of them. */
    private static final double OTHER_USCC = 0.7;

    /** {@code null} when they are told apart. */
    static @Nullable Verdict of(Facts one, Facts other) {
        return of(one, other, THRESHOLD);
    }

    static @Nullable Verdict of(Facts one, Facts other, double threshold) {
        String uscc = one.uscc();
        boolean known = uscc != null && other.uscc() != null;
        List<Reason> reasons = new ArrayList<>();
        Likeness names = names(one.name(), other.name());
        if (uscc != null && uscc.equals(other.uscc())) {
            reasons.add(Reason.SAME_USCC);
        }
        double doubt = reason(reasons, names, threshold);
        if (!Collections.disjoint(one.domains(), other.domains())) {
            reasons.add(Reason.SAME_DOMAIN);
            doubt *= 1 - SAME_DOMAIN;
        }
        if (!Collections.disjoint(one.phones(), other.phones())) {
            reasons.add(Reason.SAME_PHONE);
            doubt *= 1 - SAME_CONTACT;
        }
        if (reasons.contains(Reason.SAME_USCC)) {
            return new Verdict(Certainty.CERTAIN, 1, List.copyOf(reasons));
        }
        double confidence = Math.min(HIGHEST, 1 - doubt);
        if (known) {
            confidence = names.kind() == Likeness.Kind.NAME ? confidence * OTHER_USCC : 0;
        }
        return confidence < threshold
                ? null
                : new Verdict(Certainty.PROBABLE, rounded(confidence), List.copyOf(reasons));
    }

    private static Likeness names(@Nullable CompanyName one, @Nullable CompanyName other) {
        return one == null || other == null ? new Likeness(Likeness.Kind.NONE, 0) : Likeness.of(one, other);
    }

    /** Only what counts is given as a reason. */
    private static double reason(List<Reason> reasons, Likeness names, double threshold) {
        if (names.confidence() < threshold) {
            return 1;
        }
        switch (names.kind()) {
            case NAME -> reasons.add(Reason.SAME_NAME);
            case PINYIN -> reasons.add(Reason.SAME_PINYIN);
            case SIMILAR -> reasons.add(Reason.SIMILAR_NAME);
            case NONE -> {}
        }
        return 1 - names.confidence();
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * 100) / 100.0;
    }
}
