package org.lodestone.notifications.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.notifications.directory.Directory;
import org.lodestone.notifications.directory.Person;
import org.lodestone.notifications.inbox.Inbox;
import org.lodestone.notifications.inbox.Notification;
import org.lodestone.notifications.inbox.Notification.Because;
import org.lodestone.notifications.inbox.Notification.Subject;
import org.lodestone.notifications.inbox.Notification.Words;
import org.lodestone.platform.events.TryLater;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells everybody an event concerns. Done twice, it has the effect of once: every id follows from the event. */
@Component
public class AlertService {

    private final Wording wording;
    private final Directory directory;
    private final Inbox inbox;
    private final Announcer announcer;

    AlertService(Wording wording, Directory directory, Inbox inbox, Announcer announcer) {
        this.wording = wording;
        this.directory = directory;
        this.inbox = inbox;
        this.announcer = announcer;
    }

    Mono<Void> tell(CloudEvent<?> event) {
        // One row for each person and event.
        Set<String> told = new HashSet<>();
        return Flux.fromIterable(Alert.all(event))
                .map(alert -> alert.naming(this::name))
                .concatMap(this::toWhomItConcerns)
                .map(alert -> alert.but(told))
                .doOnNext(alert -> told.addAll(alert.recipients().keySet()))
                .concatMapIterable(alert -> alert.recipients().entrySet().stream()
                        .map(recipient -> notification(event, alert, recipient))
                        .toList())
                .concatMap(this::deliver)
                .then();
    }

    private Mono<Alert> toWhomItConcerns(Alert alert) {
        if (!directory.isReady()) {
            return Mono.error(notYet());
        }
        Subject subject = alert.subject();
        return Mono.just(
                alert.isForLeaders() ? alert.toldTo(directory.leaders(subject.zone(), subject.park())) : alert);
    }

    private static TryLater notYet() {
        return new TryLater("the directory has not been read yet", null);
    }

    /** Puts it where its recipient finds it, unless they may not read what it is about. Done again it does nothing more. */
    public Mono<Void> deliver(Notification alert) {
        if (!directory.isReady()) {
            // Without it nobody's right to read and nobody's address would be known.
            return Mono.error(notYet());
        }
        boolean forbidden = directory
                .person(alert.recipient())
                .filter(person ->
                        !person.mayRead(alert.subject().zone(), alert.subject().park()))
                .isPresent();
        return forbidden ? announcer.withhold(alert) : inbox.put(alert).then(announcer.announce(alert));
    }

    private String name(String person) {
        return directory.person(person).map(Person::name).orElse(person);
    }

    private Notification notification(CloudEvent<?> event, Alert alert, Map.Entry<String, Because> recipient) {
        String by = name(alert.by());
        Words words = wording.of(alert, by, Wording.CHINESE);
        return new Notification(
                id(event.id(), alert.rule(), recipient.getKey()),
                recipient.getKey(),
                0,
                event.time(),
                event.id(),
                event.type(),
                alert.severity(),
                words.title(),
                words.body(),
                alert.subject(),
                alert.rule(),
                recipient.getValue(),
                alert.link(),
                null,
                wording.of(alert, by, Wording.ENGLISH));
    }

    /** The version of a rule is not part of it: a rule that is reworded does not tell again. */
    public static String id(String eventId, String rule, String recipient) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((eventId + '|' + rule + '|' + recipient).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
