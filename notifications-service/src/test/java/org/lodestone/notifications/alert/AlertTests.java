package org.lodestone.notifications.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.contracts.Event;
import org.lodestone.contracts.EventTypes;
import org.lodestone.contracts.LeadAssigned;
import org.lodestone.contracts.LeadConverted;
import org.lodestone.contracts.LeadFacts;
import org.lodestone.contracts.LeadStateChanged;
import org.lodestone.contracts.Money;
import org.lodestone.contracts.ProjectFacts;
import org.lodestone.contracts.ProjectOpened;
import org.lodestone.contracts.SignedContract;
import org.lodestone.contracts.Undertaking;
import org.lodestone.notifications.inbox.Notification.Because;

class AlertTests {

    private static final Money AMOUNT = new Money("120000.00", "CNY_10K");

    private final Wording wording = new Wording();

    @Test
    void everybodyIsToldOnceForTheStrongestReasonAndTheActorNever() {
        LeadFacts lead = lead("leader", "officer", List.of("leader", "officer", "city", "manager"), "officer");

        Alert alert = Alert.of(event(new LeadStateChanged(lead, "NEW", "ASSESSING", null, null), false))
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
    void historyAlertsNobody() {
        LeadFacts lead = lead("leader", "officer", List.of(), "officer");

        assertThat(Alert.of(event(new LeadStateChanged(lead, "NEW", "ASSESSING", null, null), true)))
                .isEmpty();
    }

    @Test
    void stateOfAZonesOwnTemplateIsShownByItsCode() {
        LeadFacts lead = lead("leader", "officer", List.of(), "officer");
        Alert alert = Alert.of(event(new LeadStateChanged(lead, "NEW", "PROSPECT", null, null), false))
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
