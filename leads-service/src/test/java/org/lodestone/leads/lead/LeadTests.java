package org.lodestone.leads.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lodestone.leads.lead.LeadFixtures.MONDAY;
import static org.lodestone.leads.lead.LeadFixtures.OFFICER;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.Deadline;
import org.lodestone.contracts.LeadCaptured;
import org.lodestone.contracts.LeadChanged;
import org.lodestone.contracts.LeadConverted;
import org.lodestone.contracts.LeadDeadlinesChanged;
import org.lodestone.contracts.LeadFollowedUp;
import org.lodestone.contracts.LeadStateChanged;
import org.lodestone.leads.lead.Care.Due;
import org.lodestone.leads.lead.Care.Verdict;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.pipeline.Unmet;
import org.lodestone.platform.time.WorkingCalendar;
import org.lodestone.platform.time.WorkingHours;
import org.lodestone.platform.time.WorkingTime;
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
                    .containsExactly(Deadline.due(
                            "first-response", MONDAY.plus(Duration.ofDays(1)), MONDAY.plus(Duration.ofDays(2))));
        });
    }

    @Test
    void newLeadSaysWhichOthersItMayBe() {
        Lead.Draft draft = new Lead.Draft(
                "01JD8",
                "140827-2026-0002",
                "140827",
                firstWord(),
                firstWord().assignmentOrNone(),
                null,
                List.of("01JD7"));

        assertThat(Lead.capture(draft, RULES, at(MONDAY)).event())
                .isInstanceOfSatisfying(
                        LeadCaptured.class,
                        event -> assertThat(event.duplicates()).containsExactly("01JD7"));
    }

    @Test
    void leadThatIsFollowedUpSaysWhatItShouldHave() {
        Lead lead = consensusLead();
        Assignment unsponsored = new Assignment(OFFICER, "投资促进部", null);
        Lead bare = lead.with(unsponsored).with(lead.care().with((Care.NextAction) null));

        assertThat(missing(lead, "ENGAGING")).isNull();
        assertThat(missing(lead.with(unsponsored), "ENGAGING")).containsExactly("sponsor");
        assertThat(missing(bare, "DROPPED")).as("an end needs nobody").isNull();
        assertThat(missing(assessingLead().with(unsponsored), "DROPPED")).isNull();
    }

    private static @Nullable List<String> missing(Lead lead, String to) {
        String reason = to.equals("DROPPED") ? "NO_SITE" : "CORRECTION";
        return ((LeadStateChanged)
                        lead.move(because(to, reason), RULES, at(hour(9))).event())
                .missing();
    }

    @Test
    void leadThatNobodyFollowsUpIsYellowAfterFourteenDaysAndRedAfterThirty() {
        Lead lead = engagingLead();
        Instant since = lead.progress().since();

        assertThat(lead.care().dues())
                .filteredOn(due -> due.kind().equals("follow-up"))
                .containsExactly(new Care.Due(
                        "follow-up", since.plus(Duration.ofDays(14)), since.plus(Duration.ofDays(30)), since));
    }

    @Test
    void lightTurnsYellowAtTheLimitAndRedAtTwiceTheLimit() {
        Lead lead = captured(firstWord(), RULES);

        assertThat(lead.lightAt(MONDAY.plus(Duration.ofHours(23)))).isEqualTo(Light.GREEN);
        assertThat(lead.lightAt(MONDAY.plus(Duration.ofHours(24)))).isEqualTo(Light.YELLOW);
        assertThat(lead.lightAt(MONDAY.plus(Duration.ofHours(48)))).isEqualTo(Light.RED);
    }

    @Test
    void whatArrivesAtNightIsDueWhileSomebodyIsAtWork() {
        Lead.Draft draft = new Lead.Draft(
                "01JD8", "140827-2026-0001", "140827", firstWord(), firstWord().assignmentOrNone(), null, List.of());
        Lead lead = Lead.capture(draft, RULES, at(Instant.parse("2026-11-27T14:00:00Z")))
                .next();

        assertThat(lead.yellowAt()).isEqualTo("2026-11-30T09:30:00Z");
        assertThat(lead.redAt()).isEqualTo("2026-12-01T09:30:00Z");
    }

    @Test
    void whatIsComplexMayBeAssessedForSevenWorkingDays() {
        Lead lead = assessingLead();
        LeadForm form = LeadForm.of(lead);
        LeadForm tagged = new LeadForm(
                form.zone(),
                form.park(),
                form.name(),
                form.investor(),
                form.contacts(),
                form.source(),
                form.receivedOn(),
                form.industry(),
                form.chain(),
                form.content(),
                form.investment(),
                form.needs(),
                form.expected(),
                form.assignment(),
                form.siteOptions(),
                form.keyTerms(),
                List.of("复杂"),
                form.documents(),
                form.nextAction(),
                null,
                null);
        Decision<Lead> complex = lead.revise(tagged, List.of(), RULES, at(hour(2)));

        assertThat(((LeadChanged) complex.event()).deadlines())
                .containsExactly(due(complex.next(), "assessment", Instant.parse("2026-12-02T03:00:00Z")));
    }

    @Test
    void aLeadThatWaitsShowsNoLightAndItsClocksGoOnWhenItWakes() {
        Lead lead = captured(firstWord(), RULES);
        Wait wait = new Wait("等待土地批复", hour(2), hour(24 * 7), OFFICER, null, null);
        Decision<Lead> begun = Waiting.begin(lead, wait, RULES, at(hour(2)));

        // One hour and a half before lunch and half an hour after it are used up; five hours are left.
        assertThat(begun.event()).isInstanceOfSatisfying(LeadDeadlinesChanged.class, event -> {
            assertThat(event.because()).isEqualTo("WAIT_BEGUN");
            assertThat(event.waitingUntil()).isEqualTo(hour(24 * 7));
            assertThat(event.deadlines())
                    .containsExactly(
                            due(begun.next(), "first-response", hour(24 * 7 + 6).plusSeconds(1800)));
        });
        Lead waiting = begun.next();
        assertThat(waiting.lightAt(hour(48))).isEqualTo(Light.WAITING);
        assertThat(waiting.lightAt(hour(24 * 7))).isEqualTo(Light.GREEN);
        assertThat(waiting.lightAt(hour(24 * 7 + 7))).isEqualTo(Light.YELLOW);
    }

    @Test
    void aWaitThatIsEndedGivesBackWhatItTook() {
        Lead lead = captured(firstWord(), RULES);
        Wait wait = new Wait("等待土地批复", hour(2), hour(24 * 7), OFFICER, null, null);
        Lead waiting = Waiting.begin(lead, wait, RULES, at(hour(2))).next();
        Decision<Lead> ended = Waiting.end(waiting, RULES, at(hour(2)));

        assertThat(ended.next().care().dues()).isEqualTo(lead.care().dues());
        assertThat(ended.next().lightAt(hour(3))).isEqualTo(Light.GREEN);
        assertThat(ended.event()).isInstanceOfSatisfying(LeadDeadlinesChanged.class, event -> {
            assertThat(event.because()).isEqualTo("WAIT_ENDED");
            assertThat(event.waitingUntil()).isNull();
            assertThat(event.deadlines()).hasSize(1);
        });
    }

    @Test
    void whatWasLateBeforeItWaitedIsLateWhenItWakes() {
        Lead lead = captured(firstWord(), RULES);
        Wait wait = new Wait("等待土地批复", hour(30), hour(24 * 7), OFFICER, null, null);
        Lead waiting = Waiting.begin(lead, wait, RULES, at(hour(30))).next();

        assertThat(waiting.lightAt(hour(31))).isEqualTo(Light.WAITING);
        assertThat(waiting.yellowAt()).isEqualTo(hour(24));
        assertThat(waiting.lightAt(hour(24 * 7))).isEqualTo(Light.YELLOW);
    }

    @Test
    void aPromisedDateThatPassesWhileALeadWaitsIsDueOnTheDayItWakes() {
        Lead lead = newLead();
        Wait wait = new Wait("等待土地批复", hour(1), Instant.parse("2026-12-07T01:00:00Z"), OFFICER, null, null);
        Lead waiting = Waiting.begin(lead, wait, RULES, at(hour(1))).next();

        assertThat(waiting.care().dues())
                .filteredOn(due -> due.kind().equals("next-action"))
                .extracting(Due::dueAt)
                .containsExactly(Instant.parse("2026-12-07T16:00:00Z"));
    }

    @Test
    void aCalendarThatChangesSetsTheClocksAnewOnce() {
        Lead lead = captured(firstWord(), RULES);
        ZoneRules tuesdayOff = off(LocalDate.of(2026, 11, 24));
        Decision<Lead> set = ClockSetting.anew(lead, tuesdayOff, at(hour(1))).orElseThrow();

        assertThat(set.event()).isInstanceOfSatisfying(LeadDeadlinesChanged.class, event -> {
            assertThat(event.because()).isEqualTo("CALENDAR");
            assertThat(event.deadlines()).containsExactly(due(set.next(), "first-response", hour(48)));
        });
        assertThat(set.next().trace().updatedAt()).isEqualTo(lead.trace().updatedAt());
        assertThat(ClockSetting.anew(set.next(), tuesdayOff, at(hour(2)))).isEmpty();
        assertThat(ClockSetting.anew(lead, RULES, at(hour(1)))).isEmpty();
    }

    @Test
    void aWaitUntilADateWakesWhenWorkBeginsAsTheCalendarNowSays() {
        LocalDate monday = LocalDate.of(2026, 11, 30);
        Wait wait = new Wait("等待土地批复", hour(2), RULES.time().opening(monday), OFFICER, null, monday);
        Lead waiting = Waiting.begin(captured(firstWord(), RULES), wait, RULES, at(hour(2)))
                .next();
        Decision<Lead> set =
                ClockSetting.anew(waiting, off(monday), at(hour(3))).orElseThrow();

        assertThat(set.event()).isInstanceOfSatisfying(LeadDeadlinesChanged.class, event -> {
            assertThat(event.because()).isEqualTo("CALENDAR");
            assertThat(event.waitingUntil()).isEqualTo(Instant.parse("2026-12-01T01:00:00Z"));
            assertThat(event.deadlines())
                    .containsExactly(due(set.next(), "first-response", Instant.parse("2026-12-01T07:30:00Z")));
        });
        assertThat(ClockSetting.anew(set.next(), off(monday), at(hour(4)))).isEmpty();
        // Nobody wakes twice: what was over when the day was taken off stays over.
        assertThat(ClockSetting.anew(waiting, off(monday), at(hour(24 * 8)))
                        .orElseThrow()
                        .next()
                        .care()
                        .waits())
                .containsExactly(wait);
    }

    @Test
    void aWaitUntilAMomentKeepsItWhateverTheCalendarSays() {
        LocalDate monday = LocalDate.of(2026, 11, 30);
        Wait wait = new Wait("等待土地批复", hour(2), RULES.time().opening(monday), OFFICER, null, null);
        Lead waiting = Waiting.begin(captured(firstWord(), RULES), wait, RULES, at(hour(2)))
                .next();
        Decision<Lead> set =
                ClockSetting.anew(waiting, off(monday), at(hour(3))).orElseThrow();

        assertThat(set.next().care().waits()).containsExactly(wait);
        assertThat(set.event())
                .isInstanceOfSatisfying(
                        LeadDeadlinesChanged.class,
                        event -> assertThat(event.waitingUntil()).isEqualTo(wait.until()));
    }

    private static ZoneRules off(LocalDate day) {
        WorkingCalendar calendar =
                WorkingCalendar.of(List.of(new WorkingCalendar.Year(2026, Set.of(day), Set.of(), false)));
        return new ZoneRules(
                RULES.template(), new WorkingTime(calendar, WorkingHours.ORDINARY, LeadFixtures.CHINA), Map.of());
    }

    @Test
    void whatIsPutAsideWaitsNoLonger() {
        Wait wait = new Wait("等待土地批复", hour(1), hour(24 * 7), OFFICER, null, null);
        Lead waiting = Waiting.begin(newLead(), wait, RULES, at(hour(1))).next();
        Lead held = waiting.move(hold("WAITING_SITE", LocalDate.of(2026, 12, 1)), RULES, at(hour(2)))
                .next();

        assertThat(held.waitAt(hour(3))).isEmpty();
        assertThat(held.care().waits()).extracting(Wait::endedAt).containsExactly(hour(2));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Waiting.begin(held, wait, RULES, at(hour(3))))
                .satisfies(refused -> assertThat(refused.slug()).isEqualTo("nothing-to-wait-for"));
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
                        event ->
                                assertThat(event.deadlines()).containsExactly(Deadline.met("first-response", hour(1))));
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
                .contains(new Due("assessment", hour(1 + 72), Instant.parse("2026-12-01T03:00:00Z"), hour(1)));
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
        assertThat(heard.care().dues()).contains(new Due("first-response", hour(48), hour(96), MONDAY));
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

    /** With the red light the lead itself has. */
    private static Deadline due(Lead lead, String kind, Instant dueAt) {
        Care.Due clock = lead.care().dues().stream()
                .filter(due -> due.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        return Deadline.due(kind, dueAt, clock.redAt());
    }
}
