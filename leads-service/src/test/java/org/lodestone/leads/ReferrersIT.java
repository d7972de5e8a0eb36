package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.YANGCHENG;
import static org.lodestone.leads.Api.YUANQU;
import static org.lodestone.leads.Api.manager;
import static org.lodestone.leads.Api.officer;
import static org.lodestone.leads.Companies.brand;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.Api.Answer;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class ReferrersIT {

    private static final String REFERRERS = "/api/referrers";

    private final Api api;
    private final Companies companies;

    @Autowired
    ReferrersIT(WebTestClient http) {
        this.api = new Api(http);
        this.companies = new Companies(api);
    }

    private Answer listed(String token, String name) {
        return api.get(token, REFERRERS + "?q=" + name);
    }

    /** The rows behind a figure. */
    private Set<String> rows(String open) {
        // The client encodes once more.
        String path = "/api" + URLDecoder.decode(open, StandardCharsets.UTF_8);
        return Set.copyOf(api.get(officer(), path).texts("items", "id"));
    }

    @Test
    void whatCameOfTheLeadsTheyBroughtOpensExactlyItsRows() {
        String name = "商会" + brand();
        String won = brought(manager(), name);
        String other = brought(officer(), name);
        String merged = brought(manager(), name);
        companies.convert(won);
        String into = companies.lead(manager(), YUANQU, brand() + "有限公司", null).id();
        assertThat(api.post(manager(), "/api/leads/" + into + "/merges", "{\"from\":\"" + merged + "\"}")
                        .status())
                .isEqualTo(202);

        // What was merged is continued, with its referrer, by what took it in.
        Answer list = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> listed(officer(), name),
                        now -> rows(now.text("/items/0/conversion/open/denominator"))
                                .equals(Set.of(won, other, into)));

        assertThat(list.body().path("items").size()).isEqualTo(1);
        assertThat(list.body().at("/items/0").has("id")).isFalse();
        assertThat(list.body().at("/items/0/leads").asInt()).isEqualTo(3);
        assertThat(list.body().at("/items/0/conversion/numerator").asInt()).isEqualTo(1);
        assertThat(list.text("/items/0/conversion/value")).isEqualTo("0.3333");
        assertThat(rows(list.text("/items/0/conversion/open/numerator"))).containsExactly(won);
        assertThat(list.text("/cutOff")).isNotBlank();
    }

    @Test
    void aNameWithACommaOpensItsRowsAndNoOthers() {
        String part = brand();
        String name = part + ",分会";
        String theirs = brought(officer(), name);
        brought(officer(), part);

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Answer list = listed(officer(), "分会");
            String open = list.body()
                    .path("items")
                    .valueStream()
                    .filter(one -> name.equals(one.path("name").asString()))
                    .map(one -> one.at("/conversion/open/denominator").asString())
                    .findFirst()
                    .orElse("/leads?limit=1");
            assertThat(rows(open)).containsExactly(theirs);
        });
    }

    private String brought(String token, String referrer) {
        return companies.lead(token, YUANQU, brand() + "有限公司", null, referrer).id();
    }

    @Test
    void aTermIsKeptAndRunsUntilItsLastDay() {
        String name = "银行" + brand();
        Answer made = api.post(
                manager(), REFERRERS, "{\"name\":\"" + name + "\",\"from\":\"2020-01-01\",\"until\":\"2020-12-31\"}");

        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        assertThat(made.body().path("current").asBoolean(true)).isFalse();
        assertThat(made.body().path("conversion").has("value")).isFalse();
        Answer changed = api.put(manager(), REFERRERS + "/" + made.id(), "{\"from\":\"2020-01-01\",\"note\":\"续聘\"}");
        assertThat(changed.body().path("current").asBoolean()).isTrue();
        assertThat(changed.body().has("until")).isFalse();
        assertThat(listed(officer(), name).text("/items/0/note")).isEqualTo("续聘");
        companies.lead(manager(), YUANQU, brand() + "有限公司", null, name);
        assertThat(listed(officer(), name).body().at("/items/0/leads").asInt()).isEqualTo(1);
        assertThat(listed(officer(), name).text("/items/0/id")).isEqualTo(made.id());
    }

    @Test
    void aReferrerIsKeptOnceAndStaysWhoItIs() {
        String name = "律所" + brand();
        String body = "{\"name\":\"" + name + "\"}";
        Answer made = api.post(manager(), REFERRERS, body);

        assertThat(api.post(manager(), REFERRERS, body).id()).isEqualTo(made.id());
        Answer other = api.post(manager(), REFERRERS, body.replace("}", ",\"note\":\"另一个\"}"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("/detail")).contains(name);
        String path = REFERRERS + "/" + made.id();
        assertThat(api.put(manager(), path, "{\"name\":\"别的\"}").texts("errors", "code"))
                .containsExactly("read-only");
        assertThat(api.put(manager(), path, "{\"from\":\"2026-02-02\",\"until\":\"2026-02-01\"}")
                        .texts("errors", "field"))
                .containsExactly("until");
        assertThat(api.put(Tokens.of("manager.yangcheng", Role.MANAGER, YANGCHENG), path, "{}")
                        .status())
                .isEqualTo(404);
        assertThat(api.post(manager(), REFERRERS, "{}").texts("errors", "field"))
                .containsExactly("name");
        assertThat(api.post(manager(), REFERRERS, "{\"name\":\"x\",\"zone\":\"140522\"}")
                        .status())
                .isEqualTo(403);
    }
}
