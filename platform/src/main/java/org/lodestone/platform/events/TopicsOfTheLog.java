package org.lodestone.platform.events;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.lodestone.contracts.Topics;

/** The topics as they must be: kept for ever, so that a new consumer or a rebuilt projection starts from the first event. */
final class TopicsOfTheLog {

    private static final String FOR_EVER = "-1";
    private static final String A_DAY = "86400000";
    /** About persons: a file is closed after ten minutes and goes within the hour. */
    private static final Map<String, String> PASSING =
            Map.of(TopicConfig.RETENTION_MS_CONFIG, "1800000", TopicConfig.SEGMENT_MS_CONFIG, "600000");

    private final short replicas;

    TopicsOfTheLog(short replicas) {
        this.replicas = replicas;
    }

    NewTopic[] all() {
        Stream<NewTopic> kept = Stream.of(Topics.LEADS, Topics.REGISTRATIONS, Topics.PROJECTS)
                .map(topic -> topic(topic, Topics.PARTITIONS, Map.of(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER)));
        Stream<NewTopic> dead = Stream.of(Topics.LEADS, Topics.REGISTRATIONS, Topics.PROJECTS, Topics.DIRECTORY)
                .map(topic -> topic(DeadLetters.topicOf(topic), 1, Map.of(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER)));
        List<NewTopic> others = List.of(
                topic(
                        Topics.DIRECTORY,
                        Topics.PARTITIONS,
                        Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)),
                topic(Topics.INBOX, Topics.PARTITIONS, Map.of(TopicConfig.RETENTION_MS_CONFIG, A_DAY)),
                topic(Topics.JOBS, Topics.PARTITIONS, Map.of(TopicConfig.RETENTION_MS_CONFIG, A_DAY)),
                topic(Topics.INQUIRIES, 1, PASSING),
                topic(Topics.FINDINGS, 1, PASSING));
        return Stream.of(kept, dead, others.stream()).flatMap(topics -> topics).toArray(NewTopic[]::new);
    }

    private NewTopic topic(String name, int partitions, Map<String, String> settings) {
        Map<String, String> all = new java.util.HashMap<>(settings);
        if (replicas >= 3) {
            all.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        }
        return new NewTopic(name, partitions, replicas).configs(all);
    }
}
