package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.Api.Answer;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

@ServiceTest
class IntakeIT {

    private static final String SITE = "https://www.agency.example";

    private final Api api;
    private final WebTestClient http;

    @Autowired
    IntakeIT(WebTestClient http) {
        this.http = http;
        this.api = new Api(http);
    }

    private record Source(String id, String key) {}

    @Test
    void aSubmissionBecomesANewLeadOfTheSourcesZone() {
        Source source = server(60);
        String company = company();

        Answer taken = send(source, source.key(), body(company), Map.of());
        assertThat(taken.status()).isEqualTo(202);
        assertThat(taken.body().propertyNames()).containsExactly("reference");
        Answer lead = lead(company);
        assertThat(lead.text("/state")).isEqualTo("NEW");
        assertThat(lead.text("/zone")).isEqualTo(Api.YUANQU);
        assertThat(lead.text("/createdBy")).isEqualTo("intake:" + source.id());
        assertThat(lead.text("/source/channel")).isEqualTo("AGENT");
        assertThat(lead.text("/source/referrer")).isEqualTo("商会");
        assertThat(lead.text("/source/note")).contains(taken.text("/reference"));
        assertThat(lead.text("/contacts/0/phone")).isEqualTo("13812345678");
        assertThat(lead.text("/investment/planned/value")).isEqualTo("5000.50");
        assertThat(lead.text("/assignment/owner")).isEqualTo("manager.yuanqu");
        assertThat(taken.text("/reference")).doesNotContain("140827").doesNotContain(lead.id());
    }

    @Test
    void aDuplicateIsKeptAndAnsweredLikeAnyOther() {
        Source source = server(60);
        String company = company();
        send(source, source.key(), body(company), Map.of());
        String first = lead(company).id();

        Answer again = send(source, source.key(), body(company).replace("13812345678", "13912345678"), Map.of());
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body().propertyNames()).containsExactly("reference");
        await().untilAsserted(() -> assertThat(leads(company)).hasSize(2));
        String second = leads(company).stream()
                .filter(id -> !id.equals(first))
                .findFirst()
                .orElseThrow();
        assertThat(api.get(Api.manager(), "/api/leads/" + second)
                        .body()
                        .path("duplicates")
                        .toString())
                .contains(first);
    }

    @Test
    void replaysInParallelMakeOneLead() throws Exception {
        Source source = server(100);
        for (Map<String, String> headers : List.of(
                Map.<String, String>of(),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()))) {
            String company = company();
            Callable<Answer> post = () -> send(source, source.key(), body(company), headers);
            List<Answer> answers;
            try (var threads = Executors.newFixedThreadPool(8)) {
                answers = threads
                        .invokeAll(IntStream.range(0, 12).mapToObj(_ -> post).toList())
                        .stream()
                        .map(Future::resultNow)
                        .toList();
            }

            assertThat(answers).extracting(Answer::status).containsOnly(202);
            assertThat(answers)
                    .extracting(answer -> answer.text("/reference"))
                    .containsOnly(answers.getFirst().text("/reference"));
            lead(company);
            assertThat(leads(company)).hasSize(1);
        }
        String key = UUID.randomUUID().toString();
        assertThat(send(source, source.key(), body(company()), Map.of("Idempotency-Key", key))
                        .status())
                .isEqualTo(202);
        assertThat(send(source, source.key(), body(company()), Map.of("Idempotency-Key", key))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void everyRefusalAtTheDoorIsTheSame() {
        Source source = server(60);
        Source form = form();
        Answer wrong = send(source, "lsk_wrong", body(company()), Map.of());
        Answer unknown = send(new Source("0123456789abcdef", "k"), source.key(), body(company()), Map.of());
        Answer site = send(form, form.key(), body(company()), Map.of("Origin", "https://elsewhere.example"));
        Answer none = send(source, null, body(company()), Map.of());

        assertThat(List.of(wrong, unknown, site, none))
                .extracting(Answer::status)
                .containsOnly(401);
        assertThat(List.of(wrong, unknown, site, none))
                .extracting(answer -> answer.text("/type") + answer.text("/detail"))
                .containsOnly(wrong.text("/type") + wrong.text("/detail"));
        assertThat(unknown.headers().keySet()).containsAll(wrong.headers().keySet());
    }

    @Test
    void everyMistakeIsAnsweredAtOnce() {
        Source source = server(60);

        Answer refused = send(
                source,
                source.key(),
                "{\"email\":\"nobody\",\"amount\":\"viel\",\"uscc\":\"1\",\"consent\":false,\"state\":\"NEW\"}",
                Map.of());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.texts("errors", "field"))
                .containsExactlyInAnyOrder("company", "email", "amount", "uscc", "consent", "state");
        assertThat(send(source, source.key(), "{", Map.of()).status()).isEqualTo(400);
        assertThat(send(source, source.key(), "[]", Map.of()).status()).isEqualTo(400);
        assertThat(send(source, source.key(), "{\"content\":\"" + "x".repeat(70_000) + "\"}", Map.of())
                        .status())
                .isEqualTo(413);
    }

    @Test
    void whatFillsInTheHiddenFieldIsThankedAndForgotten() {
        Source source = server(60);
        String company = company();

        Answer taken =
                send(source, source.key(), body(company).replaceFirst("\\{", "{\"website\":\"http://x\","), Map.of());
        assertThat(taken.status()).isEqualTo(202);
        assertThat(taken.text("/reference")).matches("R[0-9A-F]{10}");
        String kept = company();
        send(source, source.key(), body(kept), Map.of());
        lead(kept);
        assertThat(leads(company)).isEmpty();
    }

    @Test
    void keysAreShownOnceRotatedAndRevoked() {
        Source source = server(60);
        String admin = Api.as(Role.ADMIN);
        String path = "/api/intake-sources/" + source.id();
        assertThat(api.get(admin, "/api/intake-sources").body().toString())
                .contains(source.id())
                .doesNotContain(source.key());

        Answer rotated = api.post(admin, path + "/rotations", "{}");
        assertThat(rotated.status()).isEqualTo(201);
        String second = rotated.text("/key");
        assertThat(second).hasSizeGreaterThan(40).isNotEqualTo(source.key());
        assertThat(rotated.text("/oldUntil")).isNotEmpty();
        assertThat(send(source, source.key(), body(company()), Map.of()).status())
                .isEqualTo(202);
        assertThat(send(source, second, body(company()), Map.of()).status()).isEqualTo(202);
        String third =
                api.post(admin, path + "/rotations", "{\"revokeOld\":true}").text("/key");
        assertThat(send(source, source.key(), body(company()), Map.of()).status())
                .isEqualTo(401);
        assertThat(send(source, second, body(company()), Map.of()).status()).isEqualTo(401);
        assertThat(send(source, third, body(company()), Map.of()).status()).isEqualTo(202);

        assertThat(api.send(HttpMethod.DELETE, admin, path, (String) null, Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(send(source, third, body(company()), Map.of()).status()).isEqualTo(401);
        assertThat(api.post(admin, path + "/rotations", "{}").status()).isEqualTo(410);
        assertThat(api.post(admin, path + "/revocation", "{}").text("/revokedAt"))
                .isNotEmpty();
    }

    @Test
    void aSourceAndAnAddressHaveTheirLimits() {
        Source source = server(2);
        assertThat(IntStream.range(0, 4)
                        .mapToObj(_ -> send(source, source.key(), body(company()), Map.of())
                                .status()))
                .containsExactly(202, 202, 429, 429);
        Map<String, String> one = Map.of("X-Client-Address", "203.0.113.9");
        List<Answer> guesses = IntStream.range(0, 70)
                .mapToObj(_ -> send(source, "lsk_guess", body("甲"), one))
                .toList();

        assertThat(guesses).extracting(Answer::status).contains(401, 429);
        assertThat(Api.header(guesses.getLast(), "Retry-After")).isNotEmpty();
    }

    @Test
    void onlyTheSitesOfAFormMaySendToIt() {
        Source source = form();
        HttpHeaders allowed = preflight(source.id(), SITE);
        assertThat(allowed.getAccessControlAllowOrigin()).isEqualTo(SITE);
        assertThat(allowed.getAccessControlAllowHeaders()).contains("X-Intake-Key");
        assertThat(preflight(source.id(), "https://elsewhere.example").getAccessControlAllowOrigin())
                .isNull();
        assertThat(preflight("0123456789abcdef", SITE).getAccessControlAllowOrigin())
                .isNull();
        assertThat(preflight(server(5).id(), SITE).getAccessControlAllowOrigin())
                .isNull();

        String body = body(company()).replaceFirst("\\{", "{\"consent\":true,");
        Answer sent = send(source, source.key(), body, Map.of("Origin", SITE));
        assertThat(sent.status()).isEqualTo(202);
        assertThat(Api.header(sent, "Access-Control-Allow-Origin")).isEqualTo(SITE);
        assertThat(send(source, "lsk_other", body, Map.of("Origin", SITE)).status())
                .isEqualTo(401);
        Answer unasked = send(source, source.key(), body(company()), Map.of("Origin", SITE));
        assertThat(unasked.texts("errors", "field")).containsExactly("consent");
        assertThat(Api.header(
                        api.send(HttpMethod.GET, Api.officer(), "/api/leads", (String) null, Map.of("Origin", SITE)),
                        "Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void theFormNeedsNoScriptAndShowsTheReference() {
        Source source = form();
        EntityExchangeResult<String> page = page("/intake/" + source.id() + "/form?lang=en");
        assertThat(page.getStatus().value()).isEqualTo(200);
        assertThat(page.getResponseBody())
                .contains("<html lang=\"en\">", "Company (required)")
                .doesNotContain("<script", "${");
        assertThat(page.getResponseHeaders().getFirst("Content-Security-Policy"))
                .contains("frame-ancestors " + SITE, "default-src 'none'");
        assertThat(page("/intake/" + source.id()).getResponseBody()).contains("企业名称");
        assertThat(page("/intake/" + server(5).id() + "/form").getStatus().value())
                .isEqualTo(404);
        assertThat(page("/intake/unknown/form").getStatus().value()).isEqualTo(404);

        EntityExchangeResult<String> wrong = submit(source, Map.of("company", "<b>\"x", "consent", "true"));
        assertThat(wrong.getStatus().value()).isEqualTo(400);
        assertThat(wrong.getResponseBody())
                .contains("&lt;b&gt;&quot;x", "请填写电话或电子邮箱")
                .doesNotContain("<b>");
        String company = company();
        EntityExchangeResult<String> thanks = submit(
                source,
                Map.of("company", company, "phone", "13812345678", "consent", "true", "button", "x", "email", ""));
        assertThat(thanks.getStatus().value()).isEqualTo(202);
        assertThat(thanks.getResponseBody()).containsPattern("R[0-9A-F]{10}");
        assertThat(lead(company).text("/createdBy")).isEqualTo("intake:" + source.id());
    }

    @Test
    void aSourceIsMadeOfWhatHoldsTogether() {
        String admin = Api.as(Role.ADMIN);
        Answer refused = api.post(
                admin,
                "/api/intake-sources",
                "{\"kind\":\"FORM\",\"origins\":[\"https://a.example/path\"],\"perHour\":0}");
        assertThat(refused.texts("errors", "field")).containsExactlyInAnyOrder("name", "zone", "origins[0]", "perHour");
        String zoned = Tokens.of("admin.yangcheng", Role.ADMIN, Api.YANGCHENG);
        Source source = server(5);
        assertThat(api.get(zoned, "/api/intake-sources").texts("items", "id")).doesNotContain(source.id());
        assertThat(api.post(zoned, "/api/intake-sources/" + source.id() + "/rotations", "{}")
                        .status())
                .isEqualTo(404);
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String body = "{\"name\":\"一次\",\"zone\":\"140827\",\"kind\":\"SERVER\"}";
        Answer first = api.send(HttpMethod.POST, admin, "/api/intake-sources", body, key);
        Answer again = api.send(HttpMethod.POST, admin, "/api/intake-sources", body, key);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.body().has("key")).isFalse();
    }

    private Source server(int perHour) {
        return source(
                "{\"name\":\"商会系统\",\"zone\":\"140827\",\"kind\":\"SERVER\",\"channel\":\"AGENT\",\"referrer\":\"商会\",\"perHour\":"
                        + perHour + "}");
    }

    private Source form() {
        return source("{\"name\":\"网站表单\",\"zone\":\"140827\",\"kind\":\"FORM\",\"origins\":[\"" + SITE + "\"]}");
    }

    private Source source(String body) {
        Answer made = api.post(Api.as(Role.ADMIN), "/api/intake-sources", body);
        assertThat(made.status()).isEqualTo(201);
        return new Source(made.id(), made.text("/key"));
    }

    private Answer send(Source source, @Nullable String key, String body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.putIfAbsent("X-Client-Address", UUID.randomUUID().toString());
        if (key != null) {
            all.put("X-Intake-Key", key);
        }
        return api.send(HttpMethod.POST, null, "/api/intake/" + source.id(), body, all);
    }

    private EntityExchangeResult<String> page(String path) {
        return http.get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private EntityExchangeResult<String> submit(Source source, Map<String, String> fields) {
        BodyInserters.FormInserter<String> form = BodyInserters.fromFormData("lang", "zh-CN");
        fields.forEach(form::with);
        return http.post()
                .uri("/api/intake/" + source.id())
                .accept(MediaType.TEXT_HTML)
                .header("Sec-Fetch-Site", "same-origin")
                .body(form)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private HttpHeaders preflight(String source, String origin) {
        return http.options()
                .uri("/api/intake/" + source)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,x-intake-key")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders();
    }

    private Answer lead(String company) {
        await().until(() -> !leads(company).isEmpty());
        return api.get(Api.manager(), "/api/leads/" + leads(company).getFirst());
    }

    private List<String> leads(String company) {
        return Objects.requireNonNull(
                api.get(Api.manager(), "/api/leads?q=" + company).texts("items", "id"));
    }

    private static String company() {
        return "矿业" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String body(String company) {
        return """
                {"company":"%s","contact":"联系人","phone":"13812345678","content":"建设铜箔厂","amount":"5000.50","region":"370100"}""".formatted(company);
    }
}
