package org.lodestone.notifications.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.contracts.Event;
import org.lodestone.contracts.EventTypes;
import org.lodestone.contracts.LeadAssigned;
import org.lodestone.contracts.LeadCaptured;
import org.lodestone.contracts.LeadChanged;
import org.lodestone.contracts.LeadConverted;
import org.lodestone.contracts.LeadFacts;
import org.lodestone.contracts.LeadStateChanged;
import org.lodestone.contracts.Money;
import org.lodestone.contracts.ProjectFacts;
import org.lodestone.contracts.ProjectOpened;
import org.lodestone.contracts.SignedContract;
import org.lodestone.contracts.Undertaking;
import org.lodestone.notifications.inbox.Notification.Because;
import org.lodestone.notifications.inbox.Notification.Severity;

class AlertTests {

    private static final Money AMOUNT = new Money("120000.00", "CNY_10K");

    private final Wording wording = new Wording();

    @Test
    void everybodyIsToldOnceForTheStrongestReasonAndTheActorNever() {
        LeadFacts lead = lead("leader", "officer", List.of("leader", "officer", "city", "manager"), "officer");

        Alert alert = Alert.of(event(new LeadStateChanged(lead, "NEW", "ASSESSING", null, null, null), false))
                .orElseThrow();

        assertThat(alert.recipients())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("leader", Because.SPONSOR, "manager", Because.DEPARTMENT_LEAD, "city", Because.WATCHER));
    }

    @Test
    void conversionAlertsOnceByTheProjectItOpened() {
        LeadFacts lead = lead("leader", "officer", List.of(), "officer");
        SignedContract contract = new SignedContract("HT-1", LocalDate.of(2026, 11, 23), AMOUNT);
        Undertaking undertaking = new Undertaking(null, null, null, null, null, null, null);
        LeadConverted converted = new LeadConverted(lead, "INTENT", "CONVERTED", "P-1", contract, undertaking, null);
        ProjectOpened opened = new ProjectOpened(project(), "INTENT", "SIGNED", contract, null);

        assertThat(Alert.of(event(converted, false))).isEmpty();
        Alert alert = Alert.of(event(opened, false)).orElseThrow();
        assertThat(alert.rule()).isEqualTo("conversion");
        assertThat(alert.link()).isEqualTo("/projects/A-1");
        assertThat(wording.of(alert, "", Wording.CHINESE).title()).isEqualTo("“锂电铜箔”签约转项目");
        assertThat(wording.of(alert, "专员", Wording.CHINESE).body())
                .isEqualTo("线索已签订正式合同，项目进入【签约】阶段，操作人：专员。合同金额：12 亿元。");
    }

    @Test
    void whoeverLosesALeadIsToldAsWellAsWhoeverGetsAndWatchesIt() {
        LeadFacts lead = lead("leader", "officer", List.of("viewer"), "system");

        Alert alert = Alert.of(event(new LeadAssigned(lead, "before", "officer", "RECYCLED", null), false))
                .orElseThrow();

        assertThat(alert.recipients())
                .containsEntry("before", Because.OWNER)
                .containsEntry("officer", Because.OWNER)
                .containsEntry("viewer", Because.WATCHER);
        assertThat(wording.of(alert.naming(id -> id.equals("officer") ? "专员" : id), "", Wording.CHINESE)
                        .title())
                .isEqualTo("线索“锂电铜箔”转到【专员】");
        assertThat(wording.of(alert, "系统", Wording.CHINESE).body())
                .isEqualTo("由【before】转到【officer】，操作人：系统。原因：久未跟进，收回公海。");
        assertThat(wording.of(alert, "the system", Wording.ENGLISH).body())
                .isEqualTo("From before to officer, by the system. Reason: not followed up, back to the pool.");
    }

    @Test
    void whatReachesAStepIsToldToWhoeverLeadsThereAndNotToTheirOwnHand() {
        LeadFacts lead = planned(new Money("500000000", "CNY"), "boss", "other.leader");
        Event grown = new LeadChanged(lead, List.of("name", "investment"), null, new Money("49999.99", "CNY_10K"));

        Alert alert = Alert.of(event(grown, false)).orElseThrow().toldTo(List.of("boss", "other.leader", "third"));

        assertThat(alert.rule()).isEqualTo("large-investment");
        assertThat(alert.recipients())
                .containsExactlyInAnyOrderEntriesOf(Map.of("boss", Because.SPONSOR, "third", Because.LEADER));
        assertThat(wording.of(alert, "专员", Wording.CHINESE).title()).isEqualTo("大额投资：线索“锂电铜箔”达到5 亿元");
        assertThat(wording.of(alert, "专员", Wording.CHINESE).body()).isEqualTo("操作人：专员。意向投资额：5 亿元。");
        assertThat(wording.of(alert, "somebody", Wording.ENGLISH).title())
                .isEqualTo("Large investment: lead “锂电铜箔” reaches CNY 500 million");
        assertThat(wording.of(alert, "somebody", Wording.ENGLISH).body())
                .isEqualTo("By somebody. Planned investment: 5 亿元.");
    }

    @ParameterizedTest
    @CsvSource({
        ", 9999.99, false",
        ", 10000, true",
        "10000, 49999, false",
        "49999, 50000, true",
        "9000, 120000, true",
        "100000, 900000, false",
        "120000, 20000, false"
    })
    void onlyWhatReachesAStepItWasBelowIsLarge(@Nullable String before, String after, boolean large) {
        LeadFacts lead = planned(new Money(after, "CNY_10K"), null, "officer");
        Money was = before == null ? null : new Money(before, "CNY_10K");

        assertThat(Alert.of(event(new LeadChanged(lead, List.of("investment"), null, was), false))
                        .isPresent())
                .isEqualTo(large);
    }

    @Test
    void newLeadIsLargeAtOnceAndOneThatChangesOtherwiseIsNoNews() {
        LeadFacts lead = planned(AMOUNT, null, "officer");

        assertThat(Alert.of(event(new LeadCaptured(lead, null, null), false))).isPresent();
        assertThat(Alert.of(event(new LeadChanged(lead, List.of("name"), null, null), false)))
                .isEmpty();
        assertThat(Alert.of(event(new LeadCaptured(lead, null, null), true))).isEmpty();
    }

    @Test
    void leadThatMayBeThereAlreadyIsToldToWhoCanTellAndOnceEach() {
        LeadFacts lead = planned(AMOUNT, "leader", "system");

        List<Alert> alerts = Alert.all(event(new LeadCaptured(lead, null, List.of("A-0")), false));

        assertThat(alerts).extracting(Alert::rule).containsExactly("duplicate", "large-investment");
        Alert duplicate = alerts.getFirst();
        assertThat(duplicate.severity()).isEqualTo(Severity.YELLOW);
        assertThat(duplicate.recipients())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("manager", Because.DEPARTMENT_LEAD, "officer", Because.OWNER));
        assertThat(wording.of(duplicate, "系统", Wording.CHINESE).title()).isEqualTo("线索“锂电铜箔”可能重复");
        assertThat(wording.of(duplicate, "系统", Wording.CHINESE).body()).isEqualTo("本区已有 1 条疑似相同的线索，请核对是否合并。操作人：系统。");
        assertThat(alerts.getLast()
                        .toldTo(List.of("manager"))
                        .but(Set.of("manager"))
                        .recipients())
                .containsOnlyKeys("leader");
        assertThat(Alert.all(event(new LeadCaptured(lead, null, List.of("A-0")), true)))
                .isEmpty();
    }

    @Test
    void leadWithoutSponsorOrNextStepIsToldAsAWarning() {
        LeadFacts lead = lead("leader", "officer", List.of(), "officer");
        LeadStateChanged moved =
                new LeadStateChanged(lead, "ASSESSING", "ENGAGING", null, null, List.of("sponsor", "next-step"));

        Alert alert = Alert.of(event(moved, false)).orElseThrow();

        assertThat(alert.severity()).isEqualTo(Severity.YELLOW);
        assertThat(wording.of(alert, "专员", Wording.CHINESE).body())
                .isEqualTo("状态由【分析研判】变为【跟踪对接】，操作人：专员。缺少：包联领导、下一步计划。");
        assertThat(wording.of(alert, "X", Wording.ENGLISH).body())
                .isEqualTo("Moved from Assessing to Engaging by X. Missing: sponsor, next step.");
    }

    @Test
    void historyAlertsNobody() {
        LeadFacts lead = lead("leader", "officer", List.of(), "officer");

        assertThat(Alert.of(event(new LeadStateChanged(lead, "NEW", "ASSESSING", null, null, null), true)))
                .isEmpty();
    }

    @Test
    void stateOfAZonesOwnTemplateIsShownByItsCode() {
        LeadFacts lead = lead("leader", "officer", List.of(), "officer");
        Alert alert = Alert.of(event(new LeadStateChanged(lead, "NEW", "PROSPECT", null, null, null), false))
                .orElseThrow();

        assertThat(wording.of(alert, "", Wording.CHINESE).title()).isEqualTo("线索“锂电铜箔”进入【PROSPECT】");
    }

    @Test
    void idOfAnAlertFollowsFromEventRuleAndRecipient() {
        assertThat(AlertService.id("A-1:2", "state-change", "leader"))
                .isEqualTo(AlertService.id("A-1:2", "state-change", "leader"))
                .isNotEqualTo(AlertService.id("A-1:3", "state-change", "leader"))
                .hasSize(64);
    }

    private static <E extends Event> CloudEvent<E> event(E data, boolean backfill) {
        Instant at = Instant.parse("2026-11-23T02:00:00Z");
        String type = EventTypes.nameOf(data.getClass());
        return new CloudEvent<>("A-1:2", "/leads/A-1", type, "A-1", at, "140827", 2, null, backfill, data);
    }

    private static LeadFacts planned(Money amount, @Nullable String sponsor, String by) {
        return new LeadFacts(
                "140827-2026-0001",
                "锂电铜箔",
                "140827",
                null,
                "NEW",
                "officer",
                null,
                "manager",
                sponsor,
                null,
                null,
                null,
                null,
                amount,
                by);
    }

    private static LeadFacts lead(String sponsor, String owner, List<String> watchers, String by) {
        return new LeadFacts(
                "140827-2026-0001",
                "锂电铜箔",
                "140827",
                null,
                "ASSESSING",
                owner,
                "招商一部",
                "manager",
                sponsor,
                watchers,
                null,
                null,
                null,
                null,
                by);
    }

    private static ProjectFacts project() {
        return new ProjectFacts(
                "140827-P-2026-0001",
                "锂电铜箔",
                "140827",
                null,
                "SIGNED",
                "ONGOING",
                "officer",
                "manager",
                "leader",
                List.of(),
                null,
                null,
                AMOUNT,
                "L-1",
                "officer");
    }
}
