package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.Api.Answer;
import org.lodestone.leads.directory.OwnZone;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.node.ObjectNode;

@ServiceTest
class AssessmentIT {

    private final Api api;
    private final ApplicationContext service;

    @Autowired
    AssessmentIT(WebTestClient http, ApplicationContext service) {
        this.api = new Api(http);
        this.service = service;
    }

    @Test
    void aScoreExplainsItselfAndFollowsTheLead() {
        String id = api.captured(Api.officer(), Api.name()).id();
        Answer poor = api.get(Api.officer(), "/api/leads/" + id + "/assessment");
        assertThat(poor.status()).isEqualTo(200);
        assertThat(poor.text("/proposed")).isEqualTo("MORE");
        assertThat(poor.texts("factors", "code")).hasSize(9);
        assertThat(poor.texts("factors", "because"))
                .allSatisfy(because -> assertThat(because).isNotBlank());
        assertThat(poor.texts("wouldRaise", "field")).startsWith("investment.planned");
        assertThat(sum(poor)).isEqualTo(poor.body().path("score").asInt());

        api.patch(Api.officer(), "/api/leads/" + id, """
                {"chain":"copper-nickel","investment":{"planned":{"value":"60000.00","unit":"CNY_10K"}},
                 "needs":{"landMu":"120.00","powerKva":"5000","environment":"清洁生产"},
                 "expected":{"tax":{"value":"2000.00","unit":"CNY_10K"}}}""", 1);
        Answer rich = api.get(Api.officer(), "/api/leads/" + id + "/assessment");
        assertThat(rich.text("/proposed")).isEqualTo("PROCEED");
        assertThat(rich.text("/intensity")).isEqualTo("500.00");
        assertThat(rich.text("/taxPerMu")).isEqualTo("16.67");
        assertThat(rich.text("/floors/intensity")).isEqualTo("200");
        assertThat(rich.body().path("leadVersion").asInt()).isEqualTo(2);
        assertThat(rich.body().path("score").asInt())
                .isGreaterThan(poor.body().path("score").asInt() + 50);
        Answer lead = api.get(Api.officer(), "/api/leads/" + id);
        assertThat(lead.body().path("score")).isEqualTo(rich.body().path("score"));
        Answer english = api.send(
                HttpMethod.GET,
                Api.officer(),
                "/api/leads/" + id + "/assessment",
                (String) null,
                Map.of("Accept-Language", "en"));
        assertThat(english.text("/factors/0/label")).isEqualTo("Chain fit");
    }

    @Test
    void theVerdictOfAPersonStandsBesideItAndRemembersWhatItWas() {
        String path = "/api/leads/" + api.captured(Api.manager(), Api.name()).id();
        Answer before = api.get(Api.manager(), path + "/assessment");
        api.put(Api.manager(), path + "/assessment", "{\"verdict\":\"PROCEED\",\"note\":\"链主推荐\"}");
        api.patch(Api.manager(), path, "{\"chain\":\"copper-nickel\"}", 2);

        Answer after = api.get(Api.manager(), path + "/assessment");
        assertThat(after.text("/verdict/verdict")).isEqualTo("PROCEED");
        assertThat(after.body().path("differs").asBoolean()).isTrue();
        assertThat(after.body().at("/verdict/score")).isEqualTo(before.body().path("score"));
        assertThat(after.body().at("/verdict/settingsVersion"))
                .isEqualTo(before.body().path("version"));
        assertThat(after.body().path("score").asInt())
                .isGreaterThan(before.body().path("score").asInt());
    }

    @Test
    void listsSortByTheScoreAlsoAfterTheWeightsChange() {
        OwnZone zone = OwnZone.in(service);
        String officer = zone.officer();
        String chained = capture(officer, "\"chain\":\"casting\"");
        String rich = capture(officer, "\"investment\":{\"planned\":{\"value\":\"90000.00\",\"unit\":\"CNY_10K\"}}");
        await().until(() -> sorted(officer).size() == 2);
        // 15 points each; the chain also has its place in completeness, as the amount has.
        String settings = "/api/zone-settings/" + zone.id();
        int version =
                api.get(Api.as(Role.ADMIN), settings).body().path("version").asInt();

        weigh(settings, "CHAIN", 25, "AMOUNT", 5);
        await().untilAsserted(() -> assertThat(sorted(officer)).containsExactly(chained, rich));
        weigh(settings, "CHAIN", 5, "AMOUNT", 25);
        await().untilAsserted(() -> assertThat(sorted(officer)).containsExactly(rich, chained));
        String path = "/api/leads/" + rich + "/assessment";
        assertThat(api.get(officer, path).body().path("version").asInt()).isEqualTo(version + 2);
        assertThat(api.get(officer, path + "?version=" + (version + 1))
                        .body()
                        .path("score")
                        .asInt())
                .isLessThan(api.get(officer, path).body().path("score").asInt());
        assertThat(api.get(officer, path + "?version=99").status()).isEqualTo(404);
    }

    @Test
    void anotherZonesLeadHasNoScore() {
        String path = "/api/leads/" + api.captured(Api.officer(), Api.name()).id() + "/assessment";

        assertThat(api.get(Tokens.of("officer.yangcheng", Role.OFFICER, Api.YANGCHENG), path)
                        .status())
                .isEqualTo(404);
    }

    private List<String> sorted(String token) {
        return api.get(token, "/api/leads?sort=-score").texts("items", "id");
    }

    private String capture(String token, String facts) {
        return api.post(
                        token,
                        "/api/leads",
                        "{\"name\":\"项目\",\"source\":{\"channel\":\"VISIT\"},\"receivedOn\":\"2026-01-05\"," + facts
                                + "}")
                .id();
    }

    private void weigh(String settings, String first, int weight, String second, int other) {
        Answer present = api.get(Api.as(Role.ADMIN), settings);
        ObjectNode body = (ObjectNode) present.body().deepCopy();
        body.remove(List.of("zone", "version", "at", "by"));
        body.path("assessment").path("factors").valueStream().forEach(factor -> {
            if (factor.path("code").asString().equals(first)) {
                ((ObjectNode) factor).put("weight", weight);
            } else if (factor.path("code").asString().equals(second)) {
                ((ObjectNode) factor).put("weight", other);
            }
        });
        Answer written = api.send(
                HttpMethod.PUT,
                Api.as(Role.ADMIN),
                settings,
                body.toString(),
                Map.of("If-Match", Api.header(present, "ETag")));
        assertThat(written.status()).isEqualTo(200);
    }

    private static int sum(Answer score) {
        return score.body()
                .path("factors")
                .valueStream()
                .mapToInt(factor -> factor.path("points").asInt())
                .sum();
    }
}
