package org.lodestone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class GatewayTests {

    private static final Issuer issuer = new Issuer();
    private static final Backend leads = new Backend();
    private static final Backend notifications = new Backend();

    @LocalServerPort
    private int port;

    private WebTestClient http;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("server.address", () -> "127.0.0.1");
        registry.add("lodestone.oidc.issuer-uri", issuer::uri);
        registry.add("lodestone.oidc.client-secret", () -> "for-this-test-only");
        registry.add("lodestone.services.leads", leads::uri);
        registry.add("lodestone.services.notifications", notifications::uri);
        // Low enough that a slow machine exceeds it, too.
        registry.add("lodestone.limit.requests-per-second", () -> "10");
        registry.add("lodestone.limit.burst", () -> "40");
        // Nobody listens on the discard port.
        registry.add("lodestone.services.projects", () -> "http://127.0.0.1:9");
    }

    @BeforeEach
    void client() {
        http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @AfterAll
    static void close() {
        issuer.close();
        leads.close();
        notifications.close();
    }

    @Test
    void validTokenIsRelayedAndForeignIdentityIsNot() {
        as("officer.relay", http.get().uri("/api/leads/relayed"))
                .header("X-User", "admin")
                .header("X-Zone", "*")
                .header("Cookie", "other=1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("Set-Cookie");
        Backend.Seen seen = leads.seen().stream()
                .filter(request -> request.path().endsWith("/relayed"))
                .findFirst()
                .orElseThrow();
        assertThat(seen.headers().getFirst("Authorization")).startsWith("Bearer ey");
        assertThat(seen.headers()).doesNotContainKeys("X-user", "X-zone", "Cookie");
    }

    @ParameterizedTest
    @MethodSource("worthlessTokens")
    void worthlessTokenIsRefusedAsAProblem(String token) {
        http.get()
                .uri("/api/leads/refused")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unauthorized");
        assertThat(leads.seen()).noneMatch(request -> request.path().endsWith("/refused"));
    }

    static Stream<String> worthlessTokens() {
        return Stream.of(
                "garbage",
                issuer.expired(),
                issuer.forAnotherAudience(),
                issuer.ofAnotherIssuer(),
                issuer.unsigned(),
                issuer.signedWithThePublicKey());
    }

    @Test
    void requestWithoutTokenIsAProblemForProgramsAndALoginForPeople() {
        http.post().uri("/api/leads").exchange().expectStatus().isUnauthorized();
        http.get()
                .uri("/api/leads")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isFound()
                .expectHeader()
                .location("/oauth2/authorization/lodestone");
    }

    @Test
    void theFormOtherSitesEmbedIsTheServicesAndNotAViewOfThePage() {
        http.get()
                .uri("/intake/a-form")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(leads.seen()).anyMatch(request -> request.path().equals("/intake/a-form"));
    }

    @Test
    void loginGoesToTheProviderWithPkce() {
        http.get()
                .uri("/oauth2/authorization/lodestone")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isFound()
                .expectHeader()
                .value(
                        "Location",
                        location -> assertThat(location)
                                .startsWith(issuer.uri() + "/oauth2/authorize")
                                .contains("code_challenge_method=S256"));
    }

    @Test
    void sessionWriteWithoutCsrfTokenIsForbidden() {
        http.post()
                .uri("/api/leads")
                .cookie("LODESTONE_SESSION", "guessed")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void slowServiceMayTakeLongerThanTheBreakersDefaultSecond() {
        as("officer.slow", http.get().uri("/api/leads/slow"))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void manyMayWaitForOneServiceAtOnce() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<CompletableFuture<HttpResponse<Void>>> answers = IntStream.range(0, 60)
                    .mapToObj(i -> HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/leads/slow"))
                            .header(HttpHeaders.AUTHORIZATION, "Bearer " + issuer.token("officer.waits" + i % 3))
                            .timeout(Duration.ofSeconds(20))
                            .build())
                    .map(request -> client.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
                    .toList();
            assertThat(answers)
                    .extracting(answer -> answer.join().statusCode())
                    .hasSize(60)
                    .containsOnly(200);
        }
    }

    @Test
    void deadServiceIsUnavailableWithRetryAfter() {
        as("officer.dead", http.get().uri("/api/projects/P-1"))
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals(HttpHeaders.RETRY_AFTER, "2")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unavailable");
    }

    @Test
    void deadServiceStaysUnavailableWhenItsBreakerIsOpen() {
        for (int i = 0; i < 30; i++) {
            as(
                            "officer.breaker",
                            http.post().uri("/api/projects/P-1/transitions").bodyValue("{}"))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503);
        }
    }

    @Test
    void onlyReadsAreTriedAgain() {
        as("officer.retry", http.get().uri("/api/leads/read/bad-gateway")).exchange();
        as("officer.retry", http.post().uri("/api/leads/write/bad-gateway")).exchange();
        assertThat(times("/api/leads/read/bad-gateway")).isEqualTo(3);
        assertThat(times("/api/leads/write/bad-gateway")).isEqualTo(1);
    }

    @Test
    void burstBeyondTheLimitIsToldToWaitAndOthersAreNot() {
        List<Integer> answers = Flux.fromStream(IntStream.range(0, 150).boxed())
                .flatMap(
                        i -> Mono.fromCallable(
                                        () -> as("officer.burst", http.get().uri("/api/leads/burst"))
                                                .exchange()
                                                .returnResult()
                                                .getStatus()
                                                .value())
                                .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()),
                        16)
                .collectList()
                .block(Duration.ofSeconds(30));
        assertThat(answers).contains(200, 429).hasSize(150);
        as("officer.other", http.get().uri("/api/leads/other"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("RateLimit-Limit", "10")
                .expectHeader()
                .exists("RateLimit-Remaining");
    }

    @Test
    void bodyOverALimitIsRefusedAlsoWithoutContentLength() {
        Flux<byte[]> chunks = Flux.range(0, 40).map(i -> new byte[64 * 1024]);
        as("officer.large", http.post().uri("/api/leads/large"))
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(chunks, byte[].class)
                .exchange()
                .expectStatus()
                .isEqualTo(413);
        as("officer.large", http.post().uri("/api/leads/large"))
                .bodyValue(new byte[2 * 1024 * 1024])
                .exchange()
                .expectStatus()
                .isEqualTo(413);
    }

    /** Most programs do: they would find the connection closed while they still write. */
    @Test
    void whoSendsAllBeforeReadingIsToldWhyItIsRefused() throws Exception {
        assertThat(answerAfterAllIsSent("Content-Length: %d".formatted(8 << 20), new byte[8 << 20]))
                .contains(" 413 ")
                .contains("too-large");
        byte[] chunk = ("%x\r\n%s\r\n".formatted(1 << 20, "a".repeat(1 << 20))).getBytes(StandardCharsets.US_ASCII);
        byte[] chunked = new byte[chunk.length * 8 + 5];
        for (int i = 0; i < 8; i++) {
            System.arraycopy(chunk, 0, chunked, i * chunk.length, chunk.length);
        }
        System.arraycopy("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII), 0, chunked, chunk.length * 8, 5);
        assertThat(answerAfterAllIsSent("Transfer-Encoding: chunked", chunked))
                .contains(" 413 ")
                .contains("too-large");
    }

    private String answerAfterAllIsSent(String length, byte[] body) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            String head = "POST /api/leads/large HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                    + "Content-Type: application/json\r\nAuthorization: Bearer " + issuer.token("officer.sends")
                    + "\r\n"
                    + length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void fileMayBeLargerThanOtherBodiesUpToALimitOfItsOwn() {
        upload(2).isOk();
        upload(22).isEqualTo(413);
    }

    /** The second half is sent only once the service has seen the first: a gateway that keeps the whole would wait for ever. */
    @Test
    void aDocumentPassesWhileItIsBeingSent() throws Exception {
        int half = 10 << 20;
        InputStream slowly = new SequenceInputStream(
                new ByteArrayInputStream(new byte[half]), new AfterTheFirst(leads.begun(), new byte[half]));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/leads/01L/documents"))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + issuer.token("officer.documents"))
                .header(HttpHeaders.CONTENT_TYPE, "multipart/form-data; boundary=b")
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> slowly))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(leads.taken().get(30, TimeUnit.SECONDS)).isEqualTo(2L * half);
    }

    /** Has nothing to read before the other side has begun to. */
    private static final class AfterTheFirst extends ByteArrayInputStream {

        private final CompletableFuture<?> begun;

        AfterTheFirst(CompletableFuture<?> begun, byte[] content) {
            super(content);
            this.begun = begun;
        }

        @Override
        public synchronized int read(byte[] to, int offset, int length) {
            begun.orTimeout(30, TimeUnit.SECONDS).join();
            return super.read(to, offset, length);
        }
    }

    private StatusAssertions upload(int megabytes) {
        MultipartBodyBuilder body = new MultipartBodyBuilder();
        body.part("file", new byte[megabytes * 1024 * 1024]).filename("ledger.xlsx");
        return as("officer.files", http.post().uri("/api/leads/imports"))
                .bodyValue(body.build())
                .exchange()
                .expectStatus();
    }

    @Test
    void strangerReachesTheIntakeWithoutLoginTokenOrSession() {
        http.post()
                .uri("/api/intake/site/strange")
                .header("Cookie", "LODESTONE_SESSION=any")
                .header("Authorization", "Bearer rubbish")
                .header("X-Client-Address", "203.0.113.9")
                .header("Host", "forms.example:8443")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("X-Frame-Options");
        assertThat(leads.seen())
                .filteredOn(request -> request.path().endsWith("/strange"))
                .singleElement()
                .satisfies(request -> assertThat(request.headers())
                        .doesNotContainKeys("Authorization", "Cookie")
                        .containsEntry("X-client-address", List.of("127.0.0.1"))
                        .containsEntry("Host", List.of("forms.example:8443")));
    }

    @Test
    void preflightOfAStrangersFormIsTheServicesToAnswer() {
        http.options()
                .uri("/api/intake/site/preflight")
                .header("Origin", "https://agency.example")
                .header("Access-Control-Request-Method", "POST")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(leads.seen())
                .filteredOn(request -> request.path().endsWith("/preflight"))
                .singleElement()
                .satisfies(request -> assertThat(request.headers()).containsKey("Origin"));
    }

    @Test
    void streamIsPassedOnFrameByFrame() {
        // Held back until the second frame, the first would never come before a second has passed: on a busy machine it
        // is asked for again.
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> firstFrameTook().compareTo(Duration.ofMillis(900)) < 0);
    }

    private Duration firstFrameTook() {
        Instant start = Instant.now();
        String first = as("viewer", http.get().uri("/api/streams/stream"))
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectHeader()
                .valueEquals("X-Accel-Buffering", "no")
                .returnResult(String.class)
                .getResponseBody()
                .blockFirst(Duration.ofSeconds(30));
        assertThat(first).isEqualTo("first");
        return Duration.between(start, Instant.now());
    }

    @Test
    void personReadsTheirOwnWrites() {
        as("officer.reads", http.post().uri("/api/leads"))
                .exchange()
                .expectStatus()
                .isOk();
        as("officer.reads", http.get().uri("/api/leads/list"))
                .exchange()
                .expectStatus()
                .isOk();
        Backend.Seen list = leads.seen().stream()
                .filter(request -> request.path().equals("/api/leads/list"))
                .findFirst()
                .orElseThrow();
        assertThat(list.headers().getFirst("X-Read-After")).isEqualTo("01JD@7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/leads/%00", "/api/leads/..%2f..", "/api/leads/a%5Cb"})
    void whatTheFirewallTurnsAwayIsAProblemToo(String path) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains(" 400 ")
                    .contains("application/problem+json")
                    .contains("/problems/bad-request");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, Accept: garbage",
        "POST, Content-Type: garbage/",
        "POST, Content-Type: application/json;charset=bogus"
    })
    void aTypeThatIsNoneIsABadRequest(String method, String header) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            String request = method
                    + " /api/leads/types HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer "
                    + issuer.token("officer.types") + "\r\n" + header + "\r\nContent-Length: 2\r\n\r\n{}";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains(" 400 ")
                    .contains("/problems/bad-request");
        }
    }

    @Test
    void policyLetsTheLogoutFormReachTheProviderAndNobodyElse() {
        http.get()
                .uri("/actuator/health/liveness")
                .exchange()
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy).endsWith("form-action 'self' " + issuer.uri()));
    }

    @Test
    void innerAddressesOfManagementAreClosed() {
        http.get().uri("/actuator/env").exchange().expectStatus().isUnauthorized();
        http.get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
    }

    private static long times(String path) {
        return leads.seen().stream()
                .filter(request -> request.path().equals(path))
                .count();
    }

    private static <S extends WebTestClient.RequestHeadersSpec<?>> S as(String subject, S request) {
        request.header(HttpHeaders.AUTHORIZATION, "Bearer " + issuer.token(subject));
        return request;
    }
}
