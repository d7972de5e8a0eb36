package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.name;
import static org.lodestone.leads.Api.officer;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.leads.Api.Answer;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class BadInputIT {

    private final Api api;

    @Autowired
    BadInputIT(WebTestClient http) {
        this.api = new Api(http);
    }

    @Test
    void everyMissingFieldIsNamedAtOnce() {
        Answer refused = api.post(officer(), "/api/leads", "{\"zone\":\"140827\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/type")).isEqualTo("/problems/invalid-request");
        assertThat(refused.texts("errors", "field")).containsExactlyInAnyOrder("name", "source.channel", "receivedOn");
        assertThat(refused.texts("errors", "message")).allMatch("必填"::equals);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("surprise", "\"surprise\":1"),
                Arguments.of("content", "\"content\":5"),
                Arguments.of(
                        "investment.planned.value", "\"investment\":{\"planned\":{\"value\":12,\"unit\":\"CNY\"}}"),
                Arguments.of(
                        "investment.planned.unit", "\"investment\":{\"planned\":{\"value\":\"12\",\"unit\":\"USD\"}}"),
                Arguments.of("content", "\"content\":\"a\\u0000b\""),
                Arguments.of("investor.uscc", "\"investor\":{\"uscc\":\"11010519491231002X\"}"),
                Arguments.of("investor.uscc", "\"investor\":{\"uscc\":\"123\"}"),
                Arguments.of("assignment.owner", "\"assignment\":{\"sponsor\":\"nobody\",\"owner\":7}"),
                Arguments.of("nextAction.on", "\"nextAction\":{\"what\":\"x\"}"),
                Arguments.of("expected.jobs", "\"expected\":{\"jobs\":-1}"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamed(String field, String json) {
        String body =
                "{\"name\":\"%s\",\"zone\":\"140827\",\"source\":{\"channel\":\"EVENT\"},\"receivedOn\":\"2026-01-05\",%s}"
                        .formatted(name(), json);
        Answer refused = api.post(officer(), "/api/leads", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.texts("errors", "field")).contains(field);
    }

    @Test
    void theFutureAndAnEndlessNameAreRefusedTogether() {
        String body = Api.lead("名".repeat(10_000)).replace("2026-01-05", "2199-01-01");
        Answer refused = api.post(officer(), "/api/leads", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.texts("errors", "field")).contains("name", "receivedOn");
    }

    @Test
    void brokenJsonIsRefusedWithoutATrace() {
        List<byte[]> bodies = List.of(
                bytes("{\"name\":"),
                bytes("{\"name\":\"a\",\"name\":\"b\"}"),
                bytes("[".repeat(10_000)),
                bytes("{\"a\":".repeat(10_000)),
                new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'});
        for (byte[] body : bodies) {
            Answer refused = api.send(HttpMethod.POST, officer(), "/api/leads", body, Map.of());
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().toString()).doesNotContain("Exception").doesNotContain("org.lodestone");
        }
    }

    @Test
    void twoMegabytesAreTooMuch() {
        String body = Api.lead(name()).replace("}]}", "}],\"content\":\"" + "x".repeat(2_000_000) + "\"}");

        assertThat(api.post(officer(), "/api/leads", body).status()).isEqualTo(413);
    }

    @Test
    void aWrongCheckDigitWarns() {
        String body = Api.lead(name()).replace("\"investor\":{", "\"investor\":{\"uscc\":\"91140827MA0DEM0130\",");
        Answer lead = api.post(officer(), "/api/leads", body);

        assertThat(lead.status()).isEqualTo(201);
        assertThat(lead.body().at("/investor/usccValid").asBoolean(true)).isFalse();
    }

    @Test
    void whatThePatchMayNotTouchIsNamed() {
        String path = "/api/leads/" + api.captured(officer(), name()).id();
        Answer refused = api.patch(
                officer(),
                path,
                "{\"zone\":\"140522\",\"version\":9,\"createdBy\":\"x\",\"state\":\"INTENT\",\"id\":\"1\",\"number\":\"2\"}",
                1);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.texts("errors", "field"))
                .containsExactlyInAnyOrder("zone", "version", "createdBy", "state", "id", "number");
    }

    @Test
    void wordsComeInTheLanguageAskedFor() {
        Answer refused = api.send(
                HttpMethod.POST, officer(), "/api/leads", "{\"zone\":\"140827\"}", Map.of("Accept-Language", "en"));

        assertThat(refused.texts("errors", "message")).noneMatch("必填"::equals);
    }

    @Test
    void tokensThatProveNothingAreRefused() {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(Tokens.issuer())
                .audience(Tokens.AUDIENCE)
                .subject("officer.yuanqu")
                .claim("roles", List.of("officer"))
                .claim("zones", List.of("140827"))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .build();
        List<String> tokens = List.of(
                new PlainJWT(claims).serialize(),
                Tokens.sign(claims, Tokens.key("another")),
                Tokens.signed(token -> token.subject("officer.yuanqu").audience("somebody-else")),
                Tokens.signed(token -> token.subject("officer.yuanqu")
                        .expirationTime(Date.from(Instant.now().minusSeconds(600)))),
                "garbage");

        assertThat(api.send(HttpMethod.GET, null, "/api/leads", (String) null, Map.of())
                        .status())
                .isEqualTo(401);
        assertThat(tokens)
                .allSatisfy(token ->
                        assertThat(api.get(token, "/api/leads").status()).isEqualTo(401));
    }

    @Test
    void aListParameterNobodyKnowsIsNotIgnored() {
        assertThat(api.get(officer(), "/api/leads?stat=NEW").texts("errors", "field"))
                .containsExactly("stat");
        assertThat(api.get(
                                officer(),
                                "/api/leads?stat=NEW&light=BLUE&receivedFrom=soon&sort=name&facets=x&amountTo=a&limit=many")
                        .texts("errors", "field"))
                .containsExactlyInAnyOrder("stat", "light", "receivedFrom", "sort", "facets", "amountTo", "limit");
        assertThat(api.get(officer(), "/api/leads?cursor=garbage").status()).isEqualTo(400);
        assertThat(api.get(officer(), "/api/leads?limit=201").status()).isEqualTo(400);
        assertThat(api.get(officer(), "/api/leads?q=" + "x".repeat(5000)).status())
                .isEqualTo(400);
    }

    @Test
    void aStrangerCannotBeNamedOwner() {
        String body = Api.lead(name()).replaceFirst("\\{", "{\"assignment\":{\"owner\":\"officer.yangcheng\"},");

        assertThat(api.post(officer(), "/api/leads", body).status()).isEqualTo(403);
        Answer refused = api.post(Api.as(Role.MANAGER), "/api/leads", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.texts("errors", "field")).containsExactly("assignment.owner");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
