package org.lodestone.notifications.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.PersonAbsencesChanged;
import org.lodestone.contracts.PersonChanged;
import org.lodestone.contracts.Topics;
import org.lodestone.contracts.ZoneChanged;
import org.lodestone.notifications.log.EventLog;
import org.lodestone.notifications.log.LogFollower;
import org.lodestone.platform.events.CloudEvents;
import org.lodestone.platform.events.MalformedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Everybody the directory topic names, in memory: it is compacted and small, and read to its end before the instance is ready. */
@Component
public class Directory implements SmartLifecycle, LogFollower.Reader, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);

    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<String, ZoneChanged> zones = new ConcurrentHashMap<>();
    private final Map<String, String> idByKey = new ConcurrentHashMap<>();
    private final StandIns standIns = new StandIns();
    private final LogFollower follower;

    Directory(EventLog log) {
        follower = new LogFollower(log, "directory", this);
    }

    /** Empty while nobody announced them. */
    public Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    /** Whoever does that person's work on the day; empty when they do it themselves. */
    public Optional<String> standIn(String person, LocalDate day) {
        return standIns.of(person, day);
    }

    /** Whoever leads what lies there. */
    public List<String> leaders(String zone, @Nullable String park) {
        return people.values().stream()
                .filter(person -> person.leads(zone, park))
                .map(Person::id)
                .sorted()
                .toList();
    }

    /** Its name, or its code while nobody announced it. */
    public String zone(String code, Locale language) {
        ZoneChanged zone = zones.get(code);
        if (zone == null) {
            return code;
        }
        return language.equals(Locale.ENGLISH) ? zone.nameEn() : zone.name();
    }

    public boolean isReady() {
        return follower.isCaughtUp();
    }

    @Override
    public Map<TopicPartition, Long> begin(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = EventLog.partitions(consumer, List.of(Topics.DIRECTORY));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer.endOffsets(partitions);
    }

    @Override
    public void read(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            String id = idByKey.remove(message.key());
            if (id != null) {
                people.remove(id);
            }
            return;
        }
        try {
            CloudEvents.readKnown(message).ifPresent(event -> {
                if (event.data() instanceof PersonChanged person) {
                    people.put(person.id(), Person.of(person));
                    idByKey.put(message.key(), person.id());
                }
                if (event.data() instanceof PersonAbsencesChanged away) {
                    standIns.learn(away);
                }
                if (event.data() instanceof ZoneChanged zone) {
                    zones.put(zone.zone(), zone);
                }
            });
        } catch (MalformedEvent e) {
            LOG.warn("A directory entry is left out: {}", e.getMessage());
        }
    }

    @Override
    public void start() {
        follower.start();
    }

    @Override
    public void stop() {
        follower.stop();
    }

    @Override
    public boolean isRunning() {
        return follower.isRunning();
    }

    /** Before the listeners, which need it. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public Health health() {
        return (isReady() ? Health.up() : Health.outOfService())
                .withDetail("people", people.size())
                .build();
    }
}
