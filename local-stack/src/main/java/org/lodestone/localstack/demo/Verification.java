package org.lodestone.localstack.demo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.lodestone.localstack.supervisor.Stack;

/**
 * Compares everything in the stack, not only the story's part: each aggregate's version with the events in its topic,
 * each projection's sequence and chain with those computed from the topic, and the inbox with who had to be told.
 */
final class Verification {

    private static final String LEADS_TOPIC = "lodestone.leads.v1";
    private static final String PROJECTS_TOPIC = "lodestone.projects.v1";

    /** What is still on its way arrives within this time. */
    private static final Duration SETTLED = Duration.ofSeconds(60);

    /** One aggregate as its topic tells it. */
    private record Told(long last, String chain, List<String> faults) {}

    private final Stack stack;
    private final List<String> ofStory;

    Verification(Stack stack, List<String> ofStory) {
        this.stack = stack;
        this.ofStory = ofStory;
    }

    /** Returns whether everything is equal. */
    boolean print() {
        try (MongoClient client = MongoClients.create(stack.mongoUri("lodestone_leads"))) {
            boolean held =
                    settled("leads and their topic", () -> versions(client, "lodestone_leads", "leads", LEADS_TOPIC));
            held &= settled(
                    "projects and their topic",
                    () -> versions(client, "lodestone_projects", "projects", PROJECTS_TOPIC));
            held &= settled(
                    "projects-service heard every lead",
                    () -> chains(client, "lodestone_projects", "openings", List.of(LEADS_TOPIC)));
            held &= settled(
                    "notifications-service heard every event",
                    () -> chains(
                            client, "lodestone_notifications", "alertsHeard", List.of(LEADS_TOPIC, PROJECTS_TOPIC)));
            held &= settled("one inbox row per person and event", () -> inbox(client));
            return held;
        }
    }

    private interface Comparison {
        /** What differs, after how many things were compared. */
        List<String> differences();
    }

    private int compared;

    private boolean settled(String what, Comparison comparison) {
        long giveUp = System.nanoTime() + SETTLED.toNanos();
        List<String> differences = differences(comparison);
        while (!differences.isEmpty() && System.nanoTime() < giveUp) {
            Pause.millis(500);
            differences = differences(comparison);
        }
        System.out.printf("  %s %s: %d compared%n", differences.isEmpty() ? "=" : "✗", what, compared);
        differences.stream().limit(10).forEach(each -> System.out.println("      " + each));
        return differences.isEmpty();
    }

    private List<String> differences(Comparison comparison) {
        compared = 0;
        return comparison.differences();
    }

    private List<String> versions(MongoClient client, String database, String collection, String topic) {
        Map<String, Told> told = topic(topic);
        List<String> differences = new ArrayList<>();
        told.forEach((id, each) -> each.faults().forEach(fault -> differences.add(id + ": " + fault)));
        Set<String> stored = new HashSet<>();
        for (Document document : documents(client, database, collection, "version")) {
            String id = String.valueOf(document.get("_id"));
            stored.add(id);
            compared++;
            long version = number(document, "version");
            @Nullable Told known = told.get(id);
            if (known == null || known.last() != version) {
                differences.add(id + " has version " + version + ", its topic ends at "
                        + (known == null ? "nothing" : known.last()));
            }
        }
        told.keySet().stream()
                .filter(id -> !stored.contains(id))
                .forEach(id -> differences.add(id + " is in the topic and not stored"));
        return differences;
    }

    private List<String> chains(MongoClient client, String database, String collection, List<String> topics) {
        Map<String, Told> told = new HashMap<>();
        topics.forEach(topic -> told.putAll(topic(topic)));
        Map<String, Document> heard = new HashMap<>();
        documents(client, database, collection, "sequence", "chain")
                .forEach(document -> heard.put(String.valueOf(document.get("_id")), document));
        List<String> differences = new ArrayList<>();
        told.forEach((id, each) -> {
            compared++;
            @Nullable Document document = heard.get(id);
            if (document == null
                    || number(document, "sequence") != each.last()
                    || !each.chain().equals(document.getString("chain"))) {
                differences.add(id + " was heard up to " + (document == null ? "nothing" : document.get("sequence"))
                        + ", the topic ends at " + each.last() + " or in another order");
            }
        });
        return differences;
    }

    private List<String> inbox(MongoClient client) {
        List<String> differences = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Map<String, Set<String>> people = new HashMap<>();
        for (Document row : documents(client, "lodestone_notifications", "inbox", "eventId", "recipient", "subject")) {
            compared++;
            String recipient = row.getString("recipient");
            String event = row.getString("eventId");
            if (!seen.add(recipient + " " + event)) {
                differences.add(recipient + " has two rows of " + event);
            }
            people.computeIfAbsent(event, _ -> new HashSet<>()).add(recipient);
        }
        String opened = ofStory.getLast() + ":1";
        if (!people.getOrDefault(opened, Set.of()).containsAll(Set.of("leader.yuanqu", "manager.yuanqu"))) {
            differences.add("of " + opened + " only " + people.getOrDefault(opened, Set.of()) + " were told");
        }
        return differences;
    }

    private static long number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.longValue() : 0;
    }

    private static Iterable<Document> documents(
            MongoClient client, String database, String collection, String... fields) {
        MongoCollection<Document> documents = client.getDatabase(database).getCollection(collection);
        Document projection = new Document();
        for (String field : fields) {
            projection.append(field, 1);
        }
        return documents.find().projection(projection);
    }

    /** The whole topic from its first record, by aggregate. */
    private Map<String, Told> topic(String name) {
        Map<String, Told> told = new LinkedHashMap<>();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", stack.bootstrapServers(),
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(500))
                        .forEach(each -> told.merge(each.key(), first(each), (before, _) -> next(before, each)));
            }
        }
        return told;
    }

    private static Told first(ConsumerRecord<String, byte[]> message) {
        return next(new Told(0, "", List.of()), message);
    }

    /** A duplicate of the relay changes nothing; a gap is a fault. */
    private static Told next(Told before, ConsumerRecord<String, byte[]> message) {
        long sequence = Long.parseLong(header(message, "ce_sequence").orElse("0"));
        if (sequence <= before.last()) {
            return before;
        }
        List<String> faults = before.faults();
        if (sequence != before.last() + 1) {
            faults = new ArrayList<>(faults);
            faults.add("event " + sequence + " follows " + before.last());
        }
        return new Told(
                sequence, sha256(before.chain() + header(message, "ce_id").orElse("")), faults);
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> message, String name) {
        return Optional.ofNullable(message.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
