package org.lodestone.notifications.alert;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.CalendarChanged;
import org.lodestone.contracts.ChainChanged;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.contracts.LeadAssessed;
import org.lodestone.contracts.LeadAssigned;
import org.lodestone.contracts.LeadCaptured;
import org.lodestone.contracts.LeadChanged;
import org.lodestone.contracts.LeadConverted;
import org.lodestone.contracts.LeadDeadlinesChanged;
import org.lodestone.contracts.LeadFacts;
import org.lodestone.contracts.LeadFollowedUp;
import org.lodestone.contracts.LeadProjectHandedOver;
import org.lodestone.contracts.LeadStateChanged;
import org.lodestone.contracts.LeadWithdrawn;
import org.lodestone.contracts.Money;
import org.lodestone.contracts.ParkChanged;
import org.lodestone.contracts.PersonAbsencesChanged;
import org.lodestone.contracts.PersonChanged;
import org.lodestone.contracts.ProjectChanged;
import org.lodestone.contracts.ProjectFacts;
import org.lodestone.contracts.ProjectOpened;
import org.lodestone.contracts.ProjectProgressReported;
import org.lodestone.contracts.ProjectStageChanged;
import org.lodestone.contracts.ProjectStatusChanged;
import org.lodestone.contracts.RegistrationEvent;
import org.lodestone.contracts.ZoneChanged;
import org.lodestone.notifications.inbox.Notification.Because;
import org.lodestone.notifications.inbox.Notification.Severity;
import org.lodestone.notifications.inbox.Notification.Subject;

/**
 * What an event is to people: which rule it meets and whom it concerns.
 *
 * @param by who did it, who is not told
 * @param recipients with the strongest reason of each
 */
record Alert(String rule, Subject subject, Move move, String by, Map<String, Because> recipients) {

    private static final String ASSIGNMENT = "assignment";
    private static final String POOL = "POOL";
    private static final String DUPLICATE = "duplicate";
    private static final String LARGE = "large-investment";
    private static final String INVESTMENT = "investment";

    /**
     * @param amount of the contract that was signed, or of what is planned, in words
     * @param missing what should be there and is not
     */
    record Move(
            String from,
            String to,
            @Nullable String reason,
            @Nullable String amount,
            List<String> missing) {

        Move(String from, String to, @Nullable String reason, @Nullable String amount) {
            this(from, to, reason, amount, List.of());
        }
    }

    /** Everything an event is to people, what is graver first: who is told of one thing is not told of another. */
    static List<Alert> all(CloudEvent<?> event) {
        List<Alert> all = new ArrayList<>();
        if (event.data() instanceof LeadCaptured captured && !event.backfill()) {
            duplicate(event.subject(), captured).ifPresent(all::add);
        }
        of(event).ifPresent(all::add);
        return all;
    }

    /**
     * Empty for what alerts nobody: history being brought in, and most events. A conversion is announced by the project it opened, so
     * that it alerts once.
     */
    static Optional<Alert> of(CloudEvent<?> event) {
        if (event.backfill()) {
            return Optional.empty();
        }
        return switch (event.data()) {
            case LeadStateChanged e ->
                Optional.of(ofLead(
                        "state-change",
                        event.subject(),
                        e.lead(),
                        new Move(e.from(), e.to(), e.reason(), null, e.missing() == null ? List.of() : e.missing())));
            case LeadAssigned e -> Optional.of(ofAssigned(event.subject(), e));
            case ProjectOpened e ->
                Optional.of(ofProject(
                        "conversion",
                        event.subject(),
                        e.project(),
                        new Move(
                                e.from(),
                                e.to(),
                                null,
                                Amounts.words(e.contract().amount()))));
            case ProjectStageChanged e ->
                Optional.of(ofProject(
                        "stage-change", event.subject(), e.project(), new Move(e.from(), e.to(), e.reason(), null)));
            case ProjectStatusChanged e ->
                Optional.of(ofProject(
                        "status-change", event.subject(), e.project(), new Move(e.from(), e.to(), e.reason(), null)));
            case LeadCaptured e -> large(event.subject(), e.lead(), null);
            case LeadChanged e ->
                e.fields().contains(INVESTMENT) ? large(event.subject(), e.lead(), e.amountBefore()) : Optional.empty();
            case LeadFollowedUp _, LeadAssessed _, LeadConverted _, LeadWithdrawn _ -> Optional.empty();
            case LeadDeadlinesChanged _, LeadProjectHandedOver _ -> Optional.empty();
            case ProjectChanged _, ProjectProgressReported _ -> Optional.empty();
            case RegistrationEvent _ -> Optional.empty();
            case ZoneChanged _, ParkChanged _, ChainChanged _, CalendarChanged _ -> Optional.empty();
            case PersonChanged _, PersonAbsencesChanged _ -> Optional.empty();
        };
    }

    private static Alert ofLead(String rule, String id, LeadFacts lead, Move move) {
        Map<Because, List<String>> people = new EnumMap<>(Because.class);
        people.put(Because.SPONSOR, present(lead.sponsor()));
        people.put(Because.DEPARTMENT_LEAD, present(lead.departmentLead()));
        people.put(Because.OWNER, present(lead.owner()));
        people.put(Because.WATCHER, lead.watchers() == null ? List.of() : lead.watchers());
        Subject subject = new Subject("lead", id, lead.name(), lead.zone(), lead.park());
        return new Alert(rule, subject, move, lead.by(), strongest(people, lead.by()));
    }

    /** An investment that grew beyond one of the steps, or is there for the first time; whoever leads hears of it. */
    private static Optional<Alert> large(String id, LeadFacts lead, @Nullable Money before) {
        Money amount = lead.amount();
        Size size = Size.of(amount);
        if (amount == null || !size.isBeyond(Size.of(before))) {
            return Optional.empty();
        }
        Move move = new Move(Size.of(before).name(), size.name(), null, Amounts.words(amount));
        Subject subject = new Subject("lead", id, lead.name(), lead.zone(), lead.park());
        Map<Because, List<String>> people = Map.of(Because.SPONSOR, present(lead.sponsor()));
        return Optional.of(new Alert(LARGE, subject, move, lead.by(), strongest(people, lead.by())));
    }

    /** One that may be there already: for those who work on it and can tell. */
    private static Optional<Alert> duplicate(String id, LeadCaptured e) {
        if (e.duplicates() == null) {
            return Optional.empty();
        }
        LeadFacts lead = e.lead();
        Map<Because, List<String>> people = new EnumMap<>(Because.class);
        people.put(Because.DEPARTMENT_LEAD, present(lead.departmentLead()));
        people.put(Because.OWNER, present(lead.owner()));
        Move move = new Move(lead.state(), String.valueOf(e.duplicates().size()), null, null);
        Subject subject = new Subject("lead", id, lead.name(), lead.zone(), lead.park());
        return Optional.of(new Alert(DUPLICATE, subject, move, lead.by(), strongest(people, lead.by())));
    }

    /** Whoever had it is told too: work that is gone must not be gone silently. */
    private static Alert ofAssigned(String id, LeadAssigned e) {
        Move move = new Move(e.from() == null ? POOL : e.from(), e.to() == null ? POOL : e.to(), e.because(), null);
        Alert alert = ofLead(ASSIGNMENT, id, e.lead(), move);
        Map<String, Because> recipients = new LinkedHashMap<>(alert.recipients());
        if (e.from() != null && !e.from().equals(e.lead().by())) {
            recipients.putIfAbsent(e.from(), Because.OWNER);
        }
        return new Alert(alert.rule(), alert.subject(), move, alert.by(), recipients);
    }

    private static Alert ofProject(String rule, String id, ProjectFacts project, Move move) {
        Map<Because, List<String>> people = new EnumMap<>(Because.class);
        people.put(Because.SPONSOR, present(project.sponsor()));
        people.put(Because.DEPARTMENT_LEAD, present(project.departmentLead()));
        people.put(Because.OFFICER, present(project.officer()));
        people.put(Because.WATCHER, project.watchers() == null ? List.of() : project.watchers());
        Subject subject = new Subject("project", id, project.name(), project.zone(), project.park());
        return new Alert(rule, subject, move, project.by(), strongest(people, project.by()));
    }

    private static List<String> present(@Nullable String person) {
        return person == null ? List.of() : List.of(person);
    }

    private static Map<String, Because> strongest(Map<Because, List<String>> people, String by) {
        Map<String, Because> recipients = new LinkedHashMap<>();
        people.forEach((because, those) -> those.forEach(person -> recipients.putIfAbsent(person, because)));
        recipients.remove(by);
        return recipients;
    }

    /** Where it went from one person to another, they have names. */
    Alert naming(UnaryOperator<String> names) {
        if (!rule.equals(ASSIGNMENT)) {
            return this;
        }
        Move named = new Move(names.apply(move.from()), names.apply(move.to()), move.reason(), null);
        return new Alert(rule, subject, named, by, recipients);
    }

    Severity severity() {
        return rule.equals(DUPLICATE) || !move.missing().isEmpty() ? Severity.YELLOW : Severity.INFO;
    }

    /** Without those who were told of the same event already. */
    Alert but(Set<String> told) {
        Map<String, Because> others = new LinkedHashMap<>(recipients);
        others.keySet().removeAll(told);
        return new Alert(rule, subject, move, by, others);
    }

    boolean isForLeaders() {
        return rule.equals(LARGE);
    }

    /** Whoever leads there, besides those the event names. */
    Alert toldTo(List<String> leaders) {
        Map<String, Because> all = new LinkedHashMap<>(recipients);
        leaders.stream()
                .filter(leader -> !leader.equals(by))
                .forEach(leader -> all.putIfAbsent(leader, Because.LEADER));
        return new Alert(rule, subject, move, by, all);
    }

    String link() {
        return "/" + subject.kind() + "s/" + subject.id();
    }
}
