package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.manager;
import static org.lodestone.leads.Api.name;
import static org.lodestone.leads.Api.officer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.Api.Answer;
import org.lodestone.platform.test.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Fifty people who capture, follow up, correct and merge the same leads at the same time. */
@ServiceTest
class OfficersAtOnceIT {

    private static final int OFFICERS = 50;
    private static final int SHARED = 12;
    private static final int ROUNDS = 3;

    private final Api api;

    @Autowired
    OfficersAtOnceIT(WebTestClient http) {
        this.api = new Api(http);
    }

    @Test
    void noUpdateIsLostAndNoFollowUpIsLostOrDoubled() throws Exception {
        List<String> shared = IntStream.range(0, SHARED)
                .mapToObj(_ -> api.surelyCaptured(officer(), name()).id())
                .toList();
        Map<String, String> saidOf = new ConcurrentHashMap<>();
        List<String> captured = new CopyOnWriteArrayList<>(shared);
        List<Callable<Boolean>> everybody = IntStream.range(0, OFFICERS)
                .<Callable<Boolean>>mapToObj(number -> () -> work(new Random(number), shared, captured, saidOf))
                .toList();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> done : people.invokeAll(everybody)) {
                assertThat(done.get()).isTrue();
            }
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> captured.stream().allMatch(this::isSettled));

        Map<String, List<String>> held = captured.stream().collect(Collectors.toMap(id -> id, this::followUps));
        Map<String, String> rootOf = captured.stream().collect(Collectors.toMap(id -> id, this::root));
        assertThat(rootOf).anySatisfy((id, root) -> assertThat(root).isNotEqualTo(id));
        assertThat(held.values()).allSatisfy(ids -> assertThat(ids).doesNotHaveDuplicates());
        assertThat(saidOf).allSatisfy((followUp, lead) -> {
            List<String> roots = captured.stream()
                    .filter(id -> id.equals(rootOf.get(id))
                            && held.getOrDefault(id, List.of()).contains(followUp))
                    .toList();
            assertThat(roots).containsExactly(rootOf.get(lead));
        });
    }

    /** Everything is answered with success or a refusal that says why; nothing else. */
    private boolean work(Random random, List<String> shared, List<String> captured, Map<String, String> saidOf) {
        String own = api.surelyCaptured(officer(), name()).id();
        captured.add(own);
        for (int round = 0; round < ROUNDS; round++) {
            String lead = random.nextInt(3) == 0 ? own : shared.get(random.nextInt(SHARED));
            Answer said =
                    api.post(manager(), "/api/leads/" + lead + "/follow-ups", "{\"kind\":\"CALL\",\"summary\":\"谈\"}");
            assertThat(said.status()).isIn(201, 409, 503);
            if (said.status() == 201) {
                saidOf.put(said.id(), lead);
            }
        }
        String into = shared.get(random.nextInt(SHARED));
        String from = random.nextBoolean() ? own : shared.get(random.nextInt(SHARED));
        if (!into.equals(from)) {
            Answer merge = api.post(manager(), "/api/leads/" + into + "/merges", "{\"from\":\"" + from + "\"}");
            assertThat(merge.status()).isIn(202, 409, 503);
        }
        return true;
    }

    private Answer read(String path) {
        // At once: it is answered at the first time, nearly always.
        return Awaitility.await()
                .pollDelay(Duration.ZERO)
                .until(() -> api.get(manager(), path), answer -> answer.status() == 200);
    }

    private boolean isSettled(String id) {
        return read("/api/leads/" + id + "/merges").texts("items", "state").stream()
                .allMatch(List.of("DONE", "REFUSED")::contains);
    }

    private String root(String id) {
        return Stream.iterate(id, next -> read("/api/leads/" + next).text("/mergedInto"))
                .takeWhile(next -> !next.isEmpty())
                .reduce((_, later) -> later)
                .orElse(id);
    }

    private List<String> followUps(String id) {
        return read("/api/leads/" + id + "/follow-ups").texts("items", "id");
    }
}
