package org.lodestone.leads.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lodestone.leads.lead.LeadFixtures.MONDAY;
import static org.lodestone.leads.lead.LeadFixtures.RULES;
import static org.lodestone.leads.lead.LeadFixtures.TWO_STEPS;
import static org.lodestone.leads.lead.LeadFixtures.assessed;
import static org.lodestone.leads.lead.LeadFixtures.assessingLead;
import static org.lodestone.leads.lead.LeadFixtures.at;
import static org.lodestone.leads.lead.LeadFixtures.because;
import static org.lodestone.leads.lead.LeadFixtures.captured;
import static org.lodestone.leads.lead.LeadFixtures.consensusLead;
import static org.lodestone.leads.lead.LeadFixtures.conversion;
import static org.lodestone.leads.lead.LeadFixtures.convertedLead;
import static org.lodestone.leads.lead.LeadFixtures.engagingLead;
import static org.lodestone.leads.lead.LeadFixtures.firstWord;
import static org.lodestone.leads.lead.LeadFixtures.fullForm;
import static org.lodestone.leads.lead.LeadFixtures.hold;
import static org.lodestone.leads.lead.LeadFixtures.hour;
import static org.lodestone.leads.lead.LeadFixtures.intentLead;
import static org.lodestone.leads.lead.LeadFixtures.newLead;
import static org.lodestone.leads.lead.LeadFixtures.to;
import static org.lodestone.leads.lead.LeadFixtures.visited;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.Deadline;
import org.lodestone.contracts.LeadCaptured;
import org.lodestone.contracts.LeadChanged;
import org.lodestone.contracts.LeadConverted;
import org.lodestone.contracts.LeadFollowedUp;
import org.lodestone.contracts.LeadStateChanged;
import org.lodestone.leads.lead.Care.Due;
import org.lodestone.leads.lead.Care.Verdict;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.pipeline.Unmet;
import org.lodestone.platform.web.Problem;

class LeadTests {

    @Test
    void newLeadWaitsForAFirstResponseWithinOneWorkingDay() {
        Lead.Draft draft = new Lead.Draft(
                "01JD8", "140827-2026-0001", "140827", firstWord(), firstWord().assignmentOrNone(), null, List.of());
        Decision<Lead> captured = Lead.capture(draft, RULES, at(MONDAY));

        assertThat(captured.next().progress().state()).isEqualTo("NEW");
        assertThat(captured.event()).isInstanceOfSatisfying(LeadCaptured.class, event -> {
            assertThat(event.lead().departmentLead()).isEqualTo("manager.yuanqu");
            assertThat(event.deadlines())
                    .containsExactly(new Deadline("first-response", MONDAY.plus(Duration.ofDays(1)), null));
        });
    }

    @Test
    void leadThatNobodyFollowsUpIsYellowAfterFourteenDaysAndRedAfterThirty() {
        Lead lead = engagingLead();
        Instant since = lead.progress().since();

        assertThat(lead.care().dues())
                .filteredOn(due -> due.kind().equals("follow-up"))
                .containsExactly(
                        new Care.Due("follow-up", since.plus(Duration.ofDays(14)), since.plus(Duration.ofDays(30))));
    }

    @Test
    void lightTurnsYellowAtTheLimitAndRedAtTwiceTheLimit() {
        Lead lead = captured(firstWord(), RULES);

        assertThat(lead.lightAt(MONDAY.plus(Duration.ofHours(23)))).isEqualTo(Light.GREEN);
        assertThat(lead.lightAt(MONDAY.plus(Duration.ofHours(24)))).isEqualTo(Light.YELLOW);
        assertThat(lead.lightAt(MONDAY.plus(Duration.ofHours(48)))).isEqualTo(Light.RED);
    }

    @Test
    void aFollowUpMeetsTheFirstResponse() {
        Lead lead = captured(firstWord(), RULES);
        Care.FollowUp call = new Care.FollowUp(
                "f1", hour(1), Care.FollowUp.Kind.CALL, "电话沟通", null, null, null, "officer.yuanqu", hour(1), "x");
        Decision<Lead> followed = lead.followUp(call, RULES, at(hour(1)));

        assertThat(followed.event())
                .isInstanceOfSatisfying(
                        LeadFollowedUp.class,
                        event -> assertThat(event.deadlines())
                                .containsExactly(new Deadline("first-response", null, hour(1))));
        assertThat(followed.next().care().lastFollowUpAt()).isEqualTo(hour(1));
    }

    @Test
    void aBareLeadIsToldEverythingItLacksForEngaging() {
        Lead lead = captured(firstWord(), RULES)
                .move(to("ASSESSING"), RULES, at(hour(1)))
                .next();

        assertThat(lead.unmet(to("ENGAGING"), RULES))
                .extracting(Unmet::requirement)
                .containsExactly("verdict", "chain", "investment", "next-action");
    }

    @Test
    void aRefusedMoveNamesEveryUnmetRequirement() {
        Lead lead = assessingLead();

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> lead.move(to("ENGAGING"), RULES, at(hour(2))))
                .satisfies(refused -> {
                    assertThat(refused.slug()).isEqualTo("gate-not-met");
                    assertThat(refused.getBody().getProperties())
                            .hasEntrySatisfying(
                                    "unmet",
                                    unmet -> assertThat(unmet)
                                            .asInstanceOf(InstanceOfAssertFactories.LIST)
                                            .hasSize(1));
                });
    }

    @Test
    void noStateIsSkipped() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> newLead().move(to("CONSENSUS"), RULES, at(hour(1))))
                .satisfies(refused -> {
                    assertThat(refused.slug()).isEqualTo("transition-not-allowed");
                    assertThat(Objects.requireNonNull(refused.getBody().getProperties())
                                    .get("allowed"))
                            .isEqualTo(List.of("ASSESSING", "ON_HOLD", "DROPPED"));
                });
    }

    @Test
    void nobodyMovesALeadIntoAMergeOrATransfer() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> newLead().move(to("MERGED"), RULES, at(hour(1))))
                .satisfies(refused -> assertThat(refused.slug()).isEqualTo("merge-instead"));
        for (String state : List.of("TRANSFERRED", "NOWHERE")) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> newLead().move(to(state), RULES, at(hour(1))))
                    .satisfies(refused -> assertThat(refused.slug()).isEqualTo("transition-not-allowed"));
        }
    }

    @Test
    void everyMoveKeepsFromToAndDwell() {
        Decision<Lead> moved = newLead().move(to("ASSESSING"), RULES, at(hour(5)));

        assertThat(moved.line().from()).isEqualTo("NEW");
        assertThat(moved.line().to()).isEqualTo("ASSESSING");
        assertThat(moved.line().dwell()).isEqualTo(Duration.ofHours(5));
        assertThat(moved.next().progress().stays())
                .containsExactly(
                        new Progress.Stay("NEW", MONDAY, hour(5)), new Progress.Stay("ASSESSING", hour(5), null));
    }

    @Test
    void anAssessmentIsDueThreeWorkingDaysAfterItBegan() {
        assertThat(assessingLead().care().dues())
                .contains(new Due("assessment", hour(1 + 72), Instant.parse("2026-12-01T03:00:00Z")));
        assertThat(assessed(assessingLead(), Verdict.MORE, 2).care().dues())
                .extracting(Due::kind)
                .doesNotContain("assessment");
    }

    @Test
    void everyFollowUpStartsTheFortnightAnew() {
        assertThat(engagingLead().care().dues())
                .filteredOn(due -> due.kind().equals("follow-up"))
                .extracting(Due::dueAt)
                .containsExactly(hour(3).plus(Duration.ofDays(14)));
        assertThat(visited(engagingLead(), 50).care().dues())
                .filteredOn(due -> due.kind().equals("follow-up"))
                .extracting(Due::dueAt)
                .containsExactly(hour(50).plus(Duration.ofDays(14)));
    }

    @Test
    void consensusRunsBothItsOwnLimitAndTheFortnight() {
        assertThat(consensusLead().care().dues())
                .extracting(Due::kind)
                .containsExactlyInAnyOrder("stage", "follow-up", "next-action");
    }

    @Test
    void goingBackNeedsAReason() {
        Lead lead = consensusLead();

        assertThat(lead.unmet(to("ENGAGING"), RULES))
                .extracting(Unmet::requirement)
                .containsExactly("reason");
        assertThat(lead.move(because("ENGAGING", "TERMS_CHANGED"), RULES, at(hour(9)))
                        .next()
                        .progress()
                        .state())
                .isEqualTo("ENGAGING");
    }

    @Test
    void aReasonIsNeverFreeText() {
        assertThatExceptionOfType(LeadProblem.UnknownReason.class)
                .isThrownBy(() -> newLead().move(because("ASSESSING", "BECAUSE_I_SAY_SO"), RULES, at(hour(1))));
    }

    @Test
    void aHeldLeadReturnsToTheStateItLeft() {
        Lead held = engagingLead()
                .move(hold("WAITING_SITE", LocalDate.of(2026, 12, 31)), RULES, at(hour(4)))
                .next();

        assertThat(held.care().dues()).extracting(Due::kind).containsExactly("revisit");
        assertThat(RULES.template().allowed("ON_HOLD", held.heldFrom())).containsExactly("ENGAGING", "DROPPED");
        Lead back = held.move(to("ENGAGING"), RULES, at(hour(30))).next();
        assertThat(back.progress().state()).isEqualTo("ENGAGING");
        assertThat(back.heldFrom()).isNull();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> held.move(to("CONSENSUS"), RULES, at(hour(30))))
                .satisfies(refused -> assertThat(refused.slug()).isEqualTo("transition-not-allowed"));
    }

    @Test
    void holdingNeedsAReasonAndADate() {
        assertThat(newLead().unmet(to("ON_HOLD"), RULES))
                .extracting(Unmet::requirement)
                .containsExactly("revisit", "reason");
    }

    @Test
    void losingToACompetitorNeedsThePlace() {
        assertThat(newLead().unmet(because("DROPPED", "LOST_TO_COMPETITOR"), RULES))
                .extracting(Unmet::requirement)
                .containsExactly("lost-to");
        assertThat(newLead().unmet(because("DROPPED", "NO_SITE"), RULES)).isEmpty();
    }

    @Test
    void aContractOpensExactlyOneProjectAndIsAnnouncedByOneEvent() {
        Decision<Lead> converted = intentLead().move(conversion(), RULES, at(hour(7)));

        assertThat(converted.event()).isInstanceOfSatisfying(LeadConverted.class, event -> {
            assertThat(event.from()).isEqualTo("INTENT");
            assertThat(event.projectId()).isEqualTo("P-01JD8");
            assertThat(event.contract().amount().value()).isEqualTo("120000.00");
            assertThat(event.undertaking().uscc()).isEqualTo("91140827MA0DEM013B");
            assertThat(Objects.requireNonNull(event.deadlines()))
                    .allSatisfy(deadline -> assertThat(deadline.met()).isEqualTo(hour(7)));
        });
        assertThat(converted.next().care().dues()).isEmpty();
    }

    @Test
    void aConversionWithoutContractIsToldAllThreeParts() {
        assertThat(intentLead().unmet(to("CONVERTED"), RULES))
                .extracting(Unmet::field)
                .containsExactly("contract.number", "contract.on", "contract.amount");
    }

    @Test
    void convertedHasNoWayBack() {
        assertThat(RULES.template().allowed("CONVERTED", null)).isEmpty();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> convertedLead().move(because("INTENT", "CORRECTION"), RULES, at(hour(8))));
    }

    @Test
    void historyCannotBeBroughtInBeforeWhatIsKnown() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> newLead().move(to("ASSESSING"), RULES, at(MONDAY.minusSeconds(1))))
                .satisfies(refused -> assertThat(refused.slug()).isEqualTo("invalid-request"));
    }

    @Test
    void aChangeNamesItsFieldsAndNotTheirValues() {
        Decision<Lead> revised = captured(firstWord(), RULES).revise(fullForm(), List.of(), RULES, at(hour(1)));

        assertThat(revised.event())
                .isInstanceOfSatisfying(
                        LeadChanged.class,
                        event -> assertThat(event.fields())
                                .contains(
                                        "chain",
                                        "contacts",
                                        "investment",
                                        "needs",
                                        "nextAction",
                                        "siteOptions",
                                        "documents")
                                .doesNotContain("name", "zone", "source"));
    }

    @Test
    void statesGatesAndLimitsAreData() {
        Lead heard = captured(fullForm(), TWO_STEPS);

        assertThat(heard.progress().state()).isEqualTo("HEARD");
        assertThat(heard.care().dues()).contains(new Due("first-response", hour(48), hour(96)));
        Decision<Lead> agreed = heard.move(
                new Move("AGREED", null, null, conversion().contract(), null, null, null, null),
                TWO_STEPS,
                at(hour(1)));
        assertThat(agreed.event())
                .isInstanceOfSatisfying(
                        LeadConverted.class, event -> assertThat(event.to()).isEqualTo("AGREED"));
        assertThat(captured(firstWord(), TWO_STEPS).unmet(to("AGREED"), TWO_STEPS))
                .extracting(Unmet::requirement)
                .contains("jobs");
        assertThat(heard.move(because("GONE", "NEVER_MIND"), TWO_STEPS, at(hour(1)))
                        .event())
                .isInstanceOf(LeadStateChanged.class);
    }
}
