package org.lodestone.leads;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.events.TopicReader;
import org.lodestone.platform.test.Brokers;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import reactor.core.publisher.Flux;

/** Somebody whose phone, e-mail and name nobody else has, and who is looked for byte by byte. */
public final class Canary {

    public final String phone;
    public final String email;
    public final String name;

    public Canary() {
        long number = ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L);
        phone = "177" + number;
        email = "canary" + number + "@firm.example";
        // Of birds, fish and horses: simplified, so that they stand in the index as they are, and a hundred thousand of
        // them.
        name = "欧阳" + one(0x9e1f, 40) + one(0x9c7c, 50) + one(0x9a6c, 50);
    }

    private static String one(int first, int count) {
        return Character.toString(first + ThreadLocalRandom.current().nextInt(count));
    }

    public String asked() {
        return "{\"phones\":[\"%s\"],\"emails\":[\"%s\"],\"names\":[\"%s\"],\"reason\":\"来函 2026-7\"}"
                .formatted(phone, email, name);
    }

    /** The phone as people type it, too. */
    public boolean isIn(String text) {
        String digits = text.replaceAll("[\\s-]", "");
        return digits.contains(phone) || text.contains(email) || text.contains(name);
    }

    public boolean isIn(byte[] bytes) {
        return isIn(new String(bytes, StandardCharsets.UTF_8)) || isIn(new String(bytes, StandardCharsets.UTF_16LE));
    }

    /** Collections that know them, with the ids of the documents. */
    public List<String> inDatabase(MongoDatabase database) {
        List<String> found = new ArrayList<>();
        for (String collection : all(Flux.from(database.listCollectionNames()))) {
            for (BsonDocument document : all(Flux.from(
                    database.getCollection(collection, BsonDocument.class).find()))) {
                if (isIn(document)) {
                    found.add(collection + "/" + document.get("_id"));
                }
            }
        }
        return found;
    }

    private boolean isIn(BsonValue value) {
        return switch (value.getBsonType()) {
            case STRING -> isIn(value.asString().getValue());
            case BINARY -> isIn(((BsonBinary) value).getData());
            case DOCUMENT ->
                value.asDocument().entrySet().stream()
                        .anyMatch(field -> isIn(field.getKey()) || isIn(field.getValue()));
            case ARRAY -> value.asArray().stream().anyMatch(this::isIn);
            default -> false;
        };
    }

    /** Events that know them. */
    public List<String> onTopics() {
        TopicReader reader = new TopicReader(new DefaultKafkaConsumerFactory<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Brokers.address()),
                new StringDeserializer(),
                new ByteArrayDeserializer()));
        return Stream.of(Topics.LEADS, Topics.REGISTRATIONS, Topics.DIRECTORY, Topics.JOBS)
                .flatMap(topic -> reader.readAll(topic).stream()
                        .filter(message -> isIn(String.valueOf(message.key()))
                                || message.value() != null && isIn(message.value())
                                || Stream.of(message.headers().toArray()).anyMatch(header -> isIn(header.value())))
                        .map(message -> topic + "/" + message.key()))
                .toList();
    }

    /** Files of the index that know them, what is in it but deleted included. */
    public List<String> inIndex(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (isIn(Files.readAllBytes(file))) {
                    found.add(file.toString());
                }
            }
        }
        try (Stream<Path> indexes = Files.list(folder)) {
            for (Path index : indexes.filter(Files::isDirectory).toList()) {
                found.addAll(inOneIndex(index));
            }
        }
        return found;
    }

    private List<String> inOneIndex(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Directory directory = FSDirectory.open(folder)) {
            if (!DirectoryReader.indexExists(directory)) {
                return found;
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                for (LeafReaderContext leaf : reader.leaves()) {
                    inLeaf(leaf, folder.getFileName().toString(), found);
                }
            }
        }
        return found;
    }

    private void inLeaf(LeafReaderContext leaf, String name, List<String> found) throws IOException {
        // Deleted ones, too: that is what is looked for.
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
            for (var field : leaf.reader().storedFields().document(doc).getFields()) {
                BytesRef bytes = field.binaryValue();
                if (field.stringValue() != null && isIn(Objects.requireNonNull(field.stringValue()))
                        || bytes != null && isIn(BytesRef.deepCopyOf(bytes).bytes)) {
                    found.add(name + "/" + doc + "/" + field.name());
                }
            }
        }
        for (FieldInfo field : leaf.reader().getFieldInfos()) {
            Terms terms = leaf.reader().terms(field.name);
            TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
            for (BytesRef term = each.next(); term != null; term = each.next()) {
                if (isIn(term.utf8ToString())) {
                    found.add(name + "/" + field.name + "/term");
                }
            }
        }
    }

    private static <T> List<T> all(Flux<T> many) {
        return Objects.requireNonNull(many.collectList().block());
    }
}
