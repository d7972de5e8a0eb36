package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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
class ZoneSettingsIT {

    private final Api api;
    private final String path;

    @Autowired
    ZoneSettingsIT(WebTestClient http, ApplicationContext service) {
        this.api = new Api(http);
        this.path = "/api/zone-settings/" + OwnZone.in(service).id();
    }

    @Test
    void aZoneBeginsWithWhatIsShippedAndEveryVersionIsKept() {
        String admin = Api.as(Role.ADMIN);
        Answer first = api.get(admin, path);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("/assessment/floors/intensity")).isEqualTo("200");
        long version = first.body().path("version").asLong();
        assertThat(Api.header(first, "ETag")).isEqualTo("\"" + version + "\"");

        Answer changed = put(admin, path, body(first, 120), version);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("version").asLong()).isEqualTo(version + 1);
        assertThat(put(admin, path, body(first, 120), version)
                        .body()
                        .path("version")
                        .asLong())
                .isEqualTo(version + 1);
        assertThat(put(admin, path, body(first, 30), version).status()).isEqualTo(412);
        assertThat(api.put(admin, path, body(first, 30)).status()).isEqualTo(428);
        assertThat(api.get(admin, path + "?version=" + version)
                        .body()
                        .path("registrationDays")
                        .asInt())
                .isEqualTo(90);
        assertThat(api.get(admin, path).body().path("registrationDays").asInt()).isEqualTo(120);
        assertThat(api.get(admin, path + "/versions").texts("items", "version"))
                .startsWith(Long.toString(version + 1), Long.toString(version));
        assertThat(api.get(admin, path + "?version=99").status()).isEqualTo(404);
    }

    @Test
    void everyMistakeIsAnsweredAtOnce() {
        String admin = Api.as(Role.ADMIN);
        Answer refused = put(admin, path, """
                {"registrationDays":0,"assessment":{"proceedFrom":500,"rejectBelow":0,"factors":[{"code":"AMOUNT","weight":10}],
                 "floors":{"intensity":200},"nonsense":1}}""", 1);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.texts("errors", "field"))
                .contains(
                        "registrationDays",
                        "assessment.proceedFrom",
                        "assessment.factors",
                        "assessment.factors[0].bands",
                        "assessment.floors.intensity",
                        "assessment.nonsense");
    }

    @Test
    void ofManyWritersOfOneVersionOneWins() throws Exception {
        Answer first = api.get(Api.as(Role.ADMIN), path);
        List<Callable<Answer>> writers = IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(i -> () -> put(
                        Api.as(Role.ADMIN),
                        path,
                        body(first, 100 + i),
                        first.body().path("version").asLong()))
                .toList();

        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Integer> statuses = threads.invokeAll(writers).stream()
                    .map(Future::resultNow)
                    .map(Answer::status)
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(200, 412, 412, 412, 412, 412, 412, 412);
        }
    }

    @Test
    void anotherZonesSettingsAreNotThere() {
        String stranger = Tokens.of("officer.yuanqu", Role.OFFICER, "140827");

        assertThat(api.get(stranger, path).status()).isEqualTo(404);
        assertThat(api.get(stranger, path + "/versions").status()).isEqualTo(404);
        assertThat(api.get(Api.as(Role.ADMIN), "/api/zone-settings/999999").status())
                .isEqualTo(404);
    }

    private Answer put(String token, String path, String body, long version) {
        return api.send(HttpMethod.PUT, token, path, body, Map.of("If-Match", "\"" + version + "\""));
    }

    private static String body(Answer settings, int days) {
        ObjectNode body = (ObjectNode) settings.body().deepCopy();
        body.remove(List.of("zone", "version", "at", "by"));
        return body.put("registrationDays", days).toString();
    }
}
