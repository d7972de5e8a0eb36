package org.lodestone.leads.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.leads.Api;
import org.lodestone.leads.Canary;
import org.lodestone.leads.privacy.Erasure.Asked;
import org.lodestone.leads.privacy.Erasure.Code;
import org.lodestone.leads.privacy.Erasure.Count;
import org.lodestone.leads.privacy.Erasure.Remark;
import org.lodestone.leads.privacy.Erasure.State;
import org.lodestone.platform.privacy.Person;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** An erasure killed anywhere ends like one that was not: between two steps, and after a step's work but before its record. */
@ServiceTest
@DirtiesContext
@TestPropertySource(properties = "lodestone.erasures.of=the-kills")
class ErasureKillsIT {

    private final Api api;
    private final ErasureSteps steps;
    private final ProcessStore<Erasure> erasures;
    private final MongoDatabase database;
    private final BusinessClock clock;

    @Autowired
    ErasureKillsIT(
            WebTestClient http,
            ErasureSteps steps,
            ProcessStore<Erasure> erasures,
            MongoDatabase database,
            BusinessClock clock) {
        this.api = new Api(http);
        this.steps = steps;
        this.erasures = erasures;
        this.database = database;
        this.clock = clock;
    }

    @ParameterizedTest
    @CsvSource({
        "0,false", "0,true", "1,false", "1,true", "2,false", "2,true", "3,false", "3,true", "4,false", "4,true",
        "5,false", "5,true"
    })
    void goingOn(int recorded, boolean workDone) {
        Canary canary = new Canary();
        String lead = lead(canary);
        Erasure erasure = Erasure.begin(
                UUID.randomUUID().toString(),
                new Asked("admin", clock.now(), "来函", "digest"),
                new Person(List.of(canary.phone), List.of(canary.email), List.of(canary.name), null));

        for (int step = 0; step < recorded; step++) {
            erasure = await(steps.step(erasure));
        }
        if (workDone) {
            await(steps.step(erasure));
        }
        while (!erasure.finished()) {
            erasure = await(steps.step(erasure));
        }

        assertThat(erasure.person()).isNull();
        assertThat(erasure.asked().fingerprint()).isNull();
        assertThat(erasure.report().places()).extracting(Count::place).contains("leads");
        assertThat(erasure.report().remarks()).extracting(Remark::code).doesNotContain(Code.REMAINS);
        assertThat(canary.inDatabase(database)).isEmpty();
        assertThat(api.get(Api.manager(), "/api/leads/" + lead + "/history?verify=true")
                        .body()
                        .path("intact")
                        .asBoolean())
                .isTrue();
        assertThat(api.get(Api.manager(), "/api/leads/" + lead)
                        .body()
                        .path("version")
                        .asLong())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"FINDING", "RECORDS", "HISTORY", "SWEEPING", "INDEX"})
    void theRunnerTakesUpWhatWasLeft(State left) {
        Canary canary = new Canary();
        lead(canary);
        Erasure erasure = Erasure.begin(
                UUID.randomUUID().toString(),
                new Asked("admin", clock.now(), "来函", null),
                new Person(List.of(canary.phone), List.of(canary.email), List.of(canary.name), null));
        while (erasure.state() != left && !erasure.finished()) {
            erasure = await(steps.step(erasure));
        }
        assertThat(erasure.state()).isEqualTo(left);
        Erasure stored = await(erasures.begin(erasure));

        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofMinutes(2))
                .until(() -> await(erasures.find(stored.id())).finished());

        assertThat(canary.inDatabase(database)).isEmpty();
    }

    private String lead(Canary canary) {
        var lead = api.post(
                Api.manager(),
                "/api/leads",
                Api.lead(Api.name())
                        .replace(
                                "\"contacts\":[",
                                "\"keyTerms\":\"找%s，%s\",\"contacts\":[{\"name\":\"%s\",\"email\":\"%s\"},"
                                        .formatted(canary.name, canary.phone, canary.name, canary.email)));
        assertThat(lead.status()).isEqualTo(201);
        return lead.id();
    }

    private static <T> T await(Mono<T> mono) {
        return Objects.requireNonNull(mono.block());
    }
}
