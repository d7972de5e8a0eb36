package org.lodestone.leads.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Profile.Channel;
import org.lodestone.leads.settings.Scoring;
import org.lodestone.leads.settings.Scoring.Band;
import org.lodestone.leads.settings.Scoring.Factor;
import org.lodestone.leads.settings.Scoring.Step;
import org.lodestone.platform.web.Uscc;

/** How each factor is measured. */
final class Measures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String PLANNED = "investment.planned";
    private static final String LAND = "needs.landMu";
    private static final String POWER = "needs.powerKva";
    private static final String TAX = "expected.tax";

    private final LeadFacts facts;
    private final Scoring scoring;

    Measures(LeadFacts facts, Scoring scoring) {
        this.facts = facts;
        this.scoring = scoring;
    }

    Measure of(Factor factor) {
        return switch (factor.code()) {
            case CHAIN -> chain(factor);
            case AMOUNT -> amount(factor);
            case INTENSITY ->
                perMu(
                        factor,
                        "intensity",
                        PLANNED,
                        facts.planned(),
                        facts.intensity(),
                        scoring.floors().intensity());
            case TAX ->
                perMu(
                        factor,
                        "tax",
                        TAX,
                        facts.tax(),
                        facts.taxPerMu(),
                        scoring.floors().tax());
            case ENERGY -> energy(factor);
            case ENVIRONMENT -> environment(factor);
            case INVESTOR -> investor(factor);
            case TIMEFRAME -> timeframe(factor);
            case COMPLETENESS -> completeness();
        };
    }

    private Measure chain(Factor factor) {
        String chain = facts.plan().business().chain();
        if (chain == null) {
            return Measure.unknown(best(factor), List.of("chain"));
        }
        boolean wanted = scoring.chains().isEmpty() || scoring.chains().contains(chain);
        int percent = step(factor, wanted ? "WANTED" : "OTHER");
        return Measure.known(percent, Sentence.of(wanted ? "chain-wanted" : "chain-other", chain, percent));
    }

    private Measure amount(Factor factor) {
        BigDecimal planned = facts.planned();
        if (planned == null) {
            return Measure.unknown(best(factor), List.of(PLANNED), facts.saidUnknown() ? "said-unknown" : "unknown");
        }
        Band band = band(factor, planned);
        return band == null
                ? Measure.known(0, Sentence.of("amount-below", planned, first(factor)))
                : Measure.known(band.percent(), Sentence.of("amount", planned, from(band), band.percent()));
    }

    /** A figure for each 亩, against the zone's floor. */
    private Measure perMu(
            Factor factor,
            String name,
            String field,
            @Nullable BigDecimal figure,
            @Nullable BigDecimal perMu,
            @Nullable BigDecimal floor) {
        List<String> missing = missing(field, figure, LAND, facts.needs().landMu());
        if (!missing.isEmpty()) {
            return Measure.unknown(best(factor), missing);
        }
        if (perMu == null) {
            return Measure.known(best(factor), Sentence.of("no-land"));
        }
        if (floor == null) {
            return Measure.known(best(factor), Sentence.of("no-floor", perMu));
        }
        BigDecimal share = perMu.multiply(HUNDRED).divide(floor, 1, RoundingMode.HALF_UP);
        Band band = band(factor, share);
        int percent = band == null ? 0 : band.percent();
        return Measure.known(percent, Sentence.of(name, perMu, floor, share, percent));
    }

    private Measure energy(Factor factor) {
        BigDecimal kva = facts.needs().powerKva();
        List<String> missing = missing(POWER, kva, PLANNED, facts.planned());
        if (kva == null || !missing.isEmpty()) {
            return Measure.unknown(best(factor), missing);
        }
        BigDecimal perKva = facts.plannedPerKva();
        if (perKva == null) {
            return Measure.known(best(factor), Sentence.of("no-power"));
        }
        Band band = band(factor, perKva);
        int percent = band == null ? 0 : band.percent();
        return Measure.known(percent, Sentence.of("energy", kva, perKva, percent));
    }

    /** The strictest of the rules that hold. */
    private Measure environment(Factor factor) {
        String text = facts.needs().environment();
        if (text == null || text.isBlank()) {
            return Measure.unknown(best(factor), List.of("needs.environment"));
        }
        Step strictest = null;
        String word = "";
        for (Step rule : factor.steps()) {
            String said = Wording.said(text, rule.words()).orElse(null);
            if (said != null && (strictest == null || rule.percent() < strictest.percent())) {
                strictest = rule;
                word = said;
            }
        }
        if (strictest != null) {
            return Measure.known(strictest.percent(), Sentence.of("environment", word, strictest.percent()));
        }
        int otherwise = factor.steps().stream()
                .filter(rule -> rule.words().isEmpty())
                .mapToInt(Step::percent)
                .findFirst()
                .orElse(0);
        return Measure.known(otherwise, Sentence.of("environment-other", otherwise));
    }

    private Measure investor(Factor factor) {
        String uscc = facts.investor().uscc();
        boolean leader = facts.profile().source().channel() == Channel.CHAIN_LEADER;
        boolean tagged = facts.profile().tags().stream().anyMatch(scoring.investorTags()::contains);
        Map<String, String> open = new LinkedHashMap<>();
        if (uscc == null) {
            open.put("USCC_VALID", "investor.uscc");
        }
        if (!tagged && !scoring.investorTags().isEmpty()) {
            open.put("TAGGED", "tags");
        }
        List<String> met = new ArrayList<>();
        add(met, "USCC_VALID", uscc != null && Uscc.isValid(uscc));
        add(met, "CHAIN_LEADER", leader);
        add(met, "TAGGED", tagged);
        return summed(factor, met, open);
    }

    private Measure timeframe(Factor factor) {
        boolean next = facts.nextAction() != null && facts.nextAction().on() != null;
        boolean agreed = facts.hasDatedAgreement();
        Map<String, String> open = new LinkedHashMap<>();
        if (!next) {
            open.put("NEXT_ACTION", "nextAction.on");
        }
        if (!agreed) {
            open.put("DATED_AGREEMENT", "documents");
        }
        List<String> met = new ArrayList<>();
        add(met, "NEXT_ACTION", next);
        add(met, "DATED_AGREEMENT", agreed);
        return summed(factor, met, open);
    }

    private Measure completeness() {
        Map<String, Boolean> said = facts.said();
        int all = said.size();
        int known = (int) said.values().stream().filter(Boolean::booleanValue).count();
        Map<String, Integer> raises = new LinkedHashMap<>();
        said.forEach((field, isKnown) -> {
            if (!isKnown) {
                raises.put(field, Measure.FULL * (known + 1) / all);
            }
        });
        return new Measure(Measure.FULL * known / all, Measure.FULL, Sentence.of("completeness", known, all), raises);
    }

    /** @param open step that is not met, and the field that could tell otherwise */
    private static Measure summed(Factor factor, List<String> met, Map<String, String> open) {
        int percent = Math.min(
                Measure.FULL, met.stream().mapToInt(code -> step(factor, code)).sum());
        int best = Math.min(
                Measure.FULL,
                percent
                        + open.keySet().stream()
                                .mapToInt(code -> step(factor, code))
                                .sum());
        Map<String, Integer> raises = new LinkedHashMap<>();
        open.forEach((code, field) -> raises.put(field, Math.min(Measure.FULL, percent + step(factor, code))));
        List<Sentence> reasons = met.stream()
                .map(code -> Sentence.of("step." + code, step(factor, code)))
                .toList();
        Sentence because = reasons.isEmpty()
                ? Sentence.of(
                        "unknown", open.values().stream().map(Measure::label).toList())
                : Sentence.of("steps", reasons);
        return new Measure(percent, best, because, raises);
    }

    private static void add(List<String> met, String code, boolean holds) {
        if (holds) {
            met.add(code);
        }
    }

    private static List<String> missing(
            String first, @Nullable Object firstValue, String second, @Nullable Object secondValue) {
        List<String> missing = new ArrayList<>();
        add(missing, first, firstValue == null);
        add(missing, second, secondValue == null);
        return missing;
    }

    private static int best(Factor factor) {
        int best = 0;
        for (Band band : factor.bands()) {
            best = Math.max(best, band.percent());
        }
        for (Step step : factor.steps()) {
            best = Math.max(best, step.percent());
        }
        return best;
    }

    private static int step(Factor factor, String code) {
        for (Step step : factor.steps()) {
            if (code.equals(step.code())) {
                return step.percent();
            }
        }
        return 0;
    }

    /** The last that begins at the value or below. */
    private static @Nullable Band band(Factor factor, BigDecimal value) {
        Band last = null;
        for (Band band : factor.bands()) {
            last = from(band).compareTo(value) <= 0 ? band : last;
        }
        return last;
    }

    private static BigDecimal first(Factor factor) {
        return from(factor.bands().getFirst());
    }

    private static BigDecimal from(Band band) {
        return band.from() == null ? BigDecimal.ZERO : band.from();
    }
}
