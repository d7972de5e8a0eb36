package org.lodestone.projects;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.LeadConverted;
import org.lodestone.contracts.LeadProjectHandedOver;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.events.CloudEvents;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.Tokens;
import org.lodestone.projects.project.Projects;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its clients use it, with the leads whose events it hears. */
final class Api {

    static final String YUANQU = "140827";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WebTestClient http;
    private final KafkaTemplate<String, byte[]> kafka;

    Api(WebTestClient http, KafkaTemplate<String, byte[]> kafka) {
        this.http = http;
        this.kafka = kafka;
    }

    record Answer(int status, JsonNode body, Map<String, String> headers) {

        String text(String pointer) {
            return body.at(pointer).asString();
        }

        List<String> texts(String array, String field) {
            return body.path(array)
                    .valueStream()
                    .map(item -> item.path(field).asString())
                    .toList();
        }
    }

    static String as(Role role) {
        return switch (role) {
            case OFFICER -> Tokens.of("officer.yuanqu", Role.OFFICER, YUANQU);
            case MANAGER -> Tokens.of("manager.yuanqu", Role.MANAGER, YUANQU);
            case LEADER -> Tokens.of("leader.yuanqu", Role.LEADER, YUANQU);
            case CITY -> Tokens.of("city", Role.CITY, "*");
            case VIEWER -> Tokens.of("viewer", Role.VIEWER, "*");
            case ADMIN -> Tokens.of("admin", Role.ADMIN, "*");
        };
    }

    static String elsewhere(Role role) {
        return Tokens.of("someone.yangcheng", role, "140522");
    }

    /** A lead as another service converts it; answers with its id. */
    String converted(String zone, boolean backfill) throws Exception {
        String lead = UUID.randomUUID().toString();
        announce(lead, zone, backfill);
        return lead;
    }

    void announce(String lead, String zone, boolean backfill) throws Exception {
        announce(lead, Projects.conversion(lead, zone), zone, backfill, Instant.now());
    }

    /** @param said when it was put on the topic */
    void announce(String lead, LeadConverted event, String zone, boolean backfill, Instant said) throws Exception {
        announce(event, converting(lead, zone, backfill, null), said);
    }

    /** A lead that was converted by a request with this trace. */
    void announce(String lead, String zone, String traceparent) throws Exception {
        announce(Projects.conversion(lead, zone), converting(lead, zone, false, traceparent), Instant.now());
    }

    private static CloudEvents.Envelope converting(
            String lead, String zone, boolean backfill, @Nullable String traceparent) {
        return new CloudEvents.Envelope(
                lead + ":1",
                "/leads/" + lead,
                "lead.converted.v1",
                lead,
                Instant.parse("2026-03-02T02:00:00Z"),
                zone,
                1,
                traceparent,
                backfill);
    }

    private void announce(LeadConverted event, CloudEvents.Envelope envelope, Instant said) throws Exception {
        ProducerRecord<String, byte[]> record = CloudEvents.record(Topics.LEADS, envelope, CloudEvents.payload(event));
        kafka.send(new ProducerRecord<>(
                        record.topic(), null, said.toEpochMilli(), record.key(), record.value(), record.headers()))
                .get(30, TimeUnit.SECONDS);
    }

    /** As leads-service says it when everything somebody has is handed over. */
    void handOver(String lead, String from, String to, long sequence) throws Exception {
        LeadConverted converted = Projects.conversion(lead, YUANQU);
        CloudEvents.Envelope envelope = new CloudEvents.Envelope(
                lead + ":" + sequence,
                "/leads/" + lead,
                "lead.project-handed-over.v1",
                lead,
                Instant.parse("2026-03-05T02:00:00Z"),
                YUANQU,
                sequence,
                null,
                false);
        byte[] payload =
                CloudEvents.payload(new LeadProjectHandedOver(converted.lead(), converted.projectId(), from, to, null));
        kafka.send(CloudEvents.record(Topics.LEADS, envelope, payload)).get(30, TimeUnit.SECONDS);
    }

    /** The path of a project that has been opened. */
    String opened(String zone) throws Exception {
        String path = "/api/projects/P-" + converted(zone, false);
        await(path);
        return path;
    }

    Answer await(String path) throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = get(Tokens.of("city", Role.CITY, "*"), path);
        while (answer.status() == 404 && System.nanoTime() < giveUp) {
            TimeUnit.MILLISECONDS.sleep(50);
            answer = get(Tokens.of("city", Role.CITY, "*"), path);
        }
        return answer;
    }

    Answer get(String token, String path) {
        return send(HttpMethod.GET, token, path, null, Map.of());
    }

    Answer post(String token, String path, String body) {
        return send(HttpMethod.POST, token, path, body, Map.of());
    }

    Answer patch(String token, String path, String body, long version) {
        return send(HttpMethod.PATCH, token, path, body, Map.of("If-Match", "\"" + version + "\""));
    }

    Answer send(HttpMethod method, String token, String path, @Nullable String body, Map<String, String> headers) {
        WebTestClient.RequestBodySpec request = http.method(method).uri(path).accept(MediaType.APPLICATION_JSON);
        headers.forEach(request::header);
        request.header("Authorization", "Bearer " + token);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        }
        var result = request.exchange().expectBody().returnResult();
        byte[] content = result.getResponseBody();
        return new Answer(
                result.getStatus().value(),
                content == null || content.length == 0 ? JSON.createObjectNode() : JSON.readTree(content),
                result.getResponseHeaders().toSingleValueMap());
    }
}
