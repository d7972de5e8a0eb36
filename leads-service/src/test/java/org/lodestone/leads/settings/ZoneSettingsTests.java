package org.lodestone.leads.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.settings.Scoring.Band;
import org.lodestone.leads.settings.Scoring.Factor;
import org.lodestone.leads.settings.Scoring.Factor.Code;
import org.lodestone.leads.settings.Scoring.Floors;
import org.lodestone.leads.settings.Scoring.Step;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.FieldProblem;

class ZoneSettingsTests {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void whatIsShippedKeepsTheRules() {
        ZoneSettings shipped = ShippedFixture.settings("140827");

        assertThat(shipped.registrationDays()).isEqualTo(90);
        assertThat(shipped.assessment().factors()).extracting(Factor::code).containsExactly(Code.values());
        assertThat(shipped.assessment().factors().stream()
                        .mapToInt(Factor::weight)
                        .sum())
                .isEqualTo(100);
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        List<Factor> factors = List.of(
                new Factor(
                        Code.AMOUNT,
                        50,
                        List.of(new Band(BigDecimal.TEN, 20), new Band(BigDecimal.ONE, 101)),
                        List.of()),
                new Factor(Code.AMOUNT, 10, List.of(new Band(BigDecimal.ONE, 1)), List.of()),
                new Factor(Code.CHAIN, 30, List.of(), List.of(new Step("NEARLY", 10, List.of("甲")))),
                new Factor(Code.TAX, 20, List.of(), List.of()));
        Scoring.Vetoes vetoes = new Scoring.Vetoes(List.of(), List.of(), null, null, null);
        Scoring scoring =
                new Scoring(50, 60, new Floors(new BigDecimal("-1"), null), List.of(" "), List.of(), vetoes, factors);

        assertThat(problems(new ZoneSettingsForm(0, scoring, null, null)))
                .containsExactlyInAnyOrder(
                        "registrationDays range",
                        "assessment.rejectBelow range",
                        "assessment.floors.intensity positive",
                        "assessment.chains[0] required",
                        "assessment.factors[0].bands[1].percent range",
                        "assessment.factors[0].bands[1].from ascending",
                        "assessment.factors[1].code twice",
                        "assessment.factors[2].steps[0].code type.enum",
                        "assessment.factors[2].steps[0].words not-measured",
                        "assessment.factors[3].bands required",
                        "assessment.factors weights-sum");
        assertThat(problems(new ZoneSettingsForm(90, null, null, List.of(new OfficeShift("9", "12:00")))))
                .containsExactly("hours[0].from type.time", "assessment required");
        List<OfficeShift> overlapping = List.of(new OfficeShift("09:00", "12:00"), new OfficeShift("11:00", "10:00"));
        assertThat(problems(new ZoneSettingsForm(90, null, null, overlapping)))
                .containsExactly("hours[1] ascending", "assessment required");
    }

    private static List<String> problems(ZoneSettingsForm form) {
        Checks checks = new Checks(BusinessClock.fixed(NOW));
        form.check(checks);
        return checks.problems().stream().map(ZoneSettingsTests::shown).toList();
    }

    private static String shown(FieldProblem problem) {
        return problem.field() + " " + problem.code();
    }
}
