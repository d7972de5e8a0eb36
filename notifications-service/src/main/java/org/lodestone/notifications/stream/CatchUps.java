package org.lodestone.notifications.stream;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lodestone.notifications.log.EventLog;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Resumes what the ring no longer holds, from the log, a few streams at a time. */
@Component
class CatchUps implements DisposableBean {

    /** How long a reader waits for records that the broker said it has. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EventLog log;
    private final EventStreamHub hub;
    private final int budget;
    private final ExecutorService readers;

    CatchUps(EventLog log, EventStreamHub hub, StreamProperties properties) {
        this.log = log;
        this.hub = hub;
        this.budget = properties.budget();
        this.readers = Executors.newFixedThreadPool(
                properties.catchUps(),
                Thread.ofPlatform().name("stream-catch-up-", 1).daemon().factory());
    }

    void start(StreamSession session, long[] position) {
        readers.execute(new CatchUp(log, hub, budget, session, position));
    }

    @Override
    public void destroy() {
        readers.shutdownNow();
    }
}
