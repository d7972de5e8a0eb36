package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.YUANQU;
import static org.lodestone.leads.Api.manager;
import static org.lodestone.leads.Api.name;
import static org.lodestone.leads.Api.officer;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.leads.Api.Answer;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Contacts behind their masks, and follow-ups put right. */
@ServiceTest
class PrivacyIT {

    private static final String REASON = "{\"reason\":\"约见项目负责人\"}";

    private final Api api;

    @Autowired
    PrivacyIT(WebTestClient http) {
        this.api = new Api(http);
    }

    @Test
    void aMaskedValueSentBackChangesNothing() {
        Answer lead = api.captured(manager(), name());
        String path = "/api/leads/" + lead.id();
        Answer seen = api.get(officer(), path);
        assertThat(seen.text("/contacts/0/phone")).isEqualTo("138****5678");
        assertThat(seen.text("/contacts/0/email")).isEqualTo("l****@example.com");

        String back = "{\"contacts\":" + seen.body().path("contacts") + ",\"keyTerms\":\"用电优惠\"}";
        Answer revised = api.patch(manager(), path, back, 1);

        assertThat(revised.status()).isEqualTo(200);
        assertThat(revised.text("/contacts/0/phone")).isEqualTo("13812345678");
        assertThat(revised.text("/contacts/0/email")).isEqualTo("lead@example.com");
        assertThat(api.get(manager(), path + "/history").body().toString()).doesNotContain("****");
    }

    @Test
    void whoIsToldOfNoContactsIsToldOfNoneThatWere() {
        Answer lead = api.captured(manager(), name());
        String path = "/api/leads/" + lead.id();
        api.patch(manager(), path, "{\"contacts\":[{\"name\":\"周继任\",\"phone\":\"13912340000\"}]}", 1);

        String history = api.get(Api.as(Role.VIEWER), path + "/history").body().toString();

        assertThat(history).contains("contacts").doesNotContain("项目负责人", "周继任", "138****5678", "139****0000");
        assertThat(api.get(officer(), path + "/history").body().toString()).contains("周继任", "139****0000");
    }

    @Test
    void aMaskedValueOfAnotherContactIsRefused() {
        Answer lead = api.captured(manager(), name());

        Answer refused = api.patch(
                manager(),
                "/api/leads/" + lead.id(),
                "{\"contacts\":[{\"name\":\"新联系人\",\"phone\":\"138****5678\",\"email\":\"l****@example.com\"}]}",
                1);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.texts("errors", "code")).containsExactly("masked", "masked");
        assertThat(refused.texts("errors", "message").getFirst()).contains("遮盖");
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER, 201, 403",
        "MANAGER, 201, 403",
        "LEADER, 201, 403",
        "CITY, 403, 403",
        "VIEWER, 403, 403",
        "ADMIN, 403, 200"
    })
    void unmaskingIsForThoseWhoWorkWithTheLead(Role role, int unmask, int log) {
        Answer lead = api.captured(manager(), name());
        String contact = lead.text("/contacts/0/id");
        String path = "/api/leads/" + lead.id() + "/contacts/" + contact + "/unmaskings";

        assertThat(api.post(Api.as(role), path, REASON).status()).isEqualTo(unmask);
        assertThat(api.get(Api.as(role), "/api/personal-data/unmaskings?lead=" + lead.id())
                        .status())
                .isEqualTo(log);
    }

    @Test
    void whoLookedAndWhyIsWrittenDown() {
        Answer lead = api.captured(manager(), name());
        String contact = lead.text("/contacts/0/id");
        String path = "/api/leads/" + lead.id() + "/contacts/" + contact + "/unmaskings";
        String elsewhere = Tokens.of("manager.yangcheng", Role.MANAGER, Api.YANGCHENG);

        assertThat(api.post(officer(), path, "{}").status()).isEqualTo(400);
        assertThat(api.post(elsewhere, path, REASON).status()).isEqualTo(404);
        assertThat(api.post(officer(), path.replace(contact, "none"), REASON).status())
                .isEqualTo(404);
        assertThat(api.post(officer(), path, REASON).text("/contact/phone")).isEqualTo("13812345678");

        Answer log = api.get(Api.as(Role.ADMIN), "/api/personal-data/unmaskings?lead=" + lead.id());
        assertThat(log.texts("items", "by")).containsExactly("officer.yuanqu");
        assertThat(log.texts("items", "reason")).containsExactly("约见项目负责人");
        assertThat(log.texts("items", "zone")).containsExactly(YUANQU);
        assertThat(log.body().toString()).doesNotContain("13812345678");
    }

    @Test
    void anAuthorPutsAFollowUpRightAndTheHistoryKeepsBoth() {
        Answer lead = api.captured(officer(), name());
        String path = "/api/leads/" + lead.id() + "/follow-ups";
        Answer first = api.post(
                officer(),
                path,
                "{\"kind\":\"CALL\",\"summary\":\"谈用电\",\"nextAction\":{\"what\":\"回电\",\"on\":\"2030-01-05\"}}");
        String one = path + "/" + first.id();

        Answer edited = send(
                HttpMethod.PATCH,
                officer(),
                one,
                "{\"summary\":\"谈用地\",\"nextAction\":{\"what\":\"来访\",\"on\":\"2030-01-09\"}}");

        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.text("/summary")).isEqualTo("谈用地");
        assertThat(api.get(officer(), "/api/leads/" + lead.id()).text("/nextAction/what"))
                .isEqualTo("来访");
        Answer history = api.get(officer(), "/api/leads/" + lead.id() + "/history");
        assertThat(history.text("/items/0/kind")).isEqualTo("follow-up-changed");
        assertThat(history.body().at("/items/0/changes").toString())
                .contains("谈用电")
                .contains("谈用地");
    }

    @Test
    void othersAndReadersCannotChangeAFollowUp() {
        Answer lead = api.captured(officer(), name());
        String path = "/api/leads/" + lead.id() + "/follow-ups";
        String one = path + "/"
                + api.post(officer(), path, "{\"kind\":\"CALL\",\"summary\":\"谈用电\"}")
                        .id();

        assertThat(send(HttpMethod.PATCH, manager(), one, "{\"summary\":\"x\"}").text("/type"))
                .isEqualTo("/problems/follow-up-not-yours");
        for (Role role : new Role[] {Role.CITY, Role.VIEWER, Role.ADMIN}) {
            assertThat(send(HttpMethod.PATCH, Api.as(role), one, "{\"summary\":\"x\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(send(HttpMethod.DELETE, Api.as(role), one, null).status())
                    .isEqualTo(403);
        }
        String elsewhere = Tokens.of("officer.yangcheng", Role.OFFICER, Api.YANGCHENG);
        assertThat(send(HttpMethod.DELETE, elsewhere, one, null).status()).isEqualTo(404);
        assertThat(send(HttpMethod.PATCH, officer(), one, "{\"by\":\"somebody\"}")
                        .status())
                .isEqualTo(400);

        assertThat(send(HttpMethod.DELETE, officer(), one, null).status()).isEqualTo(204);
        assertThat(send(HttpMethod.DELETE, officer(), one, null).status()).isEqualTo(404);
        assertThat(api.get(officer(), path).body().path("items").size()).isZero();
        assertThat(api.get(officer(), "/api/leads/" + lead.id() + "/history").text("/items/0/kind"))
                .isEqualTo("follow-up-removed");
    }

    @Test
    void aHistorySaysWhetherItIsIntact() {
        String path = "/api/leads/" + api.captured(officer(), name()).id();
        api.patch(officer(), path, "{\"keyTerms\":\"用电优惠\"}", 1);

        Answer verified = api.get(officer(), path + "/history?verify=true");

        assertThat(verified.body().path("intact").asBoolean()).isTrue();
        assertThat(verified.body().path("checked").asInt()).isEqualTo(2);
        String elsewhere = Tokens.of("manager.yangcheng", Role.MANAGER, Api.YANGCHENG);
        assertThat(api.get(elsewhere, path + "/history?verify=true").status()).isEqualTo(404);
        assertThat(api.get(Api.as(Role.ADMIN), path + "/history?verify=true").status())
                .isEqualTo(403);
    }

    private Answer send(HttpMethod method, String token, String path, @org.jspecify.annotations.Nullable String body) {
        return api.send(method, token, path, body, Map.of());
    }
}
