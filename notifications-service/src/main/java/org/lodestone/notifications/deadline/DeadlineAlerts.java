package org.lodestone.notifications.deadline;

import java.util.Locale;
import java.util.Map;
import org.lodestone.notifications.alert.AlertService;
import org.lodestone.notifications.alert.Wording;
import org.lodestone.notifications.deadline.Watched.About;
import org.lodestone.notifications.deadline.Watched.Clock;
import org.lodestone.notifications.deadline.Watched.People;
import org.lodestone.notifications.directory.Directory;
import org.lodestone.notifications.inbox.Notification;
import org.lodestone.notifications.inbox.Notification.Because;
import org.lodestone.notifications.inbox.Notification.Subject;
import org.lodestone.notifications.inbox.Notification.Words;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What fell due, told to whom it concerns: about the lead or the project, since that is where something can be done. */
@Component
class DeadlineAlerts {

    private final DeadlineWording wording;
    private final AlertService alerts;
    private final Directory directory;
    private final BusinessClock clock;

    DeadlineAlerts(DeadlineWording wording, AlertService alerts, Directory directory, BusinessClock clock) {
        this.wording = wording;
        this.alerts = alerts;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param lead or project itself, or the lead that holds the registration; as it is now, so whoever has it now is told */
    Mono<Void> tell(Reminder reminder, Watched watched, Clock due, Watched lead) {
        People people = lead.state().about().people();
        boolean project = lead.state().about().isProject();
        Rule rule = project ? Rule.ofProject(reminder.kind()) : Rule.of(reminder.kind());
        return people == null
                ? Mono.empty()
                : Flux.fromIterable(
                                recipients(rule, people, reminder.light(), lead).entrySet())
                        .map(recipient -> notification(new Told(reminder, rule, watched, due, lead), recipient))
                        .concatMap(alerts::deliver)
                        .then();
    }

    /** Whoever stands in for an absent owner hears of it as they do, but for who is told anyway. */
    private Map<String, Because> recipients(Rule rule, People people, Light light, Watched lead) {
        Map<String, Because> recipients = rule.recipients(people, light);
        String owner = people.owner();
        if (owner != null && recipients.containsKey(owner)) {
            directory
                    .standIn(owner, clock.today(lead.state().about().zone()))
                    .ifPresent(there -> recipients.putIfAbsent(there, Because.STAND_IN));
        }
        return recipients;
    }

    /** One light of one clock, with what is said of it. */
    record Told(Reminder reminder, Rule rule, Watched watched, Clock due, Watched lead) {

        /** What people filter their inbox by. */
        String type() {
            return watched.id().equals(lead.id()) ? kind() + ".deadline" : "registration.deadline";
        }

        String kind() {
            return lead.state().about().isProject() ? About.PROJECT : "lead";
        }
    }

    private Notification notification(Told told, Map.Entry<String, Because> recipient) {
        Reminder reminder = told.reminder();
        About lead = told.lead().state().about();
        Words chinese = wording.of(told, Wording.CHINESE);
        return new Notification(
                AlertService.id(reminder.key(), told.rule().name(), recipient.getKey()),
                recipient.getKey(),
                0,
                reminder.at(),
                reminder.key(),
                told.type(),
                reminder.light().severity(),
                chinese.title(),
                chinese.body(),
                new Subject(told.kind(), told.lead().id(), lead.name(), lead.zone(), lead.park()),
                told.rule().name(),
                recipient.getValue(),
                '/' + told.kind() + "s/" + told.lead().id(),
                null,
                wording.of(told, Locale.ENGLISH));
    }
}
