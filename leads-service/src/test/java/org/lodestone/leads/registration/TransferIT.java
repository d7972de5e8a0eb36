package org.lodestone.leads.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.registration.Transfer.Asked;
import org.lodestone.leads.registration.Transfer.Step;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A transfer that is killed between any two steps, or whose steps are done twice, ends the same. */
@ServiceTest
class TransferIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CITY = Tokens.of("city", Role.CITY, "*");
    private static final String OFFICER = Tokens.of("officer.yuanqu", Role.OFFICER, "140827");
    private static final String NEIGHBOUR = Tokens.of("officer.yangcheng", Role.OFFICER, "140522");

    private final WebTestClient http;
    private final AggregateStore<Lead> leads;
    private final ProcessStore<Transfer> transfers;
    private final TransferSteps steps;
    private final BusinessClock clock;

    @Autowired
    TransferIT(
            WebTestClient http,
            AggregateStore<Lead> leads,
            ProcessStore<Transfer> transfers,
            TransferSteps steps,
            BusinessClock clock) {
        this.http = http;
        this.leads = leads;
        this.transfers = transfers;
        this.steps = steps;
        this.clock = clock;
    }

    @Test
    void theLeadEndsHereAndBeginsThereWithItsHistoryAndItsRegistration() {
        String id = registered();
        post(OFFICER, "/api/leads/" + id + "/follow-ups", "{\"kind\":\"VISIT\",\"summary\":\"看厂\"}", 201);
        post(CITY, "/api/leads/" + id + "/transfers", "{\"toZone\":\"140827\",\"reason\":\"x\"}", 400);
        JsonNode moved =
                post(CITY, "/api/leads/" + id + "/transfers", "{\"toZone\":\"140522\",\"reason\":\"配套在阳城\"}", 201);

        assertThat(moved.path("state").asString()).isEqualTo("DONE");
        String heir = moved.at("/to/lead").asString();
        JsonNode old = get(OFFICER, "/api/leads/" + id, 200);
        assertThat(old.path("state").asString()).isEqualTo("TRANSFERRED");
        assertThat(old.at("/transferredTo/zone").asString()).isEqualTo("140522");
        JsonNode next = get(NEIGHBOUR, "/api/leads/" + heir, 200);
        assertThat(next.path("state").asString()).isEqualTo("NEW");
        assertThat(next.at("/transferredFrom/lead").asString()).isEqualTo(id);
        JsonNode before = get(NEIGHBOUR, "/api/leads/" + heir + "/transfers", 200);
        assertThat(before.at("/items/0/followUps/0/summary").asString()).isEqualTo("看厂");
        assertThat(before.at("/items/0/history/0/kind").asString()).isEqualTo("transferred");
        JsonNode registration = get(NEIGHBOUR, "/api/leads/" + heir + "/registration", 200);
        assertThat(registration.path("state").asString()).isEqualTo("TRANSFERRED");
        assertThat(registration.path("leadId").asString()).isEqualTo(heir);
        assertThat(get(OFFICER, "/api/leads/" + id + "/registration", 200).has("leadId"))
                .isFalse();
        post(OFFICER, "/api/leads/" + id + "/follow-ups", "{\"kind\":\"CALL\",\"summary\":\"x\"}", 409);
        post(CITY, "/api/leads/" + id + "/transfers", "{\"toZone\":\"140522\",\"reason\":\"again\"}", 409);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void killedAfterAnyStepItGoesOnAndEndsTheSame(int survived) {
        String id = registered();
        Transfer transfer = begun(id);
        for (int i = 0; i < survived; i++) {
            transfer = await(steps.next(transfer));
        }
        Transfer resumed = await(transfers.find(transfer.id()).flatMap(steps::run));

        endedOnce(id, resumed);
    }

    @Test
    void everyStepDoneTwiceIsDoneOnce() {
        String id = registered();
        Transfer begun = begun(id);
        Transfer closed = await(steps.next(begun));
        assertThat(await(steps.next(begun)).step()).isEqualTo(Step.CLOSED);
        Transfer opened = await(steps.next(closed));
        assertThat(await(steps.next(closed)).step()).isEqualTo(Step.OPENED);
        await(steps.next(opened));

        endedOnce(id, await(steps.next(opened)));
    }

    @Test
    void whatBecameAProjectMeanwhileStays() {
        String id = registered();
        Transfer transfer = begun(id);
        post(OFFICER, "/api/leads/" + id + "/transitions", "{\"to\":\"DROPPED\",\"reason\":\"OTHER\"}", 200);

        Transfer refused = await(steps.run(transfer));
        assertThat(refused.step()).isEqualTo(Step.REFUSED);
        assertThat(refused.refusedIn()).isEqualTo("DROPPED");
        assertThat(leads.load(refused.heir()).blockOptional(PATIENCE)).isEmpty();
    }

    private void endedOnce(String id, Transfer transfer) {
        assertThat(transfer.step()).isEqualTo(Step.DONE);
        Lead old = await(leads.load(id));
        assertThat(old.version()).isEqualTo(2);
        assertThat(old.progress().state()).isEqualTo("TRANSFERRED");
        Lead heir = await(leads.load(transfer.heir()));
        assertThat(heir.version()).isEqualTo(1);
        assertThat(heir.number()).isEqualTo(transfer.number());
        JsonNode registration = get(CITY, "/api/leads/" + heir.id() + "/registration", 200);
        assertThat(registration.path("zone").asString()).isEqualTo("140522");
        assertThat(registration
                        .path("history")
                        .valueStream()
                        .map(line -> line.path("kind").asString()))
                .containsExactly("taken", "transferred");
    }

    private Transfer begun(String lead) {
        Asked asked = new Asked(lead, "140827", "140522", "配套", "city", clock.now(), "test");
        String heir = leads.newId(Command.ofSystem("test:" + lead, "city", clock.now()));
        return await(transfers.begin(Transfer.begin(lead + "-t", asked, heir, "140522-9-" + lead)));
    }

    private String registered() {
        String name = "流转" + UUID.randomUUID().toString().substring(0, 8);
        String id = post(OFFICER, "/api/leads", """
                {"name":"%s","zone":"140827","source":{"channel":"REFERRAL"},"receivedOn":"2026-01-05",
                 "investor":{"name":"%s有限公司","region":"370100"},"investment":{"unknown":true},
                 "contacts":[{"name":"项目负责人"}]}""".formatted(name, name), 201)
                .path("id")
                .asString();
        post(OFFICER, "/api/leads/" + id + "/registration", "{}", 201);
        return id;
    }

    private JsonNode post(String token, String path, String body, int status) {
        return read(
                http.post()
                        .uri(path)
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange(),
                status);
    }

    private JsonNode get(String token, String path, int status) {
        return read(
                http.get().uri(path).header("Authorization", "Bearer " + token).exchange(), status);
    }

    private static JsonNode read(WebTestClient.ResponseSpec answer, int status) {
        var result = answer.expectBody().returnResult();
        byte[] body = Objects.requireNonNullElse(
                result.getResponseBody(), "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        JsonNode json = JsonMapper.shared().readTree(body);
        assertThat(result.getStatus().value()).as(json.toString()).isEqualTo(status);
        return json;
    }

    private static <T> T await(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE));
    }
}
