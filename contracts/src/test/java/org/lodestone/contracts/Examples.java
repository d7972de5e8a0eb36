package org.lodestone.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.lodestone.contracts.RegistrationFacts.Credit;

/** One event of each kind, with every component that may be absent present once and absent once. */
final class Examples {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00.123Z");
    private static final Instant DUE = Instant.parse("2026-11-25T10:00:00Z");
    private static final Money AMOUNT = new Money("12000.00", "CNY_10K");
    private static final SignedContract CONTRACT =
            new SignedContract("HT-2026-018", LocalDate.of(2026, 11, 20), AMOUNT);
    private static final List<Deadline> DEADLINES =
            List.of(Deadline.met("first-response", NOON), Deadline.due("follow-up", DUE, null));

    private static final List<Deadline> PROTECTION = List.of(Deadline.due("registration-expiry", DUE, null));

    private Examples() {}

    static List<Event> all() {
        return List.of(
                new LeadCaptured(bare(), DEADLINES, null),
                new LeadChanged(lead("NEW"), List.of("amount", "investor.name"), null, null),
                new LeadStateChanged(lead("QUALIFIED"), "NEW", "QUALIFIED", "fits the chain", DEADLINES, null),
                new LeadFollowedUp(lead("ENGAGED"), "VISIT", NOON, LocalDate.of(2026, 12, 1), DEADLINES),
                new LeadAssessed(lead("ASSESSED"), "PROCEED", DEADLINES),
                new LeadAssigned(lead("ASSESSED"), "officer2", "officer1", "CLAIMED", DEADLINES),
                new LeadDeadlinesChanged(lead("ENGAGED"), "WAIT_BEGUN", NOON, DEADLINES),
                new LeadConverted(
                        lead("CONVERTED"),
                        "SIGNED",
                        "CONVERTED",
                        "01JD8Z6Q5TPROJECT",
                        CONTRACT,
                        new Undertaking(
                                "示例精工有限公司",
                                "91140800MA0EXAMPLE",
                                "330100",
                                "CN",
                                "C3670",
                                AMOUNT,
                                new Money("1", "CNY")),
                        DEADLINES),
                new LeadProjectHandedOver(lead("CONVERTED"), "01JD8Z6Q5TPROJECT", "officer1", "officer2", null),
                new LeadWithdrawn(lead("WITHDRAWN"), "IMPORT_UNDONE", DEADLINES),
                new RegistrationTaken(bareRegistration(), false, PROTECTION),
                new RegistrationChanged(registration("PROTECTED"), List.of("uscc"), null),
                new RegistrationRenewed(registration("PROTECTED"), "PROGRESS", PROTECTION),
                new RegistrationDisputed(registration("CLASHING"), "140522", null),
                new RegistrationArbitrated(registration("ARBITRATED"), "SPLIT", "140827", PROTECTION),
                new RegistrationTransferred(registration("TRANSFERRED"), "140522", PROTECTION),
                new RegistrationExpired(
                        registration("EXPIRED"), "TIME", List.of(Deadline.met("registration-expiry", DUE))),
                new RegistrationClashFound(registration("CLASHING"), "140522", null),
                new ProjectOpened(project("SIGNED", "ACTIVE"), "", "SIGNED", CONTRACT, DEADLINES),
                new ProjectChanged(bareProject(), List.of("name"), null),
                new ProjectStageChanged(
                        project("STARTED", "ACTIVE"),
                        "PREPARING",
                        "STARTED",
                        LocalDate.of(2026, 11, 23),
                        "ground broken",
                        DEADLINES),
                new ProjectStatusChanged(
                        project("STARTED", "SUSPENDED"),
                        "ACTIVE",
                        "SUSPENDED",
                        LocalDate.of(2026, 11, 23),
                        "land",
                        null),
                new ProjectProgressReported(
                        project("STARTED", "ACTIVE"), YearMonth.of(2026, 10), new Money("350.5", "CNY_10K"), DEADLINES),
                new ZoneChanged("140827", "示范开发区", "Demonstration Zone", "Asia/Shanghai", "cn-development-zone"),
                new ParkChanged("east", "140827", "东园", "East Park"),
                new ChainChanged("new-materials", "*", "新材料", "New materials"),
                new PersonChanged(
                        "officer1",
                        "140827",
                        "招商专员甲",
                        List.of("officer"),
                        List.of("140827"),
                        List.of("east"),
                        "investment-1",
                        false,
                        "manager1",
                        "officer1@example.org",
                        "138****0000"),
                new PersonAbsencesChanged(
                        "officer1",
                        "140827",
                        List.of(new PersonAbsencesChanged.Absence(
                                LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 27), "officer2"))),
                new CalendarChanged(
                        2027, "*", List.of(LocalDate.of(2027, 1, 1)), List.of(LocalDate.of(2027, 1, 3)), true));
    }

    private static RegistrationFacts registration(String state) {
        return new RegistrationFacts(
                "示例精工有限公司",
                "91140800MA0EXAMPLE",
                "高端轴承项目",
                "01JD8Z6Q5TLEAD",
                "140827",
                state,
                LocalDate.of(2026, 11, 23),
                DUE,
                List.of(new Credit("140827", 60), new Credit("140522", 40)),
                "officer1");
    }

    private static RegistrationFacts bareRegistration() {
        return new RegistrationFacts(
                "示例精工有限公司",
                null,
                "高端轴承项目",
                "01JD8Z6Q5TLEAD",
                "140827",
                "PROTECTED",
                LocalDate.of(2026, 11, 23),
                DUE,
                List.of(new Credit("140827", 100)),
                "officer1");
    }

    private static LeadFacts lead(String state) {
        return new LeadFacts(
                "L-140827-2026-0042",
                "高端轴承项目",
                "140827",
                "east",
                state,
                "officer1",
                "investment-1",
                "manager1",
                "leader1",
                List.of("viewer1"),
                "示例精工有限公司",
                "new-materials",
                "EXPO",
                AMOUNT,
                "officer1");
    }

    private static LeadFacts bare() {
        return new LeadFacts(
                "L-140827-2026-0042",
                "高端轴承项目",
                "140827",
                null,
                "NEW",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "officer1");
    }

    private static ProjectFacts project(String stage, String status) {
        return new ProjectFacts(
                "P-140827-2026-0007",
                "高端轴承项目",
                "140827",
                "east",
                stage,
                status,
                "officer1",
                "manager1",
                "leader1",
                List.of("viewer1"),
                "示例精工有限公司",
                "new-materials",
                AMOUNT,
                "01JD8Z6Q5TLEAD",
                "officer1");
    }

    private static ProjectFacts bareProject() {
        return new ProjectFacts(
                "P-140827-2026-0007",
                "高端轴承项目",
                "140827",
                null,
                "SIGNED",
                "ACTIVE",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "officer1");
    }
}
