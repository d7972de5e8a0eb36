package org.lodestone.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lodestone.platform.aggregate.Aggregate;
import org.lodestone.platform.aggregate.Outcome;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class AnswersTests {

    record Note(
            String id, long version, String zone, @Nullable String park) implements Aggregate {}

    private static final Note NOTE = new Note("n1", 3, "140827", null);

    private final Answers answers = new Answers();

    @Test
    void aWriteNamesItsVersionItsPlaceAndItself() {
        StepVerifier.create(answer(new Outcome.Done<>(NOTE)))
                .assertNext(answer -> {
                    assertThat(answer.getStatusCode().value()).isEqualTo(201);
                    assertThat(answer.getHeaders().getETag()).isEqualTo("\"3\"");
                    assertThat(answer.getHeaders().getLocation()).hasToString("/api/notes/n1");
                    assertThat(answer.getHeaders().getFirst("X-Read-After")).isEqualTo("n1@3");
                    assertThat(answer.getBody()).isEqualTo(Map.of("id", "n1"));
                })
                .verifyComplete();
    }

    @Test
    void aReplayRepeatsTheStoredStatus() {
        StepVerifier.create(answer(new Outcome.Replayed<>(NOTE, 200)))
                .assertNext(answer -> assertThat(answer.getStatusCode().value()).isEqualTo(200))
                .verifyComplete();
    }

    @Test
    void everyOtherEndIsAProblem() {
        refused(404, new Outcome.Absent<>());
        refused(409, new Outcome.Busy<>());
        refused(422, new Outcome.KeyReused<>());
        refused(503, new Outcome.Backlogged<>());
        Problem stale = refused(412, new Outcome.Stale<>(NOTE));
        assertThat(stale.getHeaders().getETag()).isEqualTo("\"3\"");
        assertThat(stale.getBody().getProperties()).containsEntry("current", Map.of("id", "n1"));
    }

    @Test
    void whatIsNotFoundIsAProblemToo() {
        StepVerifier.create(answers.found(Mono.<Note>empty(), AnswersTests::view))
                .verifyErrorSatisfies(
                        error -> assertThat(((Problem) error).slug()).isEqualTo("not-found"));
    }

    private Problem refused(int status, Outcome<Note> outcome) {
        Problem problem = Objects.requireNonNull(answer(outcome)
                .then(Mono.<Problem>empty())
                .onErrorResume(Problem.class, Mono::just)
                .block());
        assertThat(problem.getStatusCode().value()).isEqualTo(status);
        return problem;
    }

    private Mono<ResponseEntity<Object>> answer(Outcome<Note> outcome) {
        return answers.of(Mono.just(outcome), 201, AnswersTests::view, note -> URI.create("/api/notes/" + note.id()));
    }

    private static Object view(Note note) {
        return Map.of("id", note.id());
    }
}
