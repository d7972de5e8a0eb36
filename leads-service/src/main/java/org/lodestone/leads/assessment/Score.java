package org.lodestone.leads.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Care.Verdict;
import org.lodestone.leads.settings.Scoring;
import org.lodestone.leads.settings.Scoring.Factor;
import org.lodestone.leads.settings.ZoneSettings;

/**
 * A lead's score by one version of its zone's settings. Follows from the two alone: not from the time, nor from anything else.
 *
 * @param total the sum of the points, 0 to 100
 * @param wouldRaise what is not known, the most rewarding first
 * @param proposed a veto proposes to reject; what is unknown never does
 */
record Score(int total, long version, List<Part> parts, List<Veto> vetoes, List<Raise> wouldRaise, Verdict proposed) {

    /** @param of the factor's weight: points at most */
    record Part(Factor.Code code, int points, int of, Sentence because) {}

    record Veto(String code, Sentence because) {}

    /** @param points that could be gained at most */
    record Raise(String field, int points, Sentence because) {}

    private record Measured(Factor factor, Measure measure) {

        int points() {
            return Measure.points(factor.weight(), measure.percent());
        }

        int best() {
            return Measure.points(factor.weight(), measure.best());
        }

        int gain(String field) {
            Integer percent = measure.raises().get(field);
            return percent == null ? 0 : Measure.points(factor.weight(), percent) - points();
        }
    }

    static Score of(LeadFacts facts, ZoneSettings settings) {
        Scoring scoring = settings.assessment();
        Measures measures = new Measures(facts, scoring);
        List<Measured> measured = scoring.factors().stream()
                .map(factor -> new Measured(factor, measures.of(factor)))
                .toList();
        int total = measured.stream().mapToInt(Measured::points).sum();
        int best = measured.stream().mapToInt(Measured::best).sum();
        List<Veto> vetoes = vetoes(facts, scoring.vetoes());
        return new Score(
                total,
                settings.version(),
                measured.stream().map(Score::part).toList(),
                vetoes,
                raises(measured),
                proposed(total, best, !vetoes.isEmpty(), scoring));
    }

    /** The total alone, for lists: without what it consists of and what would raise it. */
    static int total(LeadFacts facts, ZoneSettings settings) {
        Measures measures = new Measures(facts, settings.assessment());
        int total = 0;
        for (Factor factor : settings.assessment().factors()) {
            total += new Measured(factor, measures.of(factor)).points();
        }
        return total;
    }

    private static Part part(Measured one) {
        return new Part(
                one.factor().code(),
                one.points(),
                one.factor().weight(),
                one.measure().because());
    }

    private static Verdict proposed(int total, int best, boolean vetoed, Scoring scoring) {
        if (vetoed) {
            return Verdict.REJECT;
        }
        if (total >= scoring.proceedFrom()) {
            return Verdict.PROCEED;
        }
        boolean hopeless = total < scoring.rejectBelow() && best < scoring.proceedFrom();
        return hopeless ? Verdict.REJECT : Verdict.MORE;
    }

    private static List<Raise> raises(List<Measured> measured) {
        Map<String, List<Sentence>> reasons = new LinkedHashMap<>();
        Map<String, Integer> gains = new LinkedHashMap<>();
        for (Measured one : measured) {
            for (String field : one.measure().raises().keySet()) {
                int gain = one.gain(field);
                if (gain > 0) {
                    gains.merge(field, gain, Integer::sum);
                    reasons.computeIfAbsent(field, _ -> new ArrayList<>()).add(reason(one, field, gain));
                }
            }
        }
        return gains.entrySet().stream()
                .map(gain -> new Raise(
                        gain.getKey(),
                        gain.getValue(),
                        Sentence.of(
                                "raise",
                                Measure.label(gain.getKey()),
                                gain.getValue(),
                                reasons.getOrDefault(gain.getKey(), List.of()))))
                .sorted(Comparator.comparingInt(Raise::points).reversed().thenComparing(Raise::field))
                .toList();
    }

    /** A factor that earns nothing yet may need another field too; one that adds up does not. */
    private static Sentence reason(Measured one, String field, int gain) {
        Sentence factor = Sentence.of("factor." + one.factor().code());
        List<Sentence> others = one.measure().raises().keySet().stream()
                .filter(other -> !other.equals(field))
                .map(Measure::label)
                .toList();
        boolean joint = one.factor().code().kind() == Factor.Kind.BANDS && !others.isEmpty();
        return joint ? Sentence.of("raise-with", factor, gain, others) : Sentence.of("raise-by", factor, gain);
    }

    private static List<Veto> vetoes(LeadFacts facts, Scoring.Vetoes rules) {
        List<Veto> vetoes = new ArrayList<>();
        String industry = facts.plan().business().industry();
        if (industry != null) {
            rules.industries().stream()
                    .filter(industry::startsWith)
                    .findFirst()
                    .ifPresent(banned -> vetoes.add(veto("PROHIBITED_INDUSTRY", industry, banned)));
        }
        Wording.said(facts.texts(), rules.words()).ifPresent(word -> vetoes.add(veto("PROHIBITED_WORD", word)));
        BigDecimal intensity = facts.intensity();
        if (isBelow(intensity, rules.minIntensity())) {
            vetoes.add(veto("INTENSITY_TOO_LOW", intensity, rules.minIntensity()));
        }
        BigDecimal tax = facts.taxPerMu();
        if (isBelow(tax, rules.minTax())) {
            vetoes.add(veto("TAX_TOO_LOW", tax, rules.minTax()));
        }
        BigDecimal power = facts.needs().powerKva();
        if (isBelow(rules.maxPowerKva(), power)) {
            vetoes.add(veto("POWER_TOO_HIGH", power, rules.maxPowerKva()));
        }
        return List.copyOf(vetoes);
    }

    private static boolean isBelow(@Nullable BigDecimal value, @Nullable BigDecimal limit) {
        return value != null && limit != null && value.compareTo(limit) < 0;
    }

    private static Veto veto(String code, @Nullable Object... arguments) {
        List<Object> known = new ArrayList<>();
        for (Object argument : arguments) {
            known.add(String.valueOf(argument));
        }
        return new Veto(code, new Sentence("veto." + code, known));
    }
}
