package org.lodestone.notifications.mail;

import jakarta.mail.MessagingException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.lodestone.notifications.inbox.Inbox;
import org.lodestone.notifications.inbox.Notification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Sends what is claimed. SMTP blocks, so it has its own few threads. */
@Component
class Postman implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int WAITING = 200;

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final MailMessages messages;
    private final JavaMailSender smtp;
    private final int threads;
    private final Scheduler pool;

    Postman(Deliveries deliveries, Inbox inbox, MailMessages messages, JavaMailSender smtp, MailProperties properties) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.messages = messages;
        this.smtp = smtp;
        this.threads = properties.threads();
        this.pool = Schedulers.fromExecutorService(new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().name("smtp-", 1).daemon().factory()));
    }

    @Scheduled(fixedDelay = 250, timeUnit = TimeUnit.MILLISECONDS)
    Mono<Void> sendFresh() {
        return sendAll(deliveries.claimFresh());
    }

    /** What failed before, and what another instance left behind. */
    @Scheduled(fixedDelay = 15, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    Mono<Void> sendDue() {
        return deliveries
                .addressWaiting()
                .then(Mono.defer(() -> sendAll(deliveries.claimDue())))
                .onErrorResume(e -> {
                    LOG.warn("Mail is sent later: {}", e.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> sendAll(Flux<Delivery> claimed) {
        return claimed.flatMap(this::send, threads)
                .onErrorResume(e -> {
                    LOG.warn("Mail is sent later: {}", e.toString());
                    return Flux.empty();
                })
                .then();
    }

    private Mono<Void> send(Delivery claimed) {
        return inbox.load(claimed.notificationId())
                .flatMap(alert -> Mono.fromCallable(() -> hand(alert, claimed)).subscribeOn(pool))
                .flatMap(outcome -> outcome.isSent()
                        ? deliveries.sent(claimed)
                        : deliveries.failed(claimed, outcome.answer(), outcome.permanent()));
    }

    private SmtpOutcome hand(Notification alert, Delivery claimed) throws MessagingException {
        String address = claimed.address() == null ? "" : claimed.address();
        try {
            smtp.send(messages.of(alert, address));
            return SmtpOutcome.SENT;
        } catch (RuntimeException e) {
            return SmtpOutcome.of(e);
        }
    }

    @Override
    public void destroy() {
        pool.dispose();
    }
}
