package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.YANGCHENG;
import static org.lodestone.leads.Api.YUANQU;
import static org.lodestone.leads.Api.manager;
import static org.lodestone.leads.Api.name;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lodestone.leads.Api.Answer;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.Tokens;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The part of the matrix that is about people's data, ledgers and the directory. */
abstract class FurtherMatrix extends WalkedMatrix {

    private static @Nullable String erasure;
    private static final String COLLEAGUE = Tokens.of("manager.other", Role.MANAGER, YUANQU);

    private final Ledgers ledgers;

    FurtherMatrix(WebTestClient unwatched) {
        super(unwatched);
        this.ledgers = new Ledgers(http);
    }

    private int delete(String token, String path) {
        return api.send(HttpMethod.DELETE, token, path, (String) null, Map.of()).status();
    }

    private int patch(String token, String path, String body) {
        return api.send(HttpMethod.PATCH, token, path, body, Map.of()).status();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void theDirectory(Role role) {
        String token = Api.as(role);
        String elsewhere = Tokens.of("stranger", role, YANGCHENG);
        for (String part : List.of("zones", "parks", "people", "chains", "calendar")) {
            assertThat(api.get(token, "/api/directory/" + part).status()).isEqualTo(200);
        }
        assertThat(api.get(elsewhere, "/api/directory/people").texts("items", "id"))
                .contains("manager.yangcheng")
                .doesNotContain("manager.yuanqu");
        // What it refuses an administrator of every zone for is the body alone.
        String body = "{\"holidays\":[\"2027-01-01\"],\"provisional\":true}";
        boolean admin = role == Role.ADMIN;
        assertThat(api.put(token, "/api/directory/calendar/2031", body).status())
                .isEqualTo(admin ? 400 : 403);
        assertThat(api.put(elsewhere, "/api/directory/calendar/2031", body).status())
                .isEqualTo(403);
        String person = "{\"name\":\"x\",\"roles\":[\"officer\"],\"zones\":[\"140827\"],\"head\":false}";
        assertThat(api.put(elsewhere, "/api/directory/people/officer.elsewhere", person)
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER, 201, 404",
        "MANAGER, 201, 404",
        "LEADER,  201, 404",
        "CITY,    403, 403",
        "VIEWER,  403, 403",
        "ADMIN,   403, 403"
    })
    void ledgersOfSomebodyElse(Role role, int send, int theirs) throws Exception {
        String token = Api.as(role);
        byte[] file = Ledgers.xlsx(List.of(Ledgers.row(Ledgers.brand())));
        String elsewhere = Tokens.of("stranger", role, YANGCHENG);

        Answer own = ledgers.send(token, "a.xlsx", file);
        assertThat(own.status()).isEqualTo(send);
        assertThat(ledgers.send(elsewhere, "a.xlsx", file).status()).isEqualTo(403);
        assertThat(api.get(token, Ledgers.IMPORTS).status()).isEqualTo(send == 201 ? 200 : 403);
        String path =
                Ledgers.IMPORTS + "/" + ledgers.send(COLLEAGUE, "b.xlsx", file).id();
        String columns = "{\"columns\":[{\"header\":\"线索名称\",\"field\":\"name\"}]}";
        for (String asking : List.of(token, elsewhere)) {
            assertThat(api.get(asking, path).status()).isEqualTo(theirs);
            assertThat(api.get(asking, path + "/rows").status()).isEqualTo(theirs);
            assertThat(api.status(asking, path + "/refused-rows.xlsx")).isEqualTo(theirs);
            assertThat(api.put(asking, path + "/columns", columns).status()).isEqualTo(theirs);
            assertThat(api.put(asking, path + "/rows/2", "{\"decision\":\"SKIP\"}")
                            .status())
                    .isEqualTo(theirs);
            assertThat(api.post(asking, path + "/run", "{}").status()).isEqualTo(theirs);
            assertThat(api.post(asking, path + "/undo", "{}").status()).isEqualTo(theirs);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void followUpsOfSomebodyElse(Role role) {
        String path = "/api/leads/" + api.captured(manager(), name()).id() + "/follow-ups";
        String said = path + "/"
                + api.post(COLLEAGUE, path, "{\"kind\":\"CALL\",\"summary\":\"x\"}")
                        .id();
        String elsewhere = Tokens.of("stranger", role, YANGCHENG);
        boolean writes = List.of(Role.OFFICER, Role.MANAGER, Role.LEADER).contains(role);

        assertThat(patch(Api.as(role), said, "{\"summary\":\"y\"}")).isEqualTo(403);
        assertThat(delete(Api.as(role), said)).isEqualTo(403);
        assertThat(patch(elsewhere, said, "{\"summary\":\"y\"}")).isEqualTo(writes ? 404 : 403);
        assertThat(delete(elsewhere, said)).isEqualTo(writes ? 404 : 403);
        assertThat(api.get(manager(), path).texts("items", "summary")).containsExactly("x");
    }

    @ParameterizedTest
    @CsvSource({"OFFICER, 403", "MANAGER, 204", "LEADER, 204", "CITY, 403", "VIEWER, 403", "ADMIN, 403"})
    void takingBackWhatWasToldApart(Role role, int back) {
        String one = api.captured(manager(), name()).id();
        String other = api.captured(manager(), name()).id();
        String path = "/api/leads/" + one + "/non-duplicates";
        api.post(manager(), path, "{\"other\":\"" + other + "\"}");

        assertThat(delete(Tokens.of("stranger", role, YANGCHENG), path + "/" + other))
                .isEqualTo(back == 204 || role == Role.OFFICER ? 404 : 403);
        assertThat(delete(Api.as(role), path + "/" + other)).isEqualTo(back);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER, 201, 403",
        "MANAGER, 201, 403",
        "LEADER,  201, 403",
        "CITY,    403, 403",
        "VIEWER,  403, 403",
        "ADMIN,   403, 200"
    })
    void lookingBehindTheMask(Role role, int unmask, int log) {
        Answer lead = api.captured(manager(), name());
        String path = "/api/leads/" + lead.id() + "/contacts/" + lead.text("/contacts/0/id") + "/unmaskings";
        String why = "{\"reason\":\"约见\"}";

        assertThat(api.post(Api.as(role), path, why).status()).isEqualTo(unmask);
        assertThat(api.post(Tokens.of("stranger", role, YANGCHENG), path, why).status())
                .isEqualTo(unmask == 201 ? 404 : 403);
        assertThat(api.get(Api.as(role), "/api/personal-data/unmaskings").status())
                .isEqualTo(log);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void dataOfAPerson(Role role) {
        String path = "/api/personal-data/";
        String body = "{\"phones\":[\"17700000001\"],\"reason\":\"来函\"}";
        boolean may = role == Role.ADMIN;
        String ofOneZone = Tokens.of("somebody", role, YUANQU);
        for (String what : List.of("searches", "exports", "erasures")) {
            int done = what.equals("erasures") ? 202 : 200;
            assertThat(api.post(Api.as(role), path + what, body).status()).isEqualTo(may ? done : 403);
            assertThat(api.get(Api.as(role), path + what).status()).isEqualTo(may ? 200 : 403);
            assertThat(api.post(ofOneZone, path + what, body).status()).isEqualTo(403);
            assertThat(api.get(ofOneZone, path + what).status()).isEqualTo(403);
        }
        String known = path + "erasures/" + erasure(path + "erasures", body);
        assertThat(api.get(Api.as(role), known).status()).isEqualTo(may ? 200 : 403);
        assertThat(api.get(ofOneZone, known).status()).isEqualTo(403);
    }

    /** One for all roles: each looks through everything there is, beside whatever else is asked. */
    private String erasure(String path, String body) {
        if (erasure == null) {
            erasure = api.post(Api.as(Role.ADMIN), path, body).id();
        }
        return erasure;
    }
}
