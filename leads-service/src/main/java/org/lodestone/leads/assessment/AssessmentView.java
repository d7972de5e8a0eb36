package org.lodestone.leads.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Care.Assessment;
import org.lodestone.leads.lead.Care.Verdict;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.settings.Scoring.Floors;
import org.lodestone.leads.settings.ZoneSettings;

/**
 * A score as the wire has it.
 *
 * @param version of the zone's settings
 * @param intensity 万元/亩
 * @param taxPerMu 万元/亩 a year
 * @param verdict of a person, with the score as it was then
 * @param differs whether that person decided otherwise than is proposed now
 */
record AssessmentView(
        int score,
        long version,
        long leadVersion,
        List<Factor> factors,
        List<Veto> vetoes,
        List<Raise> wouldRaise,
        Verdict proposed,
        int proceedFrom,
        @Nullable BigDecimal intensity,
        @Nullable BigDecimal taxPerMu,
        Floors floors,
        @Nullable Assessment verdict,
        boolean differs) {

    record Factor(String code, String label, int points, int of, String because) {}

    record Veto(String code, String because) {}

    record Raise(String field, String label, int points, String because) {}

    static AssessmentView of(Lead lead, ZoneSettings settings, Function<Sentence, String> words) {
        LeadFacts facts = LeadFacts.of(lead);
        Score score = Score.of(facts, settings);
        Assessment verdict = lead.care().assessment();
        return new AssessmentView(
                score.total(),
                settings.version(),
                lead.version(),
                score.parts().stream().map(part -> factor(part, words)).toList(),
                score.vetoes().stream()
                        .map(veto -> new Veto(veto.code(), words.apply(veto.because())))
                        .toList(),
                score.wouldRaise().stream().map(raise -> raise(raise, words)).toList(),
                score.proposed(),
                settings.assessment().proceedFrom(),
                facts.intensity(),
                facts.taxPerMu(),
                settings.assessment().floors(),
                verdict,
                verdict != null && verdict.verdict() != score.proposed());
    }

    private static Factor factor(Score.Part part, Function<Sentence, String> words) {
        String label = words.apply(Sentence.of("factor." + part.code()));
        return new Factor(part.code().name(), label, part.points(), part.of(), words.apply(part.because()));
    }

    private static Raise raise(Score.Raise raise, Function<Sentence, String> words) {
        String label = words.apply(Measure.label(raise.field()));
        return new Raise(raise.field(), label, raise.points(), words.apply(raise.because()));
    }
}
