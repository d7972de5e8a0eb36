package org.lodestone.notifications;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.Event;
import org.lodestone.contracts.EventTypes;
import org.lodestone.contracts.LeadCaptured;
import org.lodestone.contracts.LeadChanged;
import org.lodestone.contracts.LeadFacts;
import org.lodestone.contracts.PersonAbsencesChanged;
import org.lodestone.contracts.PersonChanged;
import org.lodestone.contracts.ProjectFacts;
import org.lodestone.contracts.ProjectStageChanged;
import org.lodestone.contracts.RegistrationClashFound;
import org.lodestone.contracts.RegistrationFacts;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.events.CloudEvents;
import org.lodestone.platform.events.CloudEvents.Envelope;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.Brokers;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** One running service for all integration tests, with a mail server; its ring is so small that it is soon outrun. */
@ServiceTest
@TestPropertySource(
        properties = {
            "lodestone.stream.ring=60KB",
            "lodestone.stream.heartbeat=600ms",
            "lodestone.stream.budget=400",
            "lodestone.deadlines.settle=0s",
            "lodestone.mail.link-base=https://lodestone.example",
            "management.tracing.sampling.probability=0"
        })
abstract class RunningNotifications {

    static final String ZONE = "140827";
    static final String OTHER_ZONE = "140522";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static final GreenMail MAIL = mail();

    static final Path CLOCK = clock();

    private static final Producer<String, byte[]> LOG = new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, Brokers.address(), ProducerConfig.LINGER_MS_CONFIG, 0),
            new StringSerializer(),
            new ByteArraySerializer());

    private final List<SseClient> clients = new ArrayList<>();

    @LocalServerPort
    int port;

    private static Path clock() {
        try {
            Path file = Files.createTempFile("clock", ".txt");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GreenMail mail() {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return mail;
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        properties.add("lodestone.clock.file", CLOCK::toString);
    }

    /** The business clock, as {@code ./lodestone clock} moves it. Nothing here counts on its standing where it was. */
    static void setClockAhead(Duration offset) throws Exception {
        Files.writeString(CLOCK, offset.toString());
    }

    SseClient listen(String path, String token, @Nullable String lastEventId) {
        SseClient client = SseClient.open("http://127.0.0.1:" + port + path, token, lastEventId);
        clients.add(client);
        return client;
    }

    SseClient stall(String path, String token) {
        SseClient client = SseClient.stalled("http://127.0.0.1:" + port + path, token, null);
        clients.add(client);
        return client;
    }

    @org.junit.jupiter.api.AfterEach
    void hangUp() {
        clients.forEach(SseClient::close);
        clients.clear();
    }

    static String officer(String name) {
        return Tokens.of(name, Role.OFFICER, ZONE);
    }

    static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 8);
    }

    static void publish(String topic, String source, String subject, long sequence, boolean backfill, Event event)
            throws Exception {
        Envelope envelope = new Envelope(
                subject + ':' + sequence,
                source + '/' + subject,
                EventTypes.nameOf(event.getClass()),
                subject,
                Instant.now(),
                event.zone(),
                sequence,
                null,
                backfill);
        LOG.send(CloudEvents.record(topic, envelope, CloudEvents.payload(event)))
                .get();
    }

    static void publishProgress(String owner, String progress) throws Exception {
        send(Topics.JOBS, owner, progress.getBytes(StandardCharsets.UTF_8));
    }

    static void send(String topic, String key, byte[] value) throws Exception {
        LOG.send(new ProducerRecord<>(topic, key, value)).get();
    }

    static void publishLead(String id, long sequence, String zone, String owner) throws Exception {
        LeadFacts lead = lead(zone, owner);
        Event event =
                sequence == 1 ? new LeadCaptured(lead, null, null) : new LeadChanged(lead, List.of("name"), null, null);
        publish(Topics.LEADS, "/leads", id, sequence, false, event);
    }

    static void publishRegistration(String id, long sequence, String zone) throws Exception {
        RegistrationFacts facts = new RegistrationFacts(
                "龙电华鑫",
                null,
                "锂电铜箔",
                "L-1",
                zone,
                "CLASHING",
                LocalDate.of(2026, 11, 20),
                Instant.parse("2027-02-18T00:00:00Z"),
                List.of(new RegistrationFacts.Credit(zone, 100)),
                "officer.yuanqu");
        publish(
                Topics.REGISTRATIONS,
                "/registrations",
                id,
                sequence,
                false,
                new RegistrationClashFound(facts, OTHER_ZONE, null));
    }

    static void publishBulky(String id, int sequence, int characters) throws Exception {
        LeadFacts lead = named("铜".repeat(characters), ZONE, "officer.yuanqu");
        Event event =
                sequence == 1 ? new LeadCaptured(lead, null, null) : new LeadChanged(lead, List.of("name"), null, null);
        publish(Topics.LEADS, "/leads", id, sequence, false, event);
    }

    static LeadFacts lead(String zone, String owner) {
        return named("锂电铜箔", zone, owner);
    }

    private static LeadFacts named(String name, String zone, String owner) {
        return new LeadFacts(
                zone + "-2026-0001",
                name,
                zone,
                null,
                "NEW",
                owner,
                null,
                null,
                null,
                null,
                "龙电华鑫",
                "copper-nickel",
                "REFERRAL",
                null,
                owner);
    }

    static void publishStage(String id, long sequence, People people, boolean backfill) throws Exception {
        ProjectFacts project = new ProjectFacts(
                ZONE + "-P-2026-0001",
                "锂电铜箔<@all>",
                ZONE,
                null,
                "REGISTERED",
                "ONGOING",
                people.officer(),
                people.departmentLead(),
                people.sponsor(),
                people.watchers(),
                null,
                null,
                null,
                null,
                people.officer());
        ProjectStageChanged moved = new ProjectStageChanged(project, "SIGNED", "REGISTERED", null, null, null);
        publish(Topics.PROJECTS, "/projects", id, sequence, backfill, moved);
    }

    record People(String officer, String departmentLead, String sponsor, List<String> watchers) {}

    static void announceAbsence(String person, LocalDate from, LocalDate to, String standIn) throws Exception {
        publish(
                Topics.DIRECTORY,
                "/directory",
                "away:" + person,
                1,
                false,
                new PersonAbsencesChanged(person, ZONE, List.of(new PersonAbsencesChanged.Absence(from, to, standIn))));
    }

    static void announce(String person, Role role, @Nullable String email, String... zones) throws Exception {
        PersonChanged changed = new PersonChanged(
                person,
                zones[0],
                "姓名-" + person,
                List.of(role.claim()),
                List.of(zones),
                null,
                null,
                false,
                null,
                email,
                null);
        publish(Topics.DIRECTORY, "/directory/people", person, 1, false, changed);
    }

    /** Waits for what takes a moment. */
    static <T> T await(Callable<@Nullable T> probe) {
        return Objects.requireNonNull(
                Awaitility.await().pollDelay(Duration.ZERO).atMost(PATIENCE).until(probe, Objects::nonNull));
    }
}
