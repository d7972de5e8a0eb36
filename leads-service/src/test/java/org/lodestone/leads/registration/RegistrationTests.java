package org.lodestone.leads.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.Deadline;
import org.lodestone.contracts.RegistrationArbitrated;
import org.lodestone.contracts.RegistrationChanged;
import org.lodestone.contracts.RegistrationExpired;
import org.lodestone.contracts.RegistrationTaken;
import org.lodestone.leads.registration.Registration.Heir;
import org.lodestone.leads.registration.Registration.Subject;
import org.lodestone.leads.registration.Registration.Term;
import org.lodestone.leads.registration.Standing.Clash;
import org.lodestone.leads.registration.Standing.Dispute;
import org.lodestone.leads.registration.Standing.Ruling;
import org.lodestone.leads.registration.Standing.Share;
import org.lodestone.leads.registration.Standing.State;
import org.lodestone.leads.registration.Standing.Verdict;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision;

/** The life of a registration, without anything around it. */
class RegistrationTests {

    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant END = MONDAY.plus(Duration.ofDays(90));
    private static final Subject SUBJECT = new Subject("L1", "140827-2026-0001", "示例精工有限公司", null, "轴承项目", false);

    private static Registration first() {
        Term term = new Term(LocalDate.of(2026, 11, 23), MONDAY, END, null);
        return Registration.first("R1", "140827", null, SUBJECT, term);
    }

    private static Command at(Instant at) {
        return Command.ofSystem("k" + at, "officer.yuanqu", at);
    }

    private static Registration disputed() {
        Dispute dispute = new Dispute("140522", "L2", "officer.yangcheng", MONDAY.plusSeconds(60), "我区在先");
        return first().dispute(dispute, at(MONDAY.plusSeconds(60))).next();
    }

    private static Ruling ruling(Verdict verdict, String... ended) {
        return new Ruling(verdict, "city", MONDAY.plusSeconds(120), "理由", List.of(ended));
    }

    @Test
    void whatIsTakenForetellsItsEnd() {
        Decision<Registration> taken = Registration.take(first(), at(MONDAY));

        assertThat(taken.event())
                .isInstanceOfSatisfying(
                        RegistrationTaken.class,
                        event -> assertThat(event.deadlines())
                                .containsExactly(Deadline.due("registration-expiry", END, null)));
        assertThat(taken.next().standing().credit()).containsExactly(new Share("140827", 100));
    }

    @Test
    void timeAloneEndsIt() {
        assertThat(first().stateAt(END.minusMillis(1))).isEqualTo(State.PROTECTED);
        assertThat(first().stateAt(END)).isEqualTo(State.EXPIRED);
        assertThat(disputed().stateAt(END)).isEqualTo(State.EXPIRED);
    }

    @Test
    void renewingNeverShortens() {
        Instant later = END.plusSeconds(1);
        assertThat(first().renew(later, "PROGRESS", at(MONDAY)).next().term().until())
                .isEqualTo(later);
        assertThatThrownBy(() -> first().renew(END, "PROGRESS", at(MONDAY)))
                .isInstanceOf(RegistrationProblem.Expired.class);
    }

    @Test
    void anAnnouncedEndCannotBeRenewed() {
        Decision<Registration> expired = first().expire("TIME", at(END));

        assertThat(expired.event())
                .isInstanceOfSatisfying(
                        RegistrationExpired.class,
                        event -> assertThat(event.deadlines())
                                .containsExactly(Deadline.met("registration-expiry", END)));
        assertThatThrownBy(() -> expired.next().renew(END.plusSeconds(1), "REQUEST", at(END)))
                .isInstanceOf(RegistrationProblem.Expired.class);
    }

    @Test
    void onlyWhatIsOverIsTakenAgain() {
        assertThatThrownBy(() -> first().retake(first(), at(END.minusMillis(1))))
                .isInstanceOf(RegistrationProblem.RegisteredFirst.class);
        assertThat(first().retake(first(), at(END)).next().standing().state()).isEqualTo(State.PROTECTED);
    }

    @Test
    void aZoneDisputesOnceUntilTheCityHasSpoken() {
        Dispute again = new Dispute("140522", "L2", "officer.yangcheng", MONDAY.plusSeconds(200), "再议");

        assertThat(disputed().standing().state()).isEqualTo(State.CLASHING);
        assertThat(disputed().standing().disputedAt()).isEqualTo(MONDAY.plusSeconds(60));
        assertThatThrownBy(() -> disputed().dispute(again, at(MONDAY.plusSeconds(200))))
                .isInstanceOf(RegistrationProblem.AlreadyDisputed.class);
        Registration settled = disputed()
                .arbitrate(ruling(Verdict.KEEP), Standing.whole("140827"), null, at(MONDAY.plusSeconds(120)))
                .next();
        assertThat(settled.standing().disputedAt()).isNull();
        assertThat(settled.dispute(again, at(MONDAY.plusSeconds(200)))
                        .next()
                        .standing()
                        .state())
                .isEqualTo(State.CLASHING);
    }

    @Test
    void theCitySplitsTheCredit() {
        List<Share> shares = List.of(new Share("140827", 60), new Share("140522", 40));
        Decision<Registration> split =
                disputed().arbitrate(ruling(Verdict.SPLIT), shares, null, at(MONDAY.plusSeconds(120)));

        assertThat(split.next().zone()).isEqualTo("140827");
        assertThat(split.next().standing().credit()).isEqualTo(shares);
        assertThat(split.next().standing().state()).isEqualTo(State.ARBITRATED);
        assertThat(split.event())
                .isInstanceOfSatisfying(
                        RegistrationArbitrated.class,
                        event -> assertThat(event.registration().credit()).hasSize(2));
    }

    @Test
    void theCityGivesItToAnotherZonesLead() {
        Subject theirs = new Subject("L2", "140522-2026-0001", "示例精工有限公司", null, "轴承项目", false);
        Registration given = disputed()
                .arbitrate(
                        ruling(Verdict.TRANSFER, "R2"),
                        Standing.whole("140522"),
                        new Heir("140522", null, theirs),
                        at(MONDAY.plusSeconds(120)))
                .next();

        assertThat(given.zone()).isEqualTo("140522");
        assertThat(given.isOf("L2")).isTrue();
        assertThat(given.standing().state()).isEqualTo(State.TRANSFERRED);
        assertThat(given.hasEnded("R2")).isTrue();
        assertThat(given.term()).isEqualTo(first().term());
    }

    @Test
    void whatIsOverIsNotSettledAnyMore() {
        assertThatThrownBy(() -> disputed().arbitrate(ruling(Verdict.KEEP), Standing.whole("140827"), null, at(END)))
                .isInstanceOf(RegistrationProblem.Expired.class);
    }

    @Test
    void aClashWaitsForTheCityThoughNobodyComplained() {
        Registration clashing =
                first().clash(new Clash("R2", "140522"), at(MONDAY)).next();

        assertThat(clashing.clashesWith("R2")).isTrue();
        assertThat(clashing.standing().disputedAt()).isNull();
        assertThat(clashing.standing().waitingSince()).isEqualTo(Instant.EPOCH);
        assertThat(clashing.arbitrate(ruling(Verdict.KEEP, "R2"), Standing.whole("140827"), null, at(MONDAY))
                        .next()
                        .standing()
                        .clashes())
                .isEmpty();
    }

    @Test
    void whatIsLearntLaterIsNamedWithoutItsValue() {
        Subject known = new Subject("L1", "140827-2026-0001", "示例精工有限公司", "91140800MA0EXAMPLE", "轴承项目", false);

        assertThat(first().change(known, null, at(MONDAY)).event())
                .isInstanceOfSatisfying(
                        RegistrationChanged.class,
                        event -> assertThat(event.fields()).containsExactly("uscc"));
    }
}
