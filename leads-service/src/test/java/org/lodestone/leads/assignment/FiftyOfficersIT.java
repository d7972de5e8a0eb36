package org.lodestone.leads.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.name;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.Api;
import org.lodestone.leads.Api.Answer;
import org.lodestone.leads.directory.OwnZone;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.node.ObjectNode;

/** Fifty officers claim, return and are given the same leads at the same time, one by one and in bulk. */
@ServiceTest
class FiftyOfficersIT {

    private static final int OFFICERS = 50;
    private static final int LEADS = 30;
    private static final int CAPACITY = 2;
    private static final int ROUNDS = 6;

    private final Api api;
    private final ProcessStore<Holding> holdings;
    private final OwnZone zone;
    /** Has nothing yet: whose places are taken already gets no new lead. */
    private final String giver;

    private final String manager;

    @Autowired
    FiftyOfficersIT(WebTestClient http, ProcessStore<Holding> holdings, ApplicationContext service) {
        this.api = new Api(http);
        this.holdings = holdings;
        this.zone = OwnZone.in(service);
        this.giver = zone.name(Role.MANAGER);
        this.manager = zone.manager();
    }

    @Test
    void noLeadIsOwnedTwiceAndNobodyHasMoreThanTheyMay() throws Exception {
        settings(CAPACITY);
        IntStream.range(0, OFFICERS).forEach(number -> hire(officer(number)));
        List<String> pool = IntStream.range(0, LEADS).mapToObj(_ -> pooled()).toList();
        Queue<String> won = new ConcurrentLinkedQueue<>();
        Map<String, Integer> statuses = new ConcurrentHashMap<>();
        AtomicBoolean over = new AtomicBoolean();
        List<Callable<Boolean>> everybody = IntStream.range(0, OFFICERS)
                .<Callable<Boolean>>mapToObj(number -> () -> work(number, pool, won, statuses))
                .toList();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> watching = people.submit(() -> watch(over));
            for (Future<Boolean> done : people.invokeAll(everybody)) {
                assertThat(done.get()).isTrue();
            }
            over.set(true);
            watching.get();
        }

        Map<String, Long> owned = pool.stream()
                .map(id -> api.get(manager, "/api/leads/" + id).text("/assignment/owner"))
                .filter(owner -> !owner.isEmpty())
                .collect(Collectors.groupingBy(owner -> owner, Collectors.counting()));
        assertThat(owned).isNotEmpty();
        assertThat(owned.values()).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(CAPACITY));
        owned.forEach((person, count) -> assertThat(holdings.find(Holding.id(zone.id(), person))
                        .map(holding -> (long) holding.slots().size())
                        .block())
                .isEqualTo(count));
        assertThat(won.size()).isGreaterThan(LEADS / 2);
        assertThat(statuses)
                .containsKeys(
                        "claim 200", "claim 409", "claim in bulk true", "claim in bulk false", "assign in bulk true");
        pool.forEach(this::wentFromHandToHand);
    }

    /** Everything is answered with success or a refusal that says why; nothing else. */
    private boolean work(int number, List<String> pool, Queue<String> won, Map<String, Integer> statuses) {
        Random random = new Random(number);
        String me = zone.token(officer(number), Role.OFFICER);
        for (int round = 0; round < ROUNDS; round++) {
            String path = "/api/leads/" + pool.get(random.nextInt(LEADS));
            Answer claim = api.post(me, path + "/claims", "{}");
            // A database that is asked by everybody at once may have no answer in time: that, too, is said.
            assertThat(claim.status()).isIn(200, 409, 503);
            statuses.merge("claim " + claim.status(), 1, Integer::sum);
            if (claim.status() == 200) {
                assertThat(claim.text("/assignment/owner")).isEqualTo(officer(number));
                won.add(claim.id());
                if (random.nextInt(3) == 0) {
                    assertThat(api.post(me, path + "/releases", "{}").status()).isIn(200, 403, 409, 503);
                }
            }
            if (random.nextInt(3) == 0) {
                inBulk(me, "claim", "{}", two(pool, random), statuses);
            }
            if (random.nextInt(6) == 0) {
                inBulk(me, "release", "{}", two(pool, random), statuses);
                String with = "{\"owner\":\"" + officer(random.nextInt(OFFICERS)) + "\"}";
                inBulk(manager, "assign", with, two(pool, random), statuses);
            }
            if (random.nextInt(4) == 0) {
                String to = officer(random.nextInt(OFFICERS));
                Answer given = api.post(manager, path + "/assignments", "{\"owner\":\"" + to + "\"}");
                assertThat(given.status()).isIn(200, 409, 503);
            }
        }
        return true;
    }

    private static List<String> two(List<String> pool, Random random) {
        return List.of(pool.get(random.nextInt(LEADS)), pool.get(random.nextInt(LEADS)));
    }

    /** Waited for, however often it goes on later; each row says whether it was done. */
    private void inBulk(String token, String action, String with, List<String> ids, Map<String, Integer> statuses) {
        String body =
                "{\"ids\":[\"" + String.join("\",\"", ids) + "\"],\"action\":\"" + action + "\",\"with\":" + with + "}";
        Answer begun = api.post(token, "/api/leads/bulk", body);
        assertThat(begun.status()).isIn(200, 202);
        Answer done = Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> api.get(token, "/api/leads/bulk/" + begun.id()),
                        job -> job.text("/state").equals("DONE"));
        done.body()
                .path("results")
                .forEach(row ->
                        statuses.merge(action + " in bulk " + row.path("ok").asBoolean(), 1, Integer::sum));
    }

    /** Also in the middle of it nobody has more: by the documents, not by what is answered. */
    private void watch(AtomicBoolean over) {
        while (!over.get()) {
            holdings.list(Filters.empty())
                    .filter(holding -> holding.person().startsWith("officer.race"))
                    .doOnNext(holding -> assertThat(holding.slots().size()).isLessThanOrEqualTo(CAPACITY))
                    .blockLast();
        }
    }

    /** Nobody claimed what another had: between two claims lies a return. */
    private void wentFromHandToHand(String id) {
        List<tools.jackson.databind.JsonNode> lines = api.get(manager, "/api/leads/" + id + "/history?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(line -> List.of("assigned", "released")
                        .contains(line.path("kind").asString()))
                .toList()
                .reversed();
        String owner = giver;
        for (var line : lines) {
            assertThat(line.path("from").asString()).isEqualTo(owner);
            owner = line.path("to").asString();
        }
    }

    private void hire(String id) {
        String person =
                "{\"name\":\"" + id + "\",\"roles\":[\"officer\"],\"zones\":[\"" + zone.id() + "\"],\"head\":false}";
        assertThat(api.put(Api.as(Role.ADMIN), "/api/directory/people/" + id, person)
                        .status())
                .isIn(200, 201);
    }

    private static String officer(int number) {
        return "officer.race" + number;
    }

    private String pooled() {
        String body = zone.lead(name());
        String id = api.post(manager, "/api/leads", body).id();
        assertThat(api.post(manager, "/api/leads/" + id + "/releases", "{}").status())
                .isEqualTo(200);
        return id;
    }

    private void settings(int capacity) {
        String path = "/api/zone-settings/" + zone.id();
        ObjectNode present = (ObjectNode) api.get(Api.as(Role.ADMIN), path).body();
        ObjectNode next = present.objectNode();
        next.set("registrationDays", present.path("registrationDays"));
        next.set("assessment", present.path("assessment"));
        next.putObject("pool")
                .put("capacity", capacity)
                .put("claimsPerDay", 1000)
                .put("recycleAfterWorkingDays", 30)
                .put("reclaimAfterDays", 30);
        assertThat(api.send(HttpMethod.PUT, Api.as(Role.ADMIN), path, next.toString(), Map.of("If-Match", "*"))
                        .status())
                .isEqualTo(200);
    }
}
