package org.lodestone.projects.directory;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.events.TopicReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Part of readiness: until the directory was read to its end once, zones' rules and people are not known and no request is taken. */
// Named as readiness knows it: "directory".
@Component("directoryHealthIndicator")
class DirectoryReading implements HealthIndicator, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DirectoryReading.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TopicReader topics;
    private final DirectoryListener listener;
    private volatile boolean read;
    private volatile @Nullable Thread reading;
    private volatile boolean running;

    DirectoryReading(TopicReader topics, DirectoryListener listener) {
        this.topics = topics;
        this.listener = listener;
    }

    @Override
    public Health health() {
        return (read ? Health.up() : Health.outOfService()).build();
    }

    @Override
    public void start() {
        running = true;
        reading = Thread.ofPlatform().name("directory").daemon().start(this::readToTheEnd);
    }

    @Override
    public void stop() {
        running = false;
        Thread thread = reading;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void readToTheEnd() {
        while (running && !read) {
            try {
                for (ConsumerRecord<String, byte[]> message : topics.readAll(Topics.DIRECTORY)) {
                    listener.hear(message);
                }
                read = true;
            } catch (KafkaException e) {
                log.warn("The directory cannot be read yet: {}", e.toString());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
