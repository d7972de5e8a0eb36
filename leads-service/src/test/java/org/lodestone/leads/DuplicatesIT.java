package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lodestone.leads.Api.YANGCHENG;
import static org.lodestone.leads.Api.YUANQU;
import static org.lodestone.leads.Api.manager;
import static org.lodestone.leads.Api.officer;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.Api.Answer;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class DuplicatesIT {

    private static final String CHECKS = "/api/leads/duplicate-checks";

    private final Api api;
    private int subject;

    @Autowired
    DuplicatesIT(WebTestClient http) {
        this.api = new Api(http);
    }

    /** Somebody who has asked nothing yet. */
    private String somebody() {
        subject++;
        return Tokens.of("officer.asks" + subject + UUID.randomUUID(), Role.OFFICER, YUANQU);
    }

    private static String form(String name, String company, String zone) {
        return """
                {"name":"%s","zone":"%s","source":{"channel":"REFERRAL"},"receivedOn":"2026-01-05",
                 "investor":{"name":"%s"}}""".formatted(name, zone, company);
    }

    /** Four characters that no other test has. */
    private static String brand() {
        StringBuilder brand = new StringBuilder();
        new java.security.SecureRandom().ints(4, 0x4e00, 0x9000).forEach(brand::appendCodePoint);
        return brand.toString();
    }

    private Answer shown(String path, String id) {
        return await().until(
                        () -> api.get(manager(), path),
                        answer -> answer.body().toString().contains(id));
    }

    @Test
    void aFirmIsFoundUnderItsOtherNames() {
        String brand = brand();
        String id = api.post(officer(), "/api/leads", form("某项目", "山西" + brand + "新能源有限公司", YUANQU))
                .id();

        await().untilAsserted(() -> {
            Answer found = api.post(somebody(), CHECKS, "{\"investor\":{\"name\":\"" + brand + "新能源（山西）股份有限公司\"}}");
            assertThat(found.status()).isEqualTo(200);
            assertThat(found.text("/candidates/0/id")).isEqualTo(id);
            assertThat(found.text("/candidates/0/certainty")).isEqualTo("PROBABLE");
            assertThat(found.text("/candidates/0/reasons/0")).isEqualTo("SAME_NAME");
        });
        Answer brief = api.post(somebody(), CHECKS, "{\"investor\":{\"name\":\"" + brand + "\"}}");
        assertThat(brief.text("/candidates/0/id")).isEqualTo(id);
        Answer otherTrade = api.post(somebody(), CHECKS, "{\"investor\":{\"name\":\"" + brand + "置业有限公司\"}}");
        assertThat(otherTrade.body().path("candidates").size()).isZero();
        Answer elsewhere = api.post(
                Tokens.of("officer.elsewhere" + brand.hashCode(), Role.OFFICER, YANGCHENG),
                CHECKS,
                "{\"investor\":{\"name\":\"" + brand + "新能源有限公司\"}}");
        assertThat(elsewhere.status()).isEqualTo(200);
        assertThat(elsewhere.body().path("candidates").size()).isZero();
    }

    @Test
    void twoOfOneFirmAtTheSameMomentSeeEachOther() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 5; round++) {
                String company = brand() + "光电有限公司";
                Callable<Answer> capture = () -> api.post(officer(), "/api/leads", form("某项目", company, YUANQU));
                List<Future<Answer>> answers = both.invokeAll(List.of(capture, capture));
                Answer one = answers.get(0).get();
                Answer other = answers.get(1).get();
                assertThat(one.body().path("duplicates").toString().contains(other.id())
                                || other.body().path("duplicates").toString().contains(one.id()))
                        .isTrue();
            }
        }
    }

    @Test
    void aChangedNameIsLookedUpAgain() {
        String company = brand() + "电缆有限公司";
        String first =
                api.post(officer(), "/api/leads", form("甲", company, YUANQU)).id();
        String second = api.post(officer(), "/api/leads", form("乙", brand() + "制药有限公司", YUANQU))
                .id();

        Answer changed =
                api.patch(officer(), "/api/leads/" + second, "{\"investor\":{\"name\":\"" + company + "\"}}", 1);
        assertThat(changed.body().path("duplicates").toString()).contains(first);
    }

    @Test
    void whatWasToldApartIsShownNowhereAgain() {
        String company = brand() + "铸造有限公司";
        String first =
                api.post(officer(), "/api/leads", form("甲", company, YUANQU)).id();
        String second =
                api.post(officer(), "/api/leads", form("乙", company, YUANQU)).id();
        String path = "/api/leads/" + first;
        shown(path + "/duplicates", second);

        assertThat(api.post(officer(), path + "/non-duplicates", "{\"other\":\"" + second + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(api.post(officer(), path + "/non-duplicates", "{\"other\":\"" + second + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(api.get(officer(), path + "/duplicates").body().toString()).doesNotContain(second);
        assertThat(api.get(officer(), "/api/leads/" + second + "/duplicates")
                        .body()
                        .toString())
                .doesNotContain(first);

        assertThat(api.send(
                                HttpMethod.DELETE,
                                officer(),
                                path + "/non-duplicates/" + second,
                                (String) null,
                                java.util.Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(api.get(officer(), path + "/duplicates").body().toString()).contains(second);
    }

    @Test
    void nonsenseIsRefused() {
        String id = api.captured(officer(), Api.name()).id();
        String path = "/api/leads/" + id + "/non-duplicates";
        assertThat(api.post(officer(), path, "{\"other\":\"" + id + "\"}").status())
                .isEqualTo(400);
        assertThat(api.post(officer(), path, "{}").status()).isEqualTo(400);
        assertThat(api.post(officer(), path, "{\"other\":\"01JNONE\"}").status())
                .isEqualTo(404);
        assertThat(api.post(somebody(), CHECKS, "{\"investor\":{\"uscc\":\"123\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(api.post(somebody(), CHECKS, "{\"zone\":\"140522\"}").status())
                .isEqualTo(403);
        assertThat(api.post(somebody(), CHECKS, "[]").status()).isEqualTo(400);
    }

    @Test
    void sixtyChecksAnHourAreEnough() {
        String one = somebody();
        String body = "{\"investor\":{\"name\":\"" + brand() + "\"}}";
        for (int asked = 0; asked < 60; asked++) {
            assertThat(api.post(one, CHECKS, body).status()).isEqualTo(200);
        }
        Answer refused = api.post(one, CHECKS, body);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("/type")).isEqualTo("/problems/too-many-requests");
        assertThat(Integer.parseInt(Api.header(refused, "Retry-After"))).isBetween(1, 60);
        assertThat(api.post(somebody(), CHECKS, body).status()).isEqualTo(200);
    }

    @Test
    void whoAskedTooOftenSeesTheirOwnZoneAndWhenToLookAgain() {
        String one = somebody();
        String company = brand() + "制药有限公司";
        String first = api.post(one, "/api/leads", form("甲", company, YUANQU)).id();
        String second = api.post(one, "/api/leads", form("乙", company, YUANQU)).id();
        String third = api.post(one, "/api/leads", form("丙", brand() + "铸造有限公司", YUANQU))
                .id();
        for (int looked = 0; looked < 70; looked++) {
            assertThat(api.get(one, "/api/leads/" + first + "/duplicates")
                            .body()
                            .has("elsewhereAfter"))
                    .as("the same firm again costs nothing")
                    .isFalse();
        }
        for (int asked = 0; asked < 60; asked++) {
            api.post(one, CHECKS, "{\"investor\":{\"name\":\"" + brand() + "\"}}");
        }

        Answer known = shown("/api/leads/" + first + "/duplicates", second);
        assertThat(known.status()).isEqualTo(200);
        assertThat(api.get(one, "/api/leads/" + first + "/duplicates").body().has("elsewhereAfter"))
                .isFalse();
        Answer other = api.get(one, "/api/leads/" + third + "/duplicates");
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.body().path("elsewhereAfter").asInt()).isBetween(1, 60);
    }

    @Test
    void similarLeadsSayWhatBecameOfThem() {
        String industry =
                "\"industry\":\"C3985\",\"investment\":{\"planned\":{\"value\":\"30000.00\",\"unit\":\"CNY_10K\"}},";
        String id = api.post(officer(), "/api/leads", form("甲", brand(), YUANQU).replaceFirst("\\{", "{" + industry))
                .id();
        String lost = api.post(
                        officer(), "/api/leads", form("乙", brand(), YUANQU).replaceFirst("\\{", "{" + industry))
                .id();
        Answer moved = api.post(
                officer(),
                "/api/leads/" + lost + "/transitions",
                "{\"to\":\"DROPPED\",\"reason\":\"LOST_TO_COMPETITOR\",\"lostTo\":\"某市高新区\"}");
        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);

        Answer similar = shown("/api/leads/" + id + "/similar", "某市高新区");
        assertThat(similar.body()
                        .path("items")
                        .valueStream()
                        .filter(item -> item.path("id").asString().equals(lost))
                        .findFirst())
                .hasValueSatisfying(item -> {
                    assertThat(item.path("outcome").asString()).isEqualTo("LOST");
                    assertThat(item.path("lostTo").asString()).isEqualTo("某市高新区");
                    assertThat(item.path("because").toString()).contains("SAME_INDUSTRY", "LIKE_AMOUNT");
                });
        assertThat(api.get(Tokens.of("officer.yangcheng", Role.OFFICER, YANGCHENG), "/api/leads/" + id + "/similar")
                        .status())
                .isEqualTo(404);
    }
}
