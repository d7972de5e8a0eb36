package org.lodestone.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.time.WorkingCalendar;
import org.lodestone.platform.time.WorkingHours;
import org.lodestone.platform.time.WorkingTime;
import org.lodestone.platform.web.Problem;

class PipelineTemplateTests {

    private static final String YAML = """
            code: bakery
            labels: {zh: 面包房, en: Bakery}
            initial: DOUGH
            states:
              - code: DOUGH
                category: OPEN
                labels: {zh: 面团, en: Dough}
                limit: {kind: rising, workingDays: 1, longer: {days: 3, tags: [rye]}}
                to: [OVEN, RESTING]
              - code: OVEN
                category: OPEN
                labels: {zh: 烤箱, en: Oven}
                limit: {days: 60, red: 70}
                gate:
                  - {name: baker, kind: ROLE, role: BAKER, field: people.baker, zh: 需要面包师, en: A baker is needed}
                  - {name: flour, kind: FIELD, field: flour, zh: 需要面粉, en: Flour is needed}
                  - {name: weight, kind: ANY_OF, field: weight, zh: 重量或未知, en: Weight or unknown,
                     of: [{kind: FIELD, field: weight}, {kind: FIELD, field: weightUnknown}]}
                  - {name: kneaded, kind: COUNT, what: kneadings, min: 2, zh: 揉两次, en: Knead twice}
                  - {name: recipe, kind: DOCUMENT, kinds: [RECIPE, CARD], zh: 需要配方, en: A recipe is needed}
                  - {name: taste, kind: VERDICT, field: taste.verdict, value: GOOD, zh: 试味, en: Taste it}
                to: [SOLD, DOUGH, RESTING]
              - code: SOLD
                category: WON
                labels: {zh: 售出, en: Sold}
                gate:
                  - {name: receipt, kind: INPUT, field: receipt.number, zh: 需要小票, en: A receipt is needed}
              - code: RESTING
                category: HELD
                labels: {zh: 静置, en: Resting}
                reasons: [{code: COLD, zh: 太冷, en: Too cold}]
            backwardReasons: [{code: RAW, zh: 没熟, en: Still raw}]
            """;

    private final PipelineTemplate template = read(YAML);

    record People(String baker) {}

    record Taste(String verdict) {}

    record Loaf(
            People people, String flour, String weight, boolean weightUnknown, Taste taste, List<String> kneadings) {}

    private static Loaf readyLoaf() {
        return new Loaf(new People("b"), "wheat", "", true, new Taste("GOOD"), List.of("one", "two"));
    }

    private static Facts facts(Loaf loaf) {
        return Facts.of(loaf, Map.of("documents.CARD", 1L));
    }

    @Test
    void everythingMissingIsNamedAtOnceAndInOrder() {
        Loaf empty = new Loaf(new People(" "), "", "", false, new Taste("BAD"), List.of("one"));

        List<Unmet> unmet = template.unmet("DOUGH", null, "OVEN", Facts.of(empty), Facts.none());

        assertThat(unmet)
                .extracting(Unmet::requirement)
                .containsExactly("baker", "flour", "weight", "kneaded", "recipe", "taste");
        assertThat(unmet.getFirst().in(Locale.ENGLISH))
                .isEqualTo(new Unmet.Shown("baker", "people.baker", "A baker is needed"));
        assertThat(unmet.getFirst().in(Locale.SIMPLIFIED_CHINESE).message()).isEqualTo("需要面包师");
    }

    @Test
    void whatIsCompleteMayEnter() {
        assertThat(template.unmet("DOUGH", null, "OVEN", facts(readyLoaf()), Facts.none()))
                .isEmpty();
    }

    @Test
    void theTransitionsOwnBodyCanMeetAGate() {
        Facts input = Facts.of(Map.of("receipt", Map.of("number", "7")));
        assertThat(template.unmet("OVEN", null, "SOLD", facts(readyLoaf()), Facts.none()))
                .extracting(Unmet::field)
                .containsExactly("receipt.number");
        assertThat(template.unmet("OVEN", null, "SOLD", facts(readyLoaf()), input))
                .isEmpty();
    }

    @Test
    void goingBackNeedsAReasonOfTheListAndNoGate() {
        Facts nothing = Facts.of(Map.of());
        assertThat(template.isBackward("OVEN", "DOUGH")).isTrue();
        assertThat(template.unmet("OVEN", null, "DOUGH", nothing, Facts.none()))
                .extracting(Unmet::field)
                .containsExactly("reason");
        assertThat(template.unmet("OVEN", null, "DOUGH", nothing, Facts.of(Map.of("reason", "COLD"))))
                .hasSize(1);
        assertThat(template.unmet("OVEN", null, "DOUGH", nothing, Facts.of(Map.of("reason", "RAW"))))
                .isEmpty();
    }

    @Test
    void holdingNeedsAReasonAndReturnsToTheStateLeft() {
        assertThat(template.unmet("OVEN", null, "RESTING", Facts.none(), Facts.none()))
                .hasSize(1);
        assertThat(template.allowed("RESTING", "OVEN")).containsExactly("OVEN");
        assertThat(template.unmet("RESTING", "OVEN", "OVEN", Facts.none(), Facts.none()))
                .isEmpty();
    }

    @Test
    void anImpossibleMoveNamesThePossibleOnes() {
        assertThatThrownBy(() -> template.require("DOUGH", null, "SOLD", Facts.none(), Facts.none()))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.getStatusCode().value()).isEqualTo(409);
                    assertThat(problem.getBody().getProperties()).containsEntry("allowed", List.of("OVEN", "RESTING"));
                });
        assertThatThrownBy(() -> template.require("DOUGH", null, "OVEN", Facts.none(), Facts.none()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(422));
    }

    @Test
    void aReadShowsWhatIsMissingForEveryMove() {
        assertThat(template.next("OVEN", null, facts(readyLoaf())))
                .extracting(PipelineTemplate.Next::to)
                .containsExactly("SOLD", "DOUGH", "RESTING");
    }

    private static final WorkingTime WORK =
            new WorkingTime(WorkingCalendar.unknown(), WorkingHours.ORDINARY, BusinessClock.CHINA);

    @Test
    void whatCarriesATagMayHaveMoreTime() {
        Limit rising = java.util.Objects.requireNonNull(template.state("DOUGH").limit());
        assertThat(rising.of(List.of("white"))).isEqualTo(rising);
        assertThat(rising.of(List.of("white", "rye"))).isEqualTo(new Limit("rising", 3, 6, true, null));
    }

    @Test
    void limitsCountWorkingDaysOrDays() {
        Instant friday = Instant.parse("2026-11-20T02:00:00Z");
        Limit rising = template.state("DOUGH").limit();
        assertThat(rising).isNotNull().satisfies(limit -> {
            assertThat(limit.kind()).isEqualTo("rising");
            assertThat(limit.dueAt(friday, WORK)).isEqualTo("2026-11-23T02:00:00Z");
            assertThat(limit.redAt(friday, WORK)).isEqualTo("2026-11-24T02:00:00Z");
        });
        assertThat(template.state("OVEN").limit()).isEqualTo(new Limit("stage", 60, 70, false, null));
    }

    @Test
    void everyFaultOfATemplateIsNamedAtStart() {
        String faulty = YAML.replace("initial: DOUGH", "initial: CRUMB")
                .replace("category: WON", "category: GONE")
                .replace("to: [OVEN, RESTING]", "to: [OVEN, RESTING, MOON]")
                .replace("min: 2", "min: two")
                .replace("workingDays: 1", "workingDays: 0")
                .replace("zh: 需要面粉, ", "")
                .replace("kind: VERDICT", "kind: OPINION")
                .replace("reasons: [{code: COLD, zh: 太冷, en: Too cold}]", "why: not")
                .replace("backwardReasons: [{code: RAW, zh: 没熟, en: Still raw}]", "");

        assertThatThrownBy(() -> read(faulty))
                .isInstanceOf(InvalidPipelineException.class)
                .hasMessageContainingAll(
                        "bakery.yaml",
                        "no state CRUMB",
                        "unknown category GONE",
                        "no state MOON",
                        "DOUGH: a limit",
                        "OVEN.flour: zh is missing",
                        "OVEN.kneaded: min",
                        "OVEN.taste: unknown kind OPINION",
                        "RESTING: unknown entry why",
                        "RESTING: needs reasons",
                        "needs backwardReasons");
    }

    @Test
    void aFileThatIsNoYamlIsAFaultToo() {
        assertThatThrownBy(() -> read("code: [")).isInstanceOf(InvalidPipelineException.class);
        assertThatThrownBy(() -> read("code: a\ncode: b")).isInstanceOf(InvalidPipelineException.class);
        assertThatThrownBy(() -> read("just text")).isInstanceOf(InvalidPipelineException.class);
    }

    private static PipelineTemplate read(String yaml) {
        return PipelineTemplates.read("bakery.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
