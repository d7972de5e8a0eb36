package org.lodestone.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.Deadline;
import org.lodestone.contracts.LeadCaptured;
import org.lodestone.contracts.LeadFacts;
import org.lodestone.contracts.LeadStateChanged;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.events.TopicReader;
import org.lodestone.platform.privacy.Finding;
import org.lodestone.platform.privacy.Inquiry;
import org.lodestone.platform.privacy.Person;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.Brokers;
import org.lodestone.platform.test.Traces;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A person in what was heard of leads: found, told and forgotten, as leads-service asks for it. */
class ForgettingIT extends RunningNotifications {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String digits = Long.toString(10_000_000L + Math.floorMod(System.nanoTime(), 89_999_999L));
    private final String phone = "177" + digits;
    private final String name = "欧阳" + digits;
    private final String leader = unique("sponsor.");
    private final String lead = unique("L-");
    private final String other = unique("L-");

    @Autowired
    private MongoDatabase database;

    /** A lead that somebody named after the person, with their number; another one that only has the same name. */
    @BeforeEach
    void personLeavesTraces() throws Exception {
        announce(leader, Role.LEADER, leader + "@zone.example", ZONE);
        for (String id : List.of(lead, other)) {
            String called = id.equals(lead) ? name + "的项目 " + phone : "同名" + name;
            Deadline late = Deadline.due("stage", Instant.now().minusSeconds(10), null);
            publish(Topics.LEADS, "/leads", id, 1, false, new LeadCaptured(facts(called), List.of(late), null));
            LeadStateChanged moved = new LeadStateChanged(facts(called), "NEW", "ASSESSING", null, null, null);
            publish(Topics.LEADS, "/leads", id, 2, false, moved);
        }
        // One row of the move, one of the limit, for each lead; the record of what is watched.
        await(() -> Traces.of(name, database).size() >= 6 ? true : null);
    }

    @Test
    void whoIsErasedIsNowhereAndOthersOfTheNameStay() throws Exception {
        Finding searched = ask(Inquiry.Kind.SEARCH);
        assertThat(searched.service()).isEqualTo("notifications-service");
        assertThat(searched.places()).extracting(Finding.Place::place).contains("inbox", "deadlines");
        assertThat(searched.places())
                .allSatisfy(place -> assertThat(place.items()).isEmpty());
        Finding taken = ask(Inquiry.Kind.EXPORT);
        assertThat(JSON.writeValueAsString(taken)).contains(phone, name + "的项目");

        Finding erased = ask(Inquiry.Kind.ERASURE);

        assertThat(erased.remaining()).isEmpty();
        assertThat(erased.places()).extracting(Finding.Place::place).contains("inbox", "deadlines");
        assertThat(Traces.of(phone, database)).isEmpty();
        assertThat(Traces.of(name + "的项目", database)).isEmpty();
        assertThat(Traces.of("同名" + name, database)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(Traces.of("〔已删除〕", database)).isNotEmpty();
        BsonDocument record = Objects.requireNonNull(Mono.from(database.getCollection("forgettings", BsonDocument.class)
                        .find(Filters.eq("_id", erased.id())))
                .block());
        assertThat(record.containsKey("person")).as("%s", record).isFalse();
    }

    /** Whoever asks repeats it until it is answered; the second answer is the first one's. */
    @Test
    void askedTwiceItAnswersTheSame() throws Exception {
        Inquiry inquiry = inquiry(Inquiry.Kind.ERASURE);
        send(inquiry);
        Finding first = answer(inquiry.id(), 1);
        send(inquiry);

        assertThat(answer(inquiry.id(), 2)).isEqualTo(first);
    }

    /** As a kill leaves it: the record says that it was counted, and nothing is erased yet. */
    @Test
    void whatAKillLeftIsBroughtToItsEnd() throws Exception {
        Inquiry inquiry = inquiry(Inquiry.Kind.ERASURE);
        BsonDocument left = BsonDocument.parse("""
                {"_id":"%s","version":{"$numberLong":"2"},"state":"ERASING","_open":true,
                 "person":{"phones":["%s"],"emails":[],"names":["%s"]},"records":["%s"],
                 "course":{"round":1,"begunAt":{"$date":"2026-01-01T00:00:00Z"},"remaining":[],
                  "places":[{"place":"inbox","records":{"$numberLong":"2"},"values":{"$numberLong":"4"},"items":[]}]}}""".formatted(inquiry.id(), phone, name, lead));
        Mono.from(database.getCollection("forgettings", BsonDocument.class).insertOne(left))
                .block();

        await(() -> Traces.of(phone, database).isEmpty() ? true : null);
        send(inquiry);
        Finding answered = answer(inquiry.id(), 1);
        assertThat(answered.places())
                .filteredOn(place -> place.place().equals("inbox"))
                .extracting(Finding.Place::records)
                .as("counted before the kill")
                .containsExactly(2L);
    }

    private Finding ask(Inquiry.Kind kind) throws Exception {
        Inquiry inquiry = inquiry(kind);
        send(inquiry);
        return answer(inquiry.id(), 1);
    }

    private Inquiry inquiry(Inquiry.Kind kind) {
        Person person = Person.of(List.of(phone), null, List.of(name), null);
        return new Inquiry(unique("erasure-"), kind, Instant.now(), person, List.of(lead));
    }

    private static void send(Inquiry inquiry) throws Exception {
        send(Topics.INQUIRIES, inquiry.id(), JSON.writeValueAsBytes(inquiry));
    }

    /** @param which of the answers to it */
    private static Finding answer(String id, int which) throws Exception {
        return await(() -> {
            List<Finding> findings = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> message : reader().readAll(Topics.FINDINGS)) {
                if (id.equals(message.key())) {
                    findings.add(JSON.readValue(message.value(), Finding.class));
                }
            }
            return findings.size() >= which ? findings.get(which - 1) : null;
        });
    }

    private static TopicReader reader() {
        return new TopicReader(new DefaultKafkaConsumerFactory<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Brokers.address()),
                new StringDeserializer(),
                new ByteArrayDeserializer()));
    }

    private LeadFacts facts(String called) {
        return new LeadFacts(
                ZONE + "-2026-0001",
                called,
                ZONE,
                null,
                "NEW",
                "system",
                null,
                null,
                leader,
                null,
                null,
                null,
                null,
                null,
                "system");
    }
}
