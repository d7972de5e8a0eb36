package org.lodestone.leads.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.Topics;
import org.lodestone.leads.privacy.Elsewhere.Answers;
import org.lodestone.leads.privacy.Erasure.Asked;
import org.lodestone.leads.privacy.Erasure.Count;
import org.lodestone.leads.privacy.Erasure.State;
import org.lodestone.platform.events.TopicReader;
import org.lodestone.platform.privacy.Finding;
import org.lodestone.platform.privacy.Inquiry;
import org.lodestone.platform.privacy.Person;
import org.lodestone.platform.test.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Other services are asked about a person; this test is those services. */
@ServiceTest
class ElsewhereIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Waited out by the test of those who do not answer. */
    private static final Duration SHORT = Duration.ofSeconds(5);

    private final Elsewhere elsewhere;
    private final Elsewhere hasty;
    private final TopicReader topics;
    private final Person person;

    @Autowired
    ElsewhereIT(KafkaTemplate<String, byte[]> kafka, PassingTopics passing, TopicReader topics) {
        this.elsewhere = new Elsewhere(asking(PATIENCE), kafka, passing);
        this.hasty = new Elsewhere(asking(SHORT), kafka, passing);
        this.topics = topics;
        this.person = new Person(
                List.of("177" + (10_000_000L + Math.floorMod(System.nanoTime(), 89_999_999L))),
                List.of(),
                List.of(),
                null);
    }

    private static PrivacyProperties asking(Duration patience) {
        return new PrivacyProperties(List.of("one-service", "other-service"), patience, PATIENCE);
    }

    @Test
    void erasureIsDoneWhenAllHaveAnsweredAndWhatWasAskedIsGone() throws Exception {
        Erasure waiting = waiting();
        CompletableFuture<@Nullable Erasure> done =
                elsewhere.finish(waiting, person, Instant.now()).toFuture();
        Inquiry asked = Awaitility.await().atMost(PATIENCE).until(() -> inquiry(waiting.id()), Objects::nonNull);
        assertThat(asked.kind()).isEqualTo(Inquiry.Kind.ERASURE);
        assertThat(asked.person()).isEqualTo(person);
        assertThat(asked.records()).containsExactly("L-1");
        answer(elsewhere, waiting.id(), "one-service", List.of(new Finding.Place("inbox", 2, 4, List.of())));
        answer(elsewhere, waiting.id(), "other-service", List.of());

        Erasure erasure = Objects.requireNonNull(done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));

        assertThat(erasure.state()).isEqualTo(State.DONE);
        assertThat(erasure.person()).isNull();
        assertThat(erasure.report().places()).contains(new Count("one-service/inbox", 2, 4));
        assertThat(inquiry(waiting.id())).isNull();
        assertThat(topics.readAll(Topics.INQUIRIES))
                .noneMatch(message ->
                        new String(message.value(), java.nio.charset.StandardCharsets.UTF_8).contains(phone()));
    }

    @Test
    void erasureWaitsForWhoDoesNotAnswerAndSearchSaysWho() {
        Erasure waiting = waiting();
        answer(hasty, waiting.id(), "one-service", List.of());

        assertThatIllegalStateException()
                .isThrownBy(() -> hasty.finish(waiting, person, Instant.now()).block(PATIENCE))
                .withMessageContaining("other-service")
                .withMessageNotContaining(phone());
        Inquiry search =
                new Inquiry(UUID.randomUUID().toString(), Inquiry.Kind.SEARCH, Instant.now(), person, List.of());
        Answers answers = Objects.requireNonNull(hasty.ask(search).block(PATIENCE));
        assertThat(answers.unanswered()).containsExactly("one-service", "other-service");
        assertThat(inquiry(search.id())).isNull();
    }

    private String phone() {
        return person.phones().getFirst();
    }

    private Erasure waiting() {
        return Erasure.begin(UUID.randomUUID().toString(), new Asked("admin", Instant.now(), "来函", "digest"), person)
                .found(List.of("L-1"), List.of(), List.of())
                .elsewhere(List.of());
    }

    private @Nullable Inquiry inquiry(String id) {
        return topics.readAll(Topics.INQUIRIES).stream()
                .filter(message -> id.equals(message.key()))
                .findFirst()
                .map(message -> JSON.readValue(message.value(), Inquiry.class))
                .orElse(null);
    }

    private static void answer(Elsewhere elsewhere, String id, String service, List<Finding.Place> places) {
        Finding finding = new Finding(id, service, places, List.of());
        elsewhere.on(new ConsumerRecord<>(Topics.FINDINGS, 0, 0, id, JSON.writeValueAsBytes(finding)));
    }
}
