package org.lodestone.notifications.deadline;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.lodestone.platform.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells people what has fallen due, on every instance: they may do so at once or again after a kill, since the alert's id follows from the
 * limit and the person. What fell due while nobody watched is told by the first round afterwards.
 */
@Component
class DeadlineWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);

    private final Agenda agenda;
    private final Deadlines deadlines;
    private final Hearing hearing;
    private final DeadlineAlerts alerts;
    private final BusinessClock clock;

    DeadlineWatch(Agenda agenda, Deadlines deadlines, Hearing hearing, DeadlineAlerts alerts, BusinessClock clock) {
        this.agenda = agenda;
        this.deadlines = deadlines;
        this.hearing = hearing;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.SECONDS)
    Mono<Void> round() {
        return hearing.look()
                .flatMapMany(heard -> agenda.due(clock.now())
                        .filter(reminder -> heard.until(reminder.partition())
                                .filter(until -> !reminder.at().isAfter(until))
                                .isPresent()))
                .concatMap(reminder -> keep(reminder).onErrorResume(error -> later(reminder, error)))
                .then()
                .onErrorResume(error -> {
                    LOG.debug("What falls due is told later: {}", error.toString());
                    return Mono.empty();
                });
    }

    /** Left alone while the event that asked for it is still on its way into the record. */
    private Mono<Void> keep(Reminder reminder) {
        Instant now = clock.now();
        return deadlines
                .find(reminder.subject())
                .filter(watched -> watched.sequence() >= reminder.sequence())
                .flatMap(watched -> watched.clock(reminder.kind())
                        .filter(clock -> reminder.at().equals(clock.at(reminder.light())))
                        .filter(clock -> !clock.isOvertaken(reminder.light(), now))
                        .map(clock -> tell(reminder, watched, clock, now))
                        .orElseGet(() -> agenda.done(reminder)));
    }

    private Mono<Void> tell(Reminder reminder, Watched watched, Watched.Clock due, Instant now) {
        Instant wakes = watched.state().waitingUntil();
        if (wakes != null && watched.waits(now)) {
            return agenda.postpone(reminder, wakes);
        }
        return deadlines
                .find(watched.state().about().lead())
                .flatMap(lead ->
                        alerts.tell(reminder, watched, due, lead).then(Mono.defer(() -> agenda.done(reminder))));
    }

    private static Mono<Void> later(Reminder reminder, Throwable error) {
        LOG.warn("{} is told later: {}", reminder.key(), error.toString());
        return Mono.empty();
    }
}
