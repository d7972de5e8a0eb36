package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.YANGCHENG;
import static org.lodestone.leads.Api.YUANQU;
import static org.lodestone.leads.Api.manager;
import static org.lodestone.leads.Api.name;
import static org.lodestone.leads.Api.officer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.contracts.Topics;
import org.lodestone.leads.Api.Answer;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.PublishedEvents;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class RegistrationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CITY = Api.as(Role.CITY);
    private static final String NEIGHBOUR = Tokens.of("officer.yangcheng", Role.OFFICER, YANGCHENG);

    private final Api api;

    @Autowired
    RegistrationIT(WebTestClient http) {
        this.api = new Api(http);
    }

    @Test
    void theFirstContactIsProtectedForNinetyDays() throws Exception {
        String id = lead(officer(), YUANQU, name(), "项目");
        Answer taken = take(officer(), id);

        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.text("/state")).isEqualTo("PROTECTED");
        assertThat(taken.text("/zone")).isEqualTo(YUANQU);
        assertThat(taken.body().at("/credit/0/percent").asInt()).isEqualTo(100);
        assertThat(Instant.parse(taken.text("/until")))
                .isBetween(
                        Instant.now().plus(Duration.ofDays(89)), Instant.now().plus(Duration.ofDays(91)));
        Answer read = api.get(officer(), "/api/leads/" + id + "/registration");
        assertThat(read.texts("history", "kind")).containsExactly("taken");
        assertThat(events(taken.id(), 1)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("registration.taken.v1");
            assertThat(event.zone()).isEqualTo(YUANQU);
        });
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnce() {
        assertThat(api.post(officer(), "/api/leads/\"/registration", "{}").status())
                .isEqualTo(404);
        String bare = api.post(officer(), "/api/leads", """
                {"name":"光杆","zone":"140827","source":{"channel":"VISIT"},"receivedOn":"2026-01-05"}""").id();

        Answer refused = take(officer(), bare);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/type")).isEqualTo("/problems/gate-not-met");
        assertThat(refused.texts("unmet", "requirement"))
                .containsExactly("investor", "origin", "investment", "contact");
    }

    @Test
    void anotherZoneLearnsZoneAndDayAndNothingMore() {
        String firm = name();
        String id = lead(officer(), YUANQU, firm, "一号项目");
        Answer taken = take(officer(), id);
        String theirs = lead(NEIGHBOUR, YANGCHENG, firm.toUpperCase(java.util.Locale.ROOT), "另一名称");

        Answer refused = take(NEIGHBOUR, theirs);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/type")).isEqualTo("/problems/registered-first");
        assertThat(refused.text("/zone")).isEqualTo(YUANQU);
        assertThat(refused.text("/on")).isEqualTo(taken.text("/on"));
        assertThat(refused.body().toString()).doesNotContain(firm, id, "officer.yuanqu");
        Answer seen = api.get(NEIGHBOUR, "/api/leads/" + theirs + "/registration");
        assertThat(seen.body().propertyNames()).containsExactlyInAnyOrder("id", "state", "zone", "on");
        assertThat(api.get(NEIGHBOUR, "/api/leads/" + id + "/registration").status())
                .isEqualTo(404);
        assertThat(api.get(NEIGHBOUR, "/api/registrations/" + taken.id()).status())
                .isEqualTo(404);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(api.get(officer(), "/api/registrations?state=,,&q=" + firm)
                                .texts("items", "id"))
                        .containsExactly(taken.id()));
        assertThat(api.get(NEIGHBOUR, "/api/registrations?q=" + firm)
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void aNameThatIsNearIsShownAsPossibleAndNothingMore() {
        String brand = Ledgers.brand();
        String id = lead(officer(), YUANQU, brand + "新材料科技", "一号项目");
        Answer taken = take(officer(), id);
        assertThat(taken.status()).isEqualTo(201);
        String theirs = leadOf(NEIGHBOUR, YANGCHENG, brand + "新材料", "另一名称");
        String checked = "{\"investor\":{\"name\":\"" + brand + "新材料\"}}";

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertNothingButZoneAndDay(
                        api.get(NEIGHBOUR, "/api/leads/" + theirs + "/duplicates"), taken, true));
        assertNothingButZoneAndDay(api.post(NEIGHBOUR, "/api/leads/duplicate-checks", checked), taken, true);
        Answer beside = take(NEIGHBOUR, theirs);
        assertThat(beside.status()).as("near is no reason to refuse").isEqualTo(201);
        assertThat(beside.body().path("near").valueStream())
                .as("but whoever registers is told of it")
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.propertyNames()).containsExactlyInAnyOrder("zone", "on");
                    assertThat(one.path("zone").asString()).isEqualTo(YUANQU);
                    assertThat(one.path("on").asString()).isEqualTo(taken.text("/on"));
                });
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            List<JsonNode> ours = veiled(api.get(officer(), "/api/leads/" + id + "/duplicates"));
            assertThat(ours)
                    .singleElement()
                    .satisfies(one -> assertThat(one.path("zone").asString()).isEqualTo(YANGCHENG));
        });
    }

    @Test
    void aLeadShowsThatAnotherZoneHasItsFirmWithoutSayingMore() {
        String firm = Ledgers.brand() + "铜箔";
        Answer taken = take(officer(), lead(officer(), YUANQU, firm, "一号项目"));
        String theirs = lead(NEIGHBOUR, YANGCHENG, firm, "另一名称");

        assertNothingButZoneAndDay(api.get(NEIGHBOUR, "/api/leads/" + theirs + "/duplicates"), taken, false);
        assertThat(api.get(CITY, "/api/leads/" + theirs + "/duplicates").body().toString())
                .as("who sees every zone sees the lead itself")
                .doesNotContain("registeredFirst");
    }

    private static void assertNothingButZoneAndDay(Answer found, Answer taken, boolean possible) {
        assertThat(found.body().toString()).doesNotContain(taken.id(), taken.text("/leadId"));
        assertThat(veiled(found)).singleElement().satisfies(one -> {
            assertThat(one.propertyNames()).containsExactlyInAnyOrder("zone", "registeredFirst");
            assertThat(one.path("zone").asString()).isEqualTo(YUANQU);
            JsonNode first = one.path("registeredFirst");
            assertThat(first.path("on").asString()).isEqualTo(taken.text("/on"));
            assertThat(first.propertyNames())
                    .containsExactlyInAnyOrderElementsOf(possible ? List.of("on", "possible") : List.of("on"));
        });
    }

    private static List<JsonNode> veiled(Answer found) {
        return found.body()
                .path("candidates")
                .valueStream()
                .filter(one -> one.has("registeredFirst"))
                .toList();
    }

    @Test
    void aHundredAtOnceHaveOneWinner() throws Exception {
        String firm = name();
        String ours = lead(officer(), YUANQU, firm, "项目");
        String theirs = lead(NEIGHBOUR, YANGCHENG, firm, "项目");

        List<Answer> answers;
        try (var threads = Executors.newFixedThreadPool(100)) {
            List<Callable<Answer>> racers = IntStream.range(0, 100)
                    .<Callable<Answer>>mapToObj(i -> () -> i % 2 == 0 ? take(officer(), ours) : take(NEIGHBOUR, theirs))
                    .toList();
            answers = threads.invokeAll(racers).stream().map(Future::resultNow).toList();
        }
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        String winner = answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow()
                .text("/zone");
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(99)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(409);
                    assertThat(answer.text("/type")).isEqualTo("/problems/registered-first");
                    assertThat(answer.text("/zone")).isEqualTo(winner);
                });
    }

    @Test
    void aMergeThatIsUndoneGivesTheRegistrationBack() {
        String from = lead(officer(), YUANQU, name(), "项目");
        String into = lead(officer(), YUANQU, name(), "另一项目");
        String registration = take(officer(), from).id();
        String merges = "/api/leads/" + into + "/merges";
        Answer merge = api.post(manager(), merges, "{\"from\":\"" + from + "\"}");
        assertThat(merge.text("/state")).isEqualTo("DONE");
        await(
                () -> api.get(officer(), "/api/leads/" + into + "/registration"),
                held -> held.text("/leadId").equals(into));

        assertThat(api.send(HttpMethod.DELETE, manager(), merges + "/" + merge.id(), (String) null, Map.of())
                        .text("/state"))
                .isEqualTo("UNDONE");

        Answer back = await(
                () -> api.get(officer(), "/api/leads/" + from + "/registration"),
                held -> held.text("/leadId").equals(from));
        assertThat(back.id()).isEqualTo(registration);
        api.post(officer(), "/api/leads/" + into + "/follow-ups", "{\"kind\":\"CALL\",\"summary\":\"再谈\"}");
        api.post(officer(), "/api/leads/" + from + "/follow-ups", "{\"kind\":\"CALL\",\"summary\":\"再谈\"}");
        assertThat(await(
                                () -> api.get(officer(), "/api/leads/" + from + "/registration"),
                                held -> held.texts("history", "kind").contains("renewed"))
                        .text("/leadId"))
                .isEqualTo(from);
        assertThat(api.get(officer(), "/api/leads/" + into + "/registration").status())
                .isEqualTo(404);
    }

    @Test
    void theSameCommandAgainIsAnsweredAsItWas() {
        String id = lead(officer(), YUANQU, name(), "项目");
        Map<String, String> key = Map.of("Idempotency-Key", "take-" + id);
        String path = "/api/leads/" + id + "/registration";

        assertThat(api.send(HttpMethod.POST, officer(), path, "{}", key).status())
                .isEqualTo(201);
        assertThat(api.send(HttpMethod.POST, officer(), path, "{}", key).status())
                .isEqualTo(201);
        assertThat(take(officer(), id).status()).isEqualTo(409);
    }

    @Test
    void anotherProjectOfTheFirmIsFlaggedAndNotRefused() {
        String firm = name();
        take(officer(), lead(officer(), YUANQU, firm, "一期"));

        Answer sameZone = take(officer(), lead(officer(), YUANQU, firm, "电解液"));
        assertThat(sameZone.status()).isEqualTo(201);
        assertThat(sameZone.body().path("furtherProject").asBoolean()).isTrue();
        assertThat(take(officer(), lead(officer(), YUANQU, firm, "一期")).status())
                .isEqualTo(409);
        String theirs = lead(NEIGHBOUR, YANGCHENG, firm, "隔膜");
        assertThat(take(NEIGHBOUR, theirs).status()).isEqualTo(409);
        Answer declared = api.post(NEIGHBOUR, "/api/leads/" + theirs + "/registration", "{\"otherProject\":true}");
        assertThat(declared.status()).isEqualTo(201);
        assertThat(declared.body().path("furtherProject").asBoolean()).isTrue();
        String same = lead(NEIGHBOUR, YANGCHENG, firm, "一期");
        assertThat(api.post(NEIGHBOUR, "/api/leads/" + same + "/registration", "{\"otherProject\":true}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void progressRenewsTheProtection() {
        String id = lead(officer(), YUANQU, name(), "项目");
        Answer taken = take(officer(), id);
        api.post(officer(), "/api/leads/" + id + "/follow-ups", "{\"kind\":\"CALL\",\"summary\":\"回访\"}");

        Answer renewed = until(() -> api.get(officer(), "/api/leads/" + id + "/registration"), 2);
        assertThat(Instant.parse(renewed.text("/until"))).isAfter(Instant.parse(taken.text("/until")));
        assertThat(renewed.texts("history", "kind")).containsExactly("taken", "renewed");
        assertThat(api.post(officer(), "/api/registrations/" + taken.id() + "/renewals", "{}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aDisputeIsSettledByTheCityWithShares() throws Exception {
        String firm = name();
        Answer taken = take(officer(), lead(officer(), YUANQU, firm, "项目"));
        String path = "/api/registrations/" + taken.id();
        String why = "{\"reason\":\"我区去年已接触\"}";
        assertThat(api.post(NEIGHBOUR, path + "/disputes", why).status()).isEqualTo(404);
        String theirs = lead(NEIGHBOUR, YANGCHENG, firm, "项目");
        Answer disputed = api.post(NEIGHBOUR, path + "/disputes", why);
        assertThat(disputed.status()).isEqualTo(201);
        assertThat(disputed.body().propertyNames()).containsExactlyInAnyOrder("id", "state", "zone", "on");
        assertThat(disputed.text("/state")).isEqualTo("CLASHING");
        assertThat(api.post(NEIGHBOUR, path + "/disputes", why).status()).isEqualTo(409);
        assertThat(api.get(officer(), path).body().toString()).doesNotContain("去年", "officer.yangcheng", theirs);
        Answer city = api.get(CITY, path);
        assertThat(city.text("/disputes/0/reason")).isEqualTo("我区去年已接触");
        // A list of its own, without X-Read-After: as any other reader's, it follows in a moment.
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(api.get(CITY, "/api/registrations?state=CLASHING&limit=200")
                                .texts("items", "id"))
                        .contains(taken.id()));

        String bad = "{\"decision\":\"SPLIT\",\"reason\":\"共同引荐\",\"credit\":[{\"zone\":\"140827\",\"percent\":60}]}";
        assertThat(api.post(CITY, path + "/arbitrations", bad).status()).isEqualTo(400);
        String split = """
                {"decision":"SPLIT","reason":"共同引荐","credit":[{"zone":"140827","percent":60},{"zone":"140522","percent":40}]}""";
        assertThat(api.post(manager(), path + "/arbitrations", split).status()).isEqualTo(403);
        Answer settled = api.post(CITY, path + "/arbitrations", split);
        assertThat(settled.text("/state")).isEqualTo("ARBITRATED");
        assertThat(settled.body().at("/credit/1/percent").asInt()).isEqualTo(40);
        assertThat(events(taken.id(), 3))
                .extracting(CloudEvent::type)
                .containsExactly("registration.taken.v1", "registration.disputed.v1", "registration.arbitrated.v1");
        assertThat(PublishedEvents.on(Topics.REGISTRATIONS).records(taken.id()))
                .extracting(message -> new String(message.value(), java.nio.charset.StandardCharsets.UTF_8))
                .noneMatch(payload -> payload.contains("去年") || payload.contains("引荐"));
    }

    @Test
    void theCityGivesItToTheOtherZone() {
        String firm = name();
        String ours = lead(officer(), YUANQU, firm, "项目");
        Answer taken = take(officer(), ours);
        String path = "/api/registrations/" + taken.id();
        String decision = "{\"decision\":\"TRANSFER\",\"toZone\":\"140522\",\"reason\":\"投资方意愿\"}";
        assertThat(api.post(CITY, path + "/arbitrations", decision).status()).isEqualTo(400);
        String theirs = lead(NEIGHBOUR, YANGCHENG, firm, "项目");

        Answer settled = api.post(CITY, path + "/arbitrations", decision);
        assertThat(settled.text("/state")).isEqualTo("TRANSFERRED");
        assertThat(settled.text("/zone")).isEqualTo(YANGCHENG);
        assertThat(settled.text("/leadId")).isEqualTo(theirs);
        assertThat(api.get(NEIGHBOUR, "/api/leads/" + theirs + "/registration").text("/firm"))
                .contains(firm);
        assertThat(api.get(officer(), "/api/leads/" + ours + "/registration")
                        .body()
                        .propertyNames())
                .containsExactlyInAnyOrder("id", "state", "zone", "on");
        assertThat(take(officer(), ours).text("/zone")).isEqualTo(YANGCHENG);
    }

    @Test
    void aCreditCodeLearntLaterBringsTheClashToLight() {
        String uscc = uscc();
        String ours = lead(officer(), YUANQU, name(), "项目");
        Answer first = take(officer(), ours);
        api.patch(officer(), "/api/leads/" + ours, "{\"investor\":{\"uscc\":\"" + uscc + "\"}}", 1);
        until(() -> api.get(officer(), "/api/leads/" + ours + "/registration"), 2);
        String theirs = lead(NEIGHBOUR, YANGCHENG, name(), "项目");
        Answer second = take(NEIGHBOUR, theirs);
        assertThat(second.status()).isEqualTo(201);
        api.patch(NEIGHBOUR, "/api/leads/" + theirs, "{\"investor\":{\"uscc\":\"" + uscc + "\"}}", 1);

        Answer clashing = await(
                () -> api.get(CITY, "/api/registrations/" + first.id()),
                answer -> answer.text("/state").equals("CLASHING"));
        assertThat(clashing.text("/clashes/0/zone")).isEqualTo(YANGCHENG);
        await(
                () -> api.get(NEIGHBOUR, "/api/leads/" + theirs + "/registration"),
                answer -> answer.text("/state").equals("CLASHING"));
        Answer kept = api.post(
                CITY,
                "/api/registrations/" + first.id() + "/arbitrations",
                "{\"decision\":\"KEEP\",\"reason\":\"接触在先\"}");
        assertThat(kept.text("/state")).isEqualTo("ARBITRATED");
        assertThat(api.get(CITY, "/api/registrations/" + second.id()).text("/state"))
                .isEqualTo("EXPIRED");
        assertThat(take(NEIGHBOUR, theirs).text("/zone")).isEqualTo(YUANQU);
    }

    private Answer take(String token, String lead) {
        return api.post(token, "/api/leads/" + lead + "/registration", "{}");
    }

    private String lead(String token, String zone, String firm, String project) {
        return leadOf(token, zone, firm + "有限公司", project);
    }

    private String leadOf(String token, String zone, String company, String project) {
        Answer lead = api.post(token, "/api/leads", """
                {"name":"%s","zone":"%s","source":{"channel":"REFERRAL"},"receivedOn":"2026-01-05",
                 "investor":{"name":"%s","region":"370100"},"investment":{"unknown":true},
                 "contacts":[{"name":"项目负责人","phone":"13812345678"}]}""".formatted(project, zone, company));
        assertThat(lead.status()).isEqualTo(201);
        return lead.id();
    }

    private static Answer until(Supplier<Answer> read, long version) {
        return await(read, answer -> answer.body().path("version").asLong() >= version);
    }

    private static Answer await(Supplier<Answer> read, java.util.function.Predicate<Answer> there) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = read.get();
        while (!there.test(answer) && System.nanoTime() < giveUp) {
            Thread.onSpinWait();
            answer = read.get();
        }
        assertThat(there.test(answer)).as(answer.body().toString()).isTrue();
        return answer;
    }

    private static String uscc() {
        return "91140827MA%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    private static List<CloudEvent<?>> events(String id, int count) throws Exception {
        return PublishedEvents.on(Topics.REGISTRATIONS).await(id, PATIENCE, found -> found.size() >= count);
    }
}
