package org.lodestone.notifications.deadline;

import java.util.Locale;
import java.util.Map;
import org.lodestone.notifications.alert.AlertService;
import org.lodestone.notifications.alert.Wording;
import org.lodestone.notifications.deadline.Watched.About;
import org.lodestone.notifications.deadline.Watched.Clock;
import org.lodestone.notifications.deadline.Watched.People;
import org.lodestone.notifications.inbox.Notification;
import org.lodestone.notifications.inbox.Notification.Because;
import org.lodestone.notifications.inbox.Notification.Subject;
import org.lodestone.notifications.inbox.Notification.Words;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What fell due, told to whom it concerns: always about the lead, since that is where something can be done. */
@Component
class DeadlineAlerts {

    private final DeadlineWording wording;
    private final AlertService alerts;

    DeadlineAlerts(DeadlineWording wording, AlertService alerts) {
        this.wording = wording;
        this.alerts = alerts;
    }

    /** @param lead itself, or the one that holds the registration; as it is now, so whoever has it now is told */
    Mono<Void> tell(Reminder reminder, Watched watched, Clock due, Watched lead) {
        People people = lead.state().about().people();
        Rule rule = Rule.of(reminder.kind());
        return people == null
                ? Mono.empty()
                : Flux.fromIterable(rule.recipients(people, reminder.light()).entrySet())
                        .map(recipient -> notification(new Told(reminder, rule, watched, due, lead), recipient))
                        .concatMap(alerts::deliver)
                        .then();
    }

    /** One light of one clock, with what is said of it. */
    record Told(Reminder reminder, Rule rule, Watched watched, Clock due, Watched lead) {

        boolean isOfLead() {
            return watched.id().equals(lead.id());
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
                told.isOfLead() ? "lead.deadline" : "registration.deadline",
                reminder.light().severity(),
                chinese.title(),
                chinese.body(),
                new Subject("lead", told.lead().id(), lead.name(), lead.zone(), lead.park()),
                told.rule().name(),
                recipient.getValue(),
                "/leads/" + told.lead().id(),
                null,
                wording.of(told, Locale.ENGLISH));
    }
}
