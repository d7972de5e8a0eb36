package org.lodestone.notifications.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.contracts.Deadline;
import org.lodestone.contracts.Event;
import org.lodestone.contracts.EventTypes;
import org.lodestone.contracts.LeadAssigned;
import org.lodestone.contracts.LeadCaptured;
import org.lodestone.contracts.LeadDeadlinesChanged;
import org.lodestone.contracts.LeadEvent;
import org.lodestone.contracts.LeadFacts;
import org.lodestone.contracts.LeadFollowedUp;
import org.lodestone.contracts.LeadStateChanged;
import org.lodestone.contracts.RegistrationArbitrated;
import org.lodestone.contracts.RegistrationClashFound;
import org.lodestone.contracts.RegistrationDisputed;
import org.lodestone.contracts.RegistrationEvent;
import org.lodestone.contracts.RegistrationExpired;
import org.lodestone.contracts.RegistrationFacts;
import org.lodestone.contracts.RegistrationFacts.Credit;
import org.lodestone.contracts.RegistrationRenewed;
import org.lodestone.contracts.RegistrationTaken;
import org.lodestone.notifications.deadline.Watched.Clock;

class WatchingTests {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final Instant DUE = NOON.plus(Duration.ofDays(1));
    private static final Instant RED = NOON.plus(Duration.ofDays(2));
    private static final Deadline FIRST = Deadline.due("first-response", DUE, RED);

    @Test
    void eventStartsMovesAndStopsClocksAndLeavesTheOthersAlone() {
        Watched captured = lead(null, new LeadCaptured(facts("officer"), List.of(FIRST), null));
        assertThat(captured.state().clocks()).containsExactly(new Clock("first-response", DUE, DUE, RED));

        Deadline stage = Deadline.due("stage", RED, RED.plusSeconds(9));
        Watched more =
                lead(captured, new LeadStateChanged(facts("officer"), "NEW", "ENGAGING", null, List.of(stage), null));
        assertThat(more.state().clocks()).extracting(Clock::kind).containsExactly("first-response", "stage");

        Watched moved = lead(
                more,
                new LeadDeadlinesChanged(
                        facts("officer"), "CALENDAR", null, List.of(Deadline.due("stage", RED.plusSeconds(1), null))));
        assertThat(moved.clock("stage")).hasValue(new Clock("stage", RED.plusSeconds(1), RED.plusSeconds(1), null));

        Watched met = lead(
                moved,
                new LeadFollowedUp(
                        facts("officer"), "CALL", NOON, null, List.of(Deadline.met("first-response", NOON))));
        assertThat(met.state().clocks()).extracting(Clock::kind).containsExactly("stage");
        assertThat(met.sequence()).isEqualTo(4);
    }

    @Test
    void whoeverHasItNowIsWhoIsTold() {
        Watched captured = lead(null, new LeadCaptured(facts("before"), List.of(FIRST), null));
        Watched assigned = lead(captured, new LeadAssigned(facts("after"), "before", "after", "ASSIGNED", null));

        assertThat(assigned.state().about().people())
                .isEqualTo(new Watched.People("after", "manager", "leader", List.of()));
        assertThat(assigned.state().clocks()).isEqualTo(captured.state().clocks());
    }

    @Test
    void waitIsKnownUntilItEndsByWordOrWithWhatPutsTheLeadAside() {
        Watched waiting = lead(
                lead(null, new LeadCaptured(facts("officer"), List.of(FIRST), null)),
                new LeadDeadlinesChanged(facts("officer"), "WAIT_BEGUN", RED, null));
        assertThat(waiting.waits(DUE)).isTrue();
        assertThat(waiting.waits(RED)).isFalse();
        assertThat(lead(waiting, new LeadAssigned(facts("b"), "a", "b", "ASSIGNED", null))
                        .waits(DUE))
                .isTrue();
        assertThat(lead(waiting, new LeadDeadlinesChanged(facts("officer"), "WAIT_ENDED", null, null))
                        .waits(DUE))
                .isFalse();
        List<Deadline> aside = List.of(Deadline.met("first-response", NOON), Deadline.due("revisit", DUE, RED));
        Watched held = lead(waiting, new LeadStateChanged(facts("officer"), "NEW", "ON_HOLD", "SITE", aside, null));
        assertThat(held.waits(NOON)).isFalse();
    }

    @Test
    void yellowIsNotToldOnceItIsRed() {
        Clock clock = new Clock("stage", DUE, DUE, RED);

        assertThat(clock.isOvertaken(Light.YELLOW, RED.minusMillis(1))).isFalse();
        assertThat(clock.isOvertaken(Light.YELLOW, RED)).isTrue();
        assertThat(clock.isOvertaken(Light.RED, RED.plusSeconds(1))).isFalse();
    }

    @Test
    void sameLightOfTheSameLimitIsOneAlertWhateverElseChangedAndWhenIsTheOrder() {
        Watched captured = lead(null, new LeadCaptured(facts("before"), List.of(FIRST), null));
        Watched assigned = lead(captured, new LeadAssigned(facts("after"), "before", "after", "ASSIGNED", null));
        List<Reminder> reminders = captured.reminders("leads-3").toList();

        assertThat(reminders).extracting(Reminder::light).containsExactly(Light.YELLOW, Light.RED);
        assertThat(assigned.reminders("leads-3").map(Reminder::key))
                .isEqualTo(reminders.stream().map(Reminder::key).toList());
        assertThat(reminders.getFirst().id()).isLessThan(reminders.getLast().id());
        assertThat(reminders.getFirst().id()).isLessThan(Reminder.endOf(DUE)).isGreaterThan(Reminder.endOf(NOON));
        assertThat(reminders.getFirst().later(RED).key())
                .isEqualTo(reminders.getFirst().key());
        assertThat(reminders.getFirst().later(RED).id()).isGreaterThan(Reminder.endOf(DUE));
    }

    @Test
    void endOfAProtectionIsForetoldSevenDaysBeforeAndToldWhenItCameByItself() {
        Instant end = NOON.plus(Duration.ofDays(90));
        Deadline expiry = Deadline.due("registration-expiry", end, null);
        Watched taken = registration(null, new RegistrationTaken(registered(end), false, List.of(expiry)));
        assertThat(taken.state().clocks())
                .containsExactly(new Clock("registration-expiry", end, end.minus(Duration.ofDays(7)), null));

        Instant later = end.plus(Duration.ofDays(30));
        Watched renewed = registration(
                taken,
                new RegistrationRenewed(
                        registered(later), "PROGRESS", List.of(Deadline.due("registration-expiry", later, null))));
        assertThat(renewed.state().clocks()).extracting(Clock::dueAt).containsExactly(later);

        List<Deadline> met = List.of(Deadline.met("registration-expiry", later));
        Watched ended = registration(renewed, new RegistrationExpired(registered(later), "TIME", met));
        assertThat(ended.state().clocks()).containsExactly(new Clock("registration-ended", later, null, later));
        Watched settled = registration(renewed, new RegistrationExpired(registered(later), "SETTLED", met));
        assertThat(settled.state().clocks()).isEmpty();
    }

    @Test
    void clashIsToldAtOnceOncePerOtherZoneAndStandsUntilItIsSettled() {
        Watched clashing = registration(
                registration(null, new RegistrationClashFound(registered(RED), "140522", null)),
                new RegistrationDisputed(registered(RED), "140521", null));

        assertThat(clashing.state().clocks())
                .containsExactly(
                        new Clock("first-contact-clash:140522", NOON, NOON, null),
                        new Clock("first-contact-clash:140521", NOON, NOON, null));
        Watched settled = registration(clashing, new RegistrationArbitrated(registered(RED), "KEEP", "140827", null));
        assertThat(settled.state().clocks()).isEmpty();
    }

    private static Watched lead(@Nullable Watched before, LeadEvent event) {
        return Watching.after(before, told(before, event), event);
    }

    private static Watched registration(@Nullable Watched before, RegistrationEvent event) {
        return Watching.after(before, told(before, event), event);
    }

    private static CloudEvent<Event> told(@Nullable Watched before, Event event) {
        long sequence = before == null ? 1 : before.sequence() + 1;
        String type = EventTypes.nameOf(event.getClass());
        return new CloudEvent<>("A:" + sequence, "/a/A", type, "A", NOON, "140827", sequence, null, false, event);
    }

    private static LeadFacts facts(String owner) {
        return new LeadFacts(
                "140827-2026-0001",
                "锂电铜箔",
                "140827",
                null,
                "NEW",
                owner,
                null,
                "manager",
                "leader",
                null,
                null,
                null,
                null,
                null,
                owner);
    }

    private static RegistrationFacts registered(Instant until) {
        return new RegistrationFacts(
                "龙电华鑫",
                null,
                "锂电铜箔",
                "L-1",
                "140827",
                "PROTECTED",
                LocalDate.of(2026, 11, 23),
                until,
                List.of(new Credit("140827", 100)),
                "officer");
    }
}
