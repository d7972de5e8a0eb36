package org.lodestone.leads.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.Api;
import org.lodestone.leads.Api.Answer;
import org.lodestone.leads.directory.OwnZone;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A rule of assignment is kept only if somebody can get something by it. */
@ServiceTest
class RulesIT {

    private static final String RULES = "/api/assignment-rules";
    private static final String ADMIN = Api.as(Role.ADMIN);

    private final Api api;
    private final OwnZone zone;

    @Autowired
    RulesIT(WebTestClient http, ApplicationContext service) {
        this.api = new Api(http);
        this.zone = OwnZone.in(service);
    }

    @Test
    void whatTheDirectoryDoesNotHaveIsRefusedTogetherWithEverythingElseThatIsWrong() {
        String elsewhere = api.get(ADMIN, "/api/directory/parks").text("/items/0/id");
        String body = """
                {"zone":"%s","name":" ","by":"ROUND_ROBIN","capacity":0,
                 "when":{"parks":["%s","no-park"],"chains":["no-chain"],"channels":["SMOKE"],"amountFrom":"-1","amountTo":"0"},
                 "to":["officer.yuanqu","nobody.at.all","viewer","%s"]}""".formatted(zone.id(), elsewhere, zone.name(Role.OFFICER));

        Answer refused = api.post(ADMIN, RULES, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.texts("errors", "field"))
                .containsExactlyInAnyOrder(
                        "name",
                        "capacity",
                        "when.parks",
                        "when.chains",
                        "when.channels",
                        "when.amountFrom",
                        "when.amountTo",
                        "to",
                        "to");
        assertThat(refused.texts("errors", "message"))
                .contains(
                        "该开发区的目录中没有：" + elsewhere + ", no-park",
                        "目录中没有：no-chain",
                        "该开发区的目录中没有：officer.yuanqu, nobody.at.all",
                        "角色不能负责线索：viewer");
        assertThat(inEnglish(body).texts("errors", "message"))
                .contains(
                        "not in the directory of this zone: " + elsewhere + ", no-park",
                        "not in the directory: no-chain",
                        "their roles own no leads: viewer");
        assertThat(api.get(ADMIN, RULES + "?zone=" + zone.id()).texts("items", "id"))
                .isEmpty();
    }

    @Test
    void withoutAZoneTheRestIsSaidAllTheSame() {
        for (String start : new String[] {"{", "{\"zone\":\"000000\","}) {
            Answer refused = api.post(
                    ADMIN,
                    RULES,
                    start + "\"by\":\"ROUND_ROBIN\",\"to\":[\"officer.yuanqu\"],\"when\":{\"chains\":[\"no-chain\"]}}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.texts("errors", "field"))
                    .as(start)
                    .containsExactlyInAnyOrder("zone", "name", "when.chains");
        }
    }

    /** Nobody corrects one thing to be told the next. */
    @Test
    void whatCannotBeReadDoesNotHideWhatElseIsWrong() {
        Answer refused = api.post(
                ADMIN,
                RULES,
                "{\"zone\":\"" + zone.id()
                        + "\",\"capacity\":\"twenty\",\"when\":{\"amountFrom\":\"-1\",\"amountTo\":\"abc\"}}");

        assertThat(refused.texts("errors", "field"))
                .containsExactlyInAnyOrder("capacity", "when.amountTo", "when.amountFrom", "name", "to", "by");
    }

    @Test
    void anUpperBoundIsAboveTheLowerOne() {
        assertThat(amounts("\"amountFrom\":\"500\",\"amountTo\":\"499.99\"").text("/errors/0/field"))
                .isEqualTo("when.amountTo");
        assertThat(amounts("\"amountFrom\":\"0\",\"amountTo\":\"500\"").status())
                .isEqualTo(201);
    }

    @Test
    void whatTheDirectoryHasIsKeptAndMayStayAfterItLeftTheDirectory() {
        String park = zone.park();
        String chain = api.get(ADMIN, "/api/directory/chains").text("/items/0/id");
        String leaving = "officer.leaving." + zone.id();
        works(leaving, zone.id());
        String body = rule("\"parks\":[\"" + park + "\"],\"chains\":[\"" + chain + "\"]", leaving);
        Answer made = api.post(ADMIN, RULES, body);
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);

        works(leaving, Api.YANGCHENG);
        String path = RULES + "/" + made.id();
        // Put in another order, as the page does it: the whole rule, with a place.
        assertThat(api.put(ADMIN, path, body.replaceFirst("\\{", "{\"position\":0,"))
                        .status())
                .isEqualTo(200);
        assertThat(api.put(ADMIN, path, rule("\"parks\":[\"other\"]", leaving)).texts("errors", "field"))
                .containsExactly("when.parks");
        assertThat(api.put(ADMIN, path, rule("", zone.name(Role.OFFICER))).status())
                .isEqualTo(200);
        assertThat(api.put(ADMIN, path, rule("", leaving)).texts("errors", "field"))
                .containsExactly("to");
    }

    private Answer amounts(String amounts) {
        return api.post(ADMIN, RULES, rule(amounts, zone.name(Role.OFFICER)));
    }

    private String rule(String when, String to) {
        return "{\"zone\":\"" + zone.id() + "\",\"name\":\"规则\",\"when\":{" + when + "},\"to\":[\"" + to
                + "\"],\"by\":\"LEAST_LOADED\",\"active\":false}";
    }

    private Answer inEnglish(String body) {
        return api.send(HttpMethod.POST, ADMIN, RULES, body, Map.of("Accept-Language", "en"));
    }

    private void works(String person, String where) {
        String body =
                "{\"name\":\"" + person + "\",\"roles\":[\"officer\"],\"zones\":[\"" + where + "\"],\"head\":false}";
        assertThat(api.put(ADMIN, "/api/directory/people/" + person, body).status())
                .isIn(200, 201);
    }
}
