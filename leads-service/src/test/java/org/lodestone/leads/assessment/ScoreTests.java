package org.lodestone.leads.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.leads.assessment.Score.Part;
import org.lodestone.leads.assessment.Score.Raise;
import org.lodestone.leads.assessment.Score.Veto;
import org.lodestone.leads.lead.Care.Verdict;
import org.lodestone.leads.lead.Profile.Channel;
import org.lodestone.leads.settings.Scoring;
import org.lodestone.leads.settings.Scoring.Factor.Code;
import org.lodestone.leads.settings.ShippedFixture;
import org.lodestone.leads.settings.ZoneSettings;
import org.springframework.context.support.ResourceBundleMessageSource;

class ScoreTests {

    private static final ZoneSettings SETTINGS = ShippedFixture.settings("140827");

    @Test
    void whatIsGoodThroughoutHasEveryPoint() {
        Score score = score(FactsFixture.good());

        assertThat(score.parts())
                .filteredOn(part -> part.code() != Code.COMPLETENESS)
                .allSatisfy(
                        part -> assertThat(part.points()).as(part.code().name()).isEqualTo(part.of()));
        assertThat(score.proposed()).isEqualTo(Verdict.PROCEED);
        assertThat(score.vetoes()).isEmpty();
    }

    @Test
    void whatIsNotKnownEarnsNothingAndIsNamedWithWhatItCouldGain() {
        Score score = score(FactsFixture.nothing());

        assertThat(score.total()).isEqualTo(2); // Two of thirteen: a name and a contact.
        assertThat(score.proposed()).isEqualTo(Verdict.MORE);
        assertThat(score.wouldRaise()).extracting(Raise::field).contains("chain", "investment.planned", "needs.landMu");
        assertThat(raise(score, "investment.planned")).isEqualTo(15 + 15 + 10);
        assertThat(raise(score, "chain")).isEqualTo(15);
        assertThat(part(score, Code.INTENSITY).because().code()).isEqualTo("unknown");
    }

    @Test
    void zeroIsKnownAndNullIsNot() {
        Score none = score(FactsFixture.nothing().money(null, "10"));
        Score zero = score(FactsFixture.nothing().money("0", "10"));

        assertThat(part(none, Code.AMOUNT).because().code()).isEqualTo("unknown");
        assertThat(part(zero, Code.AMOUNT).points()).isEqualTo(3);
        assertThat(part(zero, Code.INTENSITY).because().code()).isEqualTo("intensity");
        assertThat(part(zero, Code.INTENSITY).points()).isZero();
        assertThat(zero.wouldRaise()).extracting(Raise::field).doesNotContain("investment.planned");
        assertThat(part(score(FactsFixture.nothing().money("500", "0")), Code.INTENSITY)
                        .points())
                .isEqualTo(15);
    }

    @Test
    void thatTheAmountIsUnknownCanBeSaid() {
        FactsFixture said = new FactsFixture(
                null, null, null, null, null, null, null, null, null, true, Channel.OTHER, List.of(), false, false);

        assertThat(part(score(said), Code.AMOUNT).because().code()).isEqualTo("said-unknown");
    }

    @ParameterizedTest
    @CsvSource({"999.99, 3", "1000, 6", "4999, 6", "5000, 9", "10000, 12", "49999.99, 12", "50000, 15", "900000, 15"})
    void amountsHaveBands(String planned, int points) {
        assertThat(part(score(FactsFixture.nothing().money(planned, null)), Code.AMOUNT)
                        .points())
                .isEqualTo(points);
    }

    /** The floor is 200 万元/亩. */
    @ParameterizedTest
    @CsvSource({"119, 0", "120, 5", "159, 5", "160, 9", "199, 9", "200, 12", "299, 12", "300, 15"})
    void intensityIsHeldAgainstTheFloor(String planned, int points) {
        assertThat(part(score(FactsFixture.nothing().money(planned, "1")), Code.INTENSITY)
                        .points())
                .isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"5, 0", "6, 3", "8, 6", "10, 8", "15, 10"})
    void taxIsHeldAgainstTheFloor(String tax, int points) {
        FactsFixture facts = FactsFixture.good().money(null, "1");
        FactsFixture taxed = new FactsFixture(
                null, null, null, null, null, null, tax, null, null, null, Channel.OTHER, List.of(), false, false);

        assertThat(part(score(facts.with(6, taxed)), Code.TAX).points()).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"10000, 10000, 5", "9940, 10000, 2", "5000, 10000, 2", "30000, 10000, 8", "80000, 10000, 10", "1, 0, 10"
    })
    void energyIsInvestmentForEachKva(String planned, String kva, int points) {
        FactsFixture power = new FactsFixture(
                null, null, null, null, kva, null, null, null, null, null, Channel.OTHER, List.of(), false, false);
        int found = part(score(FactsFixture.nothing().money(planned, null).with(4, power)), Code.ENERGY)
                .points();

        assertThat(found).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"有少量废水, 4", "高污染，但清洁, 0", "不属于两高项目, 7", "无高污染、高耗能工序, 7", "无废水。生产危化品, 0", "清洁生产，无废气, 10", "普通, 7"})
    void theStrictestWordThatIsNotDeniedCounts(String text, int points) {
        FactsFixture said = new FactsFixture(
                null, null, null, null, null, text, null, null, null, null, Channel.OTHER, List.of(), false, false);

        assertThat(part(score(said), Code.ENVIRONMENT).points()).isEqualTo(points);
    }

    @Test
    void anInvestorsStrengthsAddUpAndEndAtTheWeight() {
        FactsFixture valid = FactsFixture.nothing().with(7, FactsFixture.good());

        assertThat(part(score(valid), Code.INVESTOR).points()).isEqualTo(4);
        assertThat(part(score(valid.with(9, FactsFixture.good())), Code.INVESTOR)
                        .points())
                .isEqualTo(10);
        assertThat(part(score(FactsFixture.good()), Code.INVESTOR).points()).isEqualTo(10);
        assertThat(raise(score(valid), "tags")).isEqualTo(6);
    }

    @Test
    void aChainTheZoneDoesNotWantEarnsLess() {
        FactsFixture ceramics = new FactsFixture(
                "ceramics",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Channel.OTHER,
                List.of(),
                false,
                false);

        assertThat(part(score(ceramics), Code.CHAIN).points()).isEqualTo(15);
        assertThat(part(Score.of(ceramics.facts(), strict()), Code.CHAIN).points())
                .isEqualTo(6);
    }

    @Test
    void aVetoProposesToRejectWhateverThePoints() {
        FactsFixture banned = new FactsFixture(
                null,
                "C2511",
                null,
                null,
                "90000",
                null,
                null,
                null,
                "属于淘汰类工艺",
                null,
                Channel.OTHER,
                List.of(),
                false,
                false);
        FactsFixture lead = FactsFixture.good()
                .with(1, banned)
                .with(4, banned)
                .with(8, banned)
                .money("1000", "100");
        Score score = Score.of(lead.facts(), strict());

        assertThat(score.vetoes())
                .extracting(Veto::code)
                .containsExactly("PROHIBITED_INDUSTRY", "PROHIBITED_WORD", "INTENSITY_TOO_LOW", "POWER_TOO_HIGH");
        assertThat(score.proposed()).isEqualTo(Verdict.REJECT);
        assertThat(Score.of(FactsFixture.good().facts(), strict()).vetoes()).isEmpty();
    }

    @Test
    void whatIsKnownToBeWeakIsRejectedOnceNothingUnknownCouldLiftIt() {
        FactsFixture weak = new FactsFixture(
                "ceramics",
                "C30",
                "100",
                "900",
                "90000",
                "高污染",
                "1",
                "91140827MA0DEM0130",
                "年产",
                null,
                Channel.OTHER,
                List.of(),
                false,
                false);

        assertThat(Score.of(weak.facts(), strict()).proposed()).isEqualTo(Verdict.REJECT);
    }

    @Test
    void thePointsAddUpAndAGoodFactNeverLowersThem() {
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            FactsFixture some = FactsFixture.random(random);
            Score score = score(some);

            assertThat(score.total())
                    .isBetween(0, 100)
                    .isEqualTo(score.parts().stream().mapToInt(Part::points).sum());
            assertThat(Score.total(some.facts(), strict()))
                    .as("%s in a list", some)
                    .isEqualTo(Score.of(some.facts(), strict()).total());
            assertThat(score.wouldRaise())
                    .allSatisfy(raise -> assertThat(raise.points()).isPositive());
            int place = random.nextInt(FactsFixture.PLACES);
            FactsFixture missing = some.with(place, FactsFixture.nothing());
            Score better = score(missing.with(place, FactsFixture.good()));
            assertThat(better.total())
                    .as("%s at %d", some, place)
                    .isGreaterThanOrEqualTo(score(missing).total());
        }
    }

    /** What is promised is what the best of that one fact would bring, where it needs no other. */
    @Test
    void whatWouldRaiseItIsKept() {
        Score before = score(FactsFixture.good().with(0, FactsFixture.nothing()));

        assertThat(score(FactsFixture.good()).total() - before.total()).isEqualTo(raise(before, "chain"));
    }

    @Test
    void everySentenceHasWordsInBothLanguages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            Score score = Score.of(FactsFixture.random(random).facts(), strict());
            for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                score.parts()
                        .forEach(part -> assertThat(part.because().in(locale, messages))
                                .isNotBlank()
                                .doesNotContain("{", "''"));
                score.vetoes()
                        .forEach(veto ->
                                assertThat(veto.because().in(locale, messages)).isNotBlank());
                score.wouldRaise()
                        .forEach(raise -> assertThat(raise.because().in(locale, messages))
                                .isNotBlank()
                                .doesNotContain("{", "''"));
            }
        }
        assertThat(part(score(FactsFixture.nothing().money("5200.50", "13")), Code.INTENSITY)
                        .because()
                        .in(Locale.SIMPLIFIED_CHINESE, messages))
                .isEqualTo("投资强度 400.04 万元/亩，为本区控制指标 200 万元/亩的 200%，得该项的 100%");
    }

    private static ZoneSettings strict() {
        Scoring shipped = SETTINGS.assessment();
        Scoring scoring = new Scoring(
                shipped.proceedFrom(),
                shipped.rejectBelow(),
                shipped.floors(),
                List.of("copper-nickel"),
                shipped.investorTags(),
                new Scoring.Vetoes(
                        List.of("C25"), shipped.vetoes().words(), new BigDecimal("50"), null, new BigDecimal("80000")),
                shipped.factors());
        return new ZoneSettings("140827@2", "140827", 2, SETTINGS.at(), "admin", 90, scoring, null, null);
    }

    private static Score score(FactsFixture facts) {
        return Score.of(facts.facts(), SETTINGS);
    }

    private static Part part(Score score, Code code) {
        return score.parts().stream()
                .filter(part -> part.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Integer raise(Score score, String field) {
        return score.wouldRaise().stream()
                .filter(raise -> raise.field().equals(field))
                .map(Raise::points)
                .findFirst()
                .orElse(null);
    }
}
