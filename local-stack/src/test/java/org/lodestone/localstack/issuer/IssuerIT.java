package org.lodestone.localstack.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.localstack.ChildProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuerIT {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final int port = ChildProcess.freePort();
    private IssuerFolder folder;
    private Process issuer;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = new IssuerFolder(temporary.resolve("issuer"));
        issuer = new ProcessBuilder(ChildProcess.command(
                        IssuerProcess.class,
                        java.util.List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"),
                        java.util.List.of(folder.path().toString(), Integer.toString(port), "8080")))
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("issuer.log").toFile())
                .start();
        while (!serves()) {
            assertThat(issuer.isAlive()).as("the issuer starts").isTrue();
            Thread.sleep(100);
        }
    }

    @AfterAll
    void stop() throws Exception {
        issuer.destroyForcibly().waitFor();
    }

    @Test
    void theCommandLineGetsATokenOfAUser() throws Exception {
        JsonNode claims = claims(userToken("lodestone-cli", folder.cliSecret(), "officer.yuanqu"));
        assertThat(claims.path("sub").asString()).isEqualTo("officer.yuanqu");
        assertThat(claims.path("aud").asString()).isEqualTo("lodestone");
        assertThat(claims.path("roles").toString()).isEqualTo("[\"officer\"]");
        assertThat(claims.path("zones").toString()).isEqualTo("[\"140827\"]");
        assertThat(claims.has("parks")).isFalse();
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(8 * 3600);
    }

    @Test
    void nobodyElseGetsOne() throws Exception {
        assertThat(userToken("lodestone-cli", "wrong", "admin").statusCode()).isEqualTo(401);
        assertThat(userToken("lodestone-cli", folder.cliSecret(), "nobody").statusCode())
                .isEqualTo(400);
        assertThat(userToken("lodestone-web", folder.webSecret(), "admin").statusCode())
                .isEqualTo(400);
        String program = "program.yuanqu";
        assertThat(userToken(program, folder.programSecret(program), "admin").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aProgramsTokenCarriesItsZoneAndScopesAndNoRole() throws Exception {
        String program = "program.yuanqu";
        JsonNode claims = claims(token(
                program,
                folder.programSecret(program),
                Map.of("grant_type", "client_credentials", "scope", "leads.read events.read")));
        assertThat(claims.path("client").asString()).isEqualTo(program);
        assertThat(claims.path("zones").toString()).isEqualTo("[\"140827\"]");
        assertThat(claims.path("scope").toString()).contains("leads.read").doesNotContain("leads.write");
        assertThat(claims.has("roles")).isFalse();
    }

    @Test
    void theLoginPageSpeaksChineseAndEnglish() throws Exception {
        assertThat(page("/login")).contains("lang=\"zh-CN\"", "招商引资管理系统").doesNotContain("{{");
        assertThat(page("/login?lang=en")).contains("lang=\"en\"", "Sign in").doesNotContain("{{");
    }

    @Test
    void secretsAreReadableByTheirOwnerOnly() throws Exception {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.path().resolve("cli.secret"))))
                .isEqualTo("rw-------");
    }

    private boolean serves() {
        try {
            return page("/oauth2/jwks").contains("keys");
        } catch (java.io.IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String page(String path) throws java.io.IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private HttpResponse<String> userToken(String client, String secret, String user) throws Exception {
        return token(client, secret, Map.of("grant_type", "urn:lodestone:grant:user", "user", user));
    }

    private HttpResponse<String> token(String client, String secret, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String credentials =
                Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/oauth2/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode claims(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        String token = json.readTree(response.body()).path("access_token").asString();
        return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
