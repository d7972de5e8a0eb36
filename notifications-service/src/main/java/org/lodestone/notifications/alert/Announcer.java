package org.lodestone.notifications.alert;

import org.lodestone.notifications.inbox.Doorbells;
import org.lodestone.notifications.inbox.Notification;
import org.lodestone.notifications.mail.Deliveries;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The ways an alert goes besides lying in the inbox. */
@Component
class Announcer {

    private final Doorbells doorbells;
    private final Deliveries deliveries;

    Announcer(Doorbells doorbells, Deliveries deliveries) {
        this.doorbells = doorbells;
        this.deliveries = deliveries;
    }

    /** The e-mail is noted before the bell rings; it is sent later, by whoever claims it. */
    Mono<Void> announce(Notification alert) {
        return deliveries.note(alert.id(), alert.recipient()).then(doorbells.ring(alert.recipient(), alert.id()));
    }

    /** Kept as an answer to "why was I not told?". */
    Mono<Void> withhold(Notification alert) {
        return deliveries.skip(alert.id(), alert.recipient(), "no-permission");
    }
}
