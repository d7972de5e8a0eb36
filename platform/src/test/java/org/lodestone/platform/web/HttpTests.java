package org.lodestone.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.platform.observability.PlatformObservabilityAutoConfiguration;
import org.lodestone.platform.security.PlatformSecurityAutoConfiguration;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.time.PlatformTimeAutoConfiguration;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webflux.core.configuration.SpringDocWebFluxConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real server with nothing behind it, asked by a client that lets every byte through. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "spring.application.name=ledger",
            "lodestone.security.write-scopes=ledger.write"
        })
class HttpTests {

    private static final TestIssuer ISSUER = new TestIssuer();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        registry.add("lodestone.security.issuer", ISSUER::uri);
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    enum Channel {
        REFERRAL,
        VISIT
    }

    record Firm(@Nullable String name, @Nullable String uscc) {}

    record Entry(
            @Nullable String name,
            @Nullable Firm firm,
            @Nullable Channel channel,
            @Nullable LocalDate receivedOn,
            @Nullable Instant at,
            @Nullable Amount planned,
            @Nullable Integer jobs,
            @Nullable Boolean open,
            @Nullable List<String> tags,
            @Nullable Map<String, String> notes)
            implements Checked {

        @Override
        public void check(Checks checks) {
            checks.requiredName("name", name)
                    .required("channel", channel)
                    .required("receivedOn", receivedOn)
                    .notInFuture("receivedOn", receivedOn, "140827");
            if (firm != null) {
                checks.name("firm.name", firm.name()).uscc("firm.uscc", firm.uscc());
            }
        }
    }

    @RestController
    static class LedgerController {

        private final MergePatch patches;

        LedgerController(MergePatch patches) {
            this.patches = patches;
        }

        @PostMapping("/api/entries")
        @ResponseStatus(HttpStatus.CREATED)
        Mono<Entry> create(@RequestBody Entry entry, Scope scope) {
            Rights.require(scope, Right.WRITE, Right.WRITE_OWN);
            return Mono.just(entry);
        }

        @PatchMapping("/api/entries/1")
        Entry change(@RequestBody JsonNode patch, Scope scope) {
            Rights.require(scope, Right.WRITE, Right.WRITE_OWN);
            Entry current =
                    new Entry("old", null, Channel.VISIT, LocalDate.of(2026, 1, 1), null, null, null, null, null, null);
            return patches.apply(patch, current, Set.of("zone", "version", "createdBy"));
        }

        @GetMapping("/api/entries")
        Page<String> list(@RequestParam(required = false) @Nullable Integer limit) {
            return new Page<>(List.of("limit " + Page.limit(limit)), null, new Page.Total(1, true), null);
        }

        @PostMapping("/api/files")
        Mono<Integer> parts(ServerWebExchange exchange) {
            return exchange.getMultipartData().map(Map::size);
        }

        @GetMapping("/api/needed")
        String needed(@RequestParam String what) {
            return what;
        }

        @GetMapping("/api/who")
        Map<String, Object> who(Scope scope) {
            return Map.of("id", scope.subject(), "zones", scope.zones());
        }

        @GetMapping("/api/never")
        Mono<String> never() {
            return Mono.never();
        }

        @GetMapping("/api/broken")
        Mono<String> broken() {
            return Mono.error(new IllegalStateException("secret org.lodestone.Secret"));
        }
    }

    @SpringBootConfiguration
    @EnableConfigurationProperties
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        CodecsAutoConfiguration.class,
        HttpHandlerAutoConfiguration.class,
        NettyReactiveWebServerAutoConfiguration.class,
        WebFluxAutoConfiguration.class,
        ErrorWebFluxAutoConfiguration.class,
        PlatformTimeAutoConfiguration.class,
        PlatformWebAutoConfiguration.class,
        PlatformSecurityAutoConfiguration.class,
        PlatformContractAutoConfiguration.class,
        PlatformObservabilityAutoConfiguration.class,
        SpringDocConfiguration.class,
        SpringDocConfigProperties.class,
        SpringDocWebFluxConfiguration.class
    })
    static class Application {

        @Bean
        BusinessClock businessClock() {
            return BusinessClock.fixed(Instant.parse("2026-11-23T02:00:00Z"));
        }

        @Bean
        LedgerController ledger(MergePatch patches) {
            return new LedgerController(patches);
        }
    }

    private static final String RIGHT = "{\"name\":\"锂电铜箔项目\",\"channel\":\"VISIT\",\"receivedOn\":\"2026-11-23\"%s}";

    // --- strict JSON

    @Test
    void whatIsRightIsTakenAndAmountsStayDecimalStrings() {
        Answer answer = post(RIGHT.formatted(",\"planned\":{\"value\":\"120000.00\",\"unit\":\"CNY_10K\"}"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/planned/value").stringValue()).isEqualTo("120000.00");
        assertThat(answer.json().at("/planned/unit").stringValue()).isEqualTo("CNY_10K");
        assertThat(answer.json().has("firm")).as("null is left out").isFalse();
    }

    @Test
    void everyMistakeComesAtOnce() {
        Answer answer = post("""
                {"owner":"me","channel":"PIGEON","receivedOn":"2026-11-24","planned":{"value":12000.5,"unit":"EUR"},
                 "jobs":"300","open":"yes","tags":[1,"a",null],"at":"yesterday","firm":{"name":7,"vat":"1"}}
                """);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors())
                .containsExactlyInAnyOrder(
                        "name required",
                        "owner unknown-field",
                        "channel type.enum",
                        "receivedOn future",
                        "planned.value type.decimal-string",
                        "planned.unit type.enum",
                        "jobs type.integer",
                        "open type.boolean",
                        "tags[0] type.text",
                        "tags[2] required",
                        "at type.instant",
                        "firm.name type.text",
                        "firm.vat unknown-field");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"planned\":{\"value\":\"1e9\",\"unit\":\"CNY\"} | planned.value type.decimal",
                "\"planned\":{\"value\":\"-1\",\"unit\":\"CNY\"} | planned.value negative",
                "\"planned\":{\"value\":\"1\"} | planned.unit required",
                "\"planned\":\"12000\" | planned type.amount",
                "\"firm\":\"text\" | firm type.object",
                "\"firm\":{\"uscc\":\"110101199003074514\"} | firm.uscc id-card",
                "\"firm\":{\"uscc\":\"9114\"} | firm.uscc uscc",
                "\"tags\":{} | tags type.array",
                "\"jobs\":1.5 | jobs type.integer",
                "\"jobs\":99999999999 | jobs type.integer",
                "\"notes\":{\"$where\":\"1\"} | notes.$where key",
                "\"notes\":{\"a.b\":\"1\"} | notes.a.b key",
                "\"firm\":{\"name\":\"a\\u0000b\"} | firm.name control-character",
                "\"firm\":{\"name\":\"a\\nb\"} | firm.name control-character",
                "\"firm\":{\"name\":\"\\ud800\"} | firm.name control-character",
                "\"firm\":{\"name\":{\"$ne\":null}} | firm.name type.text"
            })
    void oneMistakeIsNamed(String field, String error) {
        Answer answer = post(RIGHT.formatted("," + field));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly(error);
    }

    @Test
    void aWrongCheckDigitIsTaken() {
        assertThat(post(RIGHT.formatted(",\"firm\":{\"uscc\":\"91140827MA0DEM0139\"}"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aNameOfTenThousandCharactersIsRefused() {
        Answer answer = post(
                "{\"name\":\"%s\",\"channel\":\"VISIT\",\"receivedOn\":\"2026-11-23\"}".formatted("长".repeat(10_000)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly("name too-long");
    }

    @Test
    void duplicateKeysAreRefused() {
        assertThat(post("{\"name\":\"a\",\"name\":\"b\"}").errors()).containsExactly("name duplicate-key");
    }

    @Test
    void tenThousandLevelsAreRefused() {
        Answer answer = post("{\"name\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly(" limits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":",
                "{\"name\":\"a\"} {}",
                "nonsense",
                "{\"name\":\"a\nb\"}",
                "{'name':1}",
                "{\"jobs\":NaN}"
            })
    void whatIsNoJsonIsRefusedWithoutItsParsersWords(String body) {
        Answer answer = post(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).singleElement().asString().startsWith(" malformed");
        assertThat(answer.body()).doesNotContain("jackson", "Exception", "token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "\"text\""})
    void aBodyThatIsNoObjectIsRefused(String body) {
        assertThat(post(body).status()).isEqualTo(400);
    }

    @Test
    void anEmptyBodyIsRefused() {
        Answer answer = post("");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly(" body");
    }

    @Test
    void bytesMustBeUtf8() {
        byte[] overlong = "{\"name\":\"__\"}".getBytes(StandardCharsets.US_ASCII);
        overlong[9] = (byte) 0xc0;
        overlong[10] = (byte) 0xaf;
        assertThat(send("POST", "/api/entries", BodyPublishers.ofByteArray(overlong), officer())
                        .errors())
                .containsExactly(" utf-8");
        byte[] utf16 = RIGHT.formatted("").getBytes(StandardCharsets.UTF_16);
        assertThat(send("POST", "/api/entries", BodyPublishers.ofByteArray(utf16), officer())
                        .errors())
                .containsExactly(" utf-8");
    }

    @Test
    void twoMegabytesAreTooMuchAnnouncedOrNot() {
        byte[] body = new byte[2 * 1024 * 1024];
        Arrays.fill(body, (byte) ' ');
        Answer announced = send("POST", "/api/entries", BodyPublishers.ofByteArray(body), officer());
        assertThat(announced.status()).isEqualTo(413);
        assertThat(announced.type()).isEqualTo("/problems/too-large");
        Answer streamed = send(
                "POST", "/api/entries", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)), officer());
        assertThat(streamed.status()).isEqualTo(413);
    }

    @Test
    void aPatchRefusesWhatIsNotItsToChangeByName() {
        Answer answer = send(
                "PATCH",
                "/api/entries/1",
                BodyPublishers.ofString(
                        "{\"zone\":\"1\",\"version\":9,\"createdBy\":\"x\",\"colour\":1,\"name\":\"new\"}"),
                officer());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors())
                .containsExactlyInAnyOrder(
                        "zone read-only", "version read-only", "createdBy read-only", "colour unknown-field");
        Answer changed = send(
                "PATCH",
                "/api/entries/1",
                BodyPublishers.ofString("{\"name\":\"new\",\"channel\":\"REFERRAL\"}"),
                officer());
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("name").stringValue()).isEqualTo("new");
        assertThat(changed.json().path("channel").stringValue()).isEqualTo("REFERRAL");
    }

    // --- problems

    @Test
    void problemsSpeakChineseAndEnglish() {
        Answer chinese = get("/api/entries?limit=1000", officer());
        assertThat(chinese.status()).isEqualTo(400);
        assertThat(chinese.contentType()).isEqualTo("application/problem+json");
        assertThat(chinese.json().path("title").stringValue()).isEqualTo("请求内容有误");
        assertThat(chinese.json().at("/errors/0/message").stringValue()).isEqualTo("须在 1 至 200 之间");
        assertThat(chinese.json().path("instance").stringValue()).isEqualTo("/api/entries");
        assertThat(chinese.json().path("traceId").stringValue()).matches("[0-9a-f]{32}");

        Answer english = get("/api/entries?limit=1000", officer(), "Accept-Language", "fr, en-GB;q=0.8");
        assertThat(english.json().path("title").stringValue()).isEqualTo("The request has mistakes");
        assertThat(english.json().at("/errors/0/message").stringValue()).isEqualTo("must be between 1 and 200");
    }

    @Test
    void theCallersTraceIsNamed() {
        Answer answer = get(
                "/api/nothing", officer(), "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        assertThat(answer.json().path("traceId").stringValue()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/entries?limit=many,400,limit parameter",
        "/api/entries?limit=0,400,limit range",
        "/api/needed,400,what required"
    })
    void parametersAreNamed(String path, int status, String error) {
        Answer answer = get(path, officer());
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errors()).containsExactly(error);
    }

    @Test
    void whatSpringRefusesIsAProblemToo() {
        assertThat(get("/api/nothing", officer()).type()).isEqualTo("/problems/not-found");
        assertThat(send("DELETE", "/api/entries", BodyPublishers.noBody(), officer())
                        .type())
                .isEqualTo("/problems/method-not-allowed");
        Answer xml =
                send("POST", "/api/entries", BodyPublishers.ofString("<a/>"), officer(), "Content-Type", "text/xml");
        assertThat(xml.status()).isEqualTo(415);
        assertThat(xml.type()).isEqualTo("/problems/unsupported-media-type");
    }

    @Test
    void anUnexpectedErrorTellsNothingAboutItself() {
        Answer answer = get("/api/broken", officer());
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.type()).isEqualTo("/problems/internal");
        assertThat(answer.body()).doesNotContain("secret", "lodestone.", "Exception", "at org");
    }

    @Test
    void whatTakesTooLongIsUnavailable() {
        Answer answer = get("/api/never", officer());
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    }

    // --- tokens

    @Test
    void bothKindsOfSignaturesAreGood() {
        assertThat(get("/api/who", ISSUER.rs256(ISSUER.claims("officer").build()))
                        .json()
                        .path("id")
                        .stringValue())
                .isEqualTo("officer.yuanqu");
        String ec = ISSUER.es256(ISSUER.claims("manager").build());
        assertThat(get("/api/who", ec).status()).isEqualTo(200);
        assertThat(get("/api/who", ec).status()).as("from the cache").isEqualTo(200);
    }

    @Test
    void withoutATokenThereIsA401ThatNamesTheScheme() {
        Answer answer = get("/api/who", null);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.type()).isEqualTo("/problems/unauthorized");
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(send("POST", "/api/entries", BodyPublishers.ofString("{"), null)
                        .status())
                .as("asked before the body is read")
                .isEqualTo(401);
    }

    @Test
    void tokensThatAreNotGoodAreRefused() {
        Instant past = Instant.now().minusSeconds(60);
        unauthorized(ISSUER.rs256(
                ISSUER.claims("officer").expirationTime(Date.from(past)).build()));
        unauthorized(ISSUER.rs256(ISSUER.claims("officer").expirationTime(null).build()));
        unauthorized(ISSUER.rs256(ISSUER.claims("officer").audience("other").build()));
        unauthorized(
                ISSUER.rs256(ISSUER.claims("officer").audience((String) null).build()));
        unauthorized(ISSUER.rs256(
                ISSUER.claims("officer").issuer("https://other.example").build()));
        unauthorized(ISSUER.rs256(ISSUER.claims("officer").subject(null).build()));
        unauthorized(ISSUER.hs256(ISSUER.claims("officer").build()));
        unauthorized(ISSUER.rs512(ISSUER.claims("officer").build()));
        unauthorized(TestIssuer.unsigned(ISSUER.claims("officer").build()));
        try (TestIssuer impostor = new TestIssuer()) {
            unauthorized(impostor.rs256(ISSUER.claims("officer").build()));
        }
        String good = officer();
        unauthorized(good.substring(0, good.length() - 4) + "AAAA");
        unauthorized("garbage");
        unauthorized("");
    }

    private void unauthorized(String token) {
        Answer answer = get("/api/who", token);
        assertThat(answer.status()).as(token).isEqualTo(401);
        assertThat(answer.type()).isEqualTo("/problems/unauthorized");
    }

    @Test
    void aViewerWhoWritesIsForbidden() {
        Answer answer =
                send("POST", "/api/entries", BodyPublishers.ofString(RIGHT.formatted("")), ISSUER.token("viewer"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.type()).isEqualTo("/problems/forbidden");
        String readOnly = ISSUER.rs256(
                ISSUER.claims("officer").claim("scope", "leads.read").build());
        assertThat(send("POST", "/api/entries", BodyPublishers.ofString(RIGHT.formatted("")), readOnly)
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=x"})
    void partsThatCannotBeReadAreABadBody(String contentType) {
        String cutOff = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\r\n";
        Answer answer =
                send("POST", "/api/files", BodyPublishers.ofString(cutOff), officer(), "Content-Type", contentType);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly(" body");
    }

    @Test
    void identityHeadersMeanNothing() {
        assertThat(get("/api/who", officer(), "X-User", "admin", "X-Zone", "*")
                        .json()
                        .path("id")
                        .stringValue())
                .isEqualTo("officer.yuanqu");
        assertThat(get("/api/who", null, "X-User", "admin").status()).isEqualTo(401);
    }

    @Test
    void whatIsNotOfTheApiIsClosed() {
        assertThat(get("/elsewhere", officer()).status()).isEqualTo(403);
        assertThat(get("/elsewhere", null).status()).isEqualTo(401);
    }

    // --- contract

    @Test
    void theContractNamesTheTokenAndTheShapeOfAProblem() {
        Answer answer = get("/v3/api-docs", null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("openapi").stringValue()).startsWith("3.1");
        assertThat(answer.json().at("/components/securitySchemes/bearer/scheme").stringValue())
                .isEqualTo("bearer");
        assertThat(answer.json().at("/components/schemas/Problem").isObject()).isTrue();
        assertThat(answer.json().at("/servers/0/url").stringValue()).isEqualTo("/");
        JsonNode create = answer.json().path("paths").path("/api/entries").path("post");
        assertThat(create.path("parameters").isMissingNode()).as("no scope").isTrue();
        assertThat(create.path("responses").path("default").path("content").has("application/problem+json"))
                .isTrue();
        assertThat(answer.json()
                        .at("/components/schemas/Amount/properties/value/type")
                        .stringValue())
                .isEqualTo("string");
    }

    private record Answer(int status, String body, java.net.http.HttpHeaders headers) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        String type() {
            return json().path("type").stringValue("");
        }

        String contentType() {
            return headers.firstValue("Content-Type").orElse("");
        }

        List<String> errors() {
            return json().path("errors")
                    .valueStream()
                    .map(error -> error.path("field").stringValue() + " "
                            + error.path("code").stringValue())
                    .toList();
        }
    }

    private static String officer() {
        return ISSUER.token("officer");
    }

    private Answer post(String body) {
        return send("POST", "/api/entries", BodyPublishers.ofString(body), officer());
    }

    private Answer get(String path, @Nullable String token, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), token, headers);
    }

    private Answer send(String method, String path, BodyPublisher body, @Nullable String token, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body);
        if (!List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer.headers());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
