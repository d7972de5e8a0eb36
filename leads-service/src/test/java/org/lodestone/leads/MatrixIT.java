package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.manager;
import static org.lodestone.leads.Api.name;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lodestone.leads.Api.Answer;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.RightsMatrix;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The table of roles and rights, walked through the service cell by cell. */
@ServiceTest
class MatrixIT extends FurtherMatrix {

    private static final String PERSON =
            "{\"name\":\"新来的\",\"roles\":[\"officer\"],\"zones\":[\"140827\"],\"head\":false}";

    private static final String OWNER = "{\"owner\":\"officer.yuanqu\",\"reason\":\"分工\"}";

    private static final String RULE =
            "{\"zone\":\"140827\",\"name\":\"规则\",\"to\":[\"officer.yuanqu\"],\"by\":\"ROUND_ROBIN\",\"active\":false}";

    @Autowired
    MatrixIT(WebTestClient http) {
        super(http);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER, 200, 403, 403, 201, 403, 403",
        "MANAGER, 200, 200, 200, 201, 200, 403",
        "LEADER,  200, 200, 200, 201, 200, 403",
        "CITY,    200, 403, 403, 403, 403, 403",
        "VIEWER,  200, 403, 403, 403, 403, 403",
        "ADMIN,   403, 403, 403, 403, 403, 200"
    })
    void somebodyElsesLead(Role role, int read, int change, int move, int create, int verdict, int directory) {
        String token = Api.as(role);
        String path = "/api/leads/" + api.captured(manager(), name()).id();

        assertThat(api.get(token, path).status()).isEqualTo(read);
        assertThat(api.get(token, "/api/leads").status()).isEqualTo(read);
        assertThat(api.get(token, "/api/leads?figure=intake&part=numerator").status())
                .isEqualTo(read);
        assertThat(api.get(token, "/api/figures/leads/intake").status()).isEqualTo(read);
        assertThat(api.get(token, path + "/history").status()).isEqualTo(read);
        assertThat(api.get(token, path + "/assessment").status()).isEqualTo(read);
        assertThat(api.get(token, path + "/follow-ups").status()).isEqualTo(read);
        assertThat(api.patch(token, path, "{\"keyTerms\":\"x\"}", 1).status()).isEqualTo(change);
        assertThat(api.post(token, path + "/transitions", "{\"to\":\"ASSESSING\"}")
                        .status())
                .isEqualTo(move);
        assertThat(api.post(token, path + "/follow-ups", "{\"kind\":\"CALL\",\"summary\":\"x\"}")
                        .status())
                .isEqualTo(move == 200 ? 201 : move);
        assertThat(api.captured(token, name()).status()).isEqualTo(create);
        assertThat(api.put(token, path + "/assessment", "{\"verdict\":\"PROCEED\"}")
                        .status())
                .isEqualTo(verdict);
        assertThat(api.put(token, "/api/directory/people/officer.new", PERSON).status())
                .isEqualTo(directory);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER, 403, 200, 200",
        "MANAGER, 200, 200, 200",
        "LEADER,  200, 200, 200",
        "CITY,    403, 403, 200",
        "VIEWER,  403, 403, 200",
        "ADMIN,   403, 403, 403"
    })
    void waitingAndTheDay(Role role, int others, int own, int day) {
        String token = Api.as(role);
        String elsewhere = Tokens.of("stranger", role, Api.YANGCHENG);
        String wait = "{\"reason\":\"等待批复\",\"until\":\""
                + java.time.LocalDate.now(BusinessClock.CHINA).plusDays(9) + "\"}";
        String theirs = "/api/leads/" + api.captured(manager(), name()).id() + "/waits";
        String mine = "/api/leads/" + api.captured(Api.officer(), name()).id() + "/waits";

        assertThat(api.post(elsewhere, theirs, wait).status()).isEqualTo(own == 200 ? 404 : 403);
        assertThat(api.send(HttpMethod.DELETE, elsewhere, theirs, (String) null, Map.of())
                        .status())
                .isEqualTo(own == 200 ? 404 : 403);
        assertThat(api.post(token, theirs, wait).status()).isEqualTo(others);
        assertThat(api.send(HttpMethod.DELETE, token, theirs, (String) null, Map.of())
                        .status())
                .isEqualTo(others);
        assertThat(api.post(token, mine, wait).status()).isEqualTo(own);
        assertThat(api.get(token, "/api/my-day").status()).isEqualTo(day);
        assertThat(api.get(token, "/api/my-day/calendar").status()).isEqualTo(day);
        assertThat(api.post(token, "/api/my-day/calendar", "{}").status()).isEqualTo(day == 200 ? 201 : day);
        assertThat(api.send(HttpMethod.DELETE, token, "/api/my-day/calendar", (String) null, Map.of())
                        .status())
                .isEqualTo(day == 200 ? 204 : day);
        assertThat(api.get(elsewhere, "/api/my-day").body().toString()).doesNotContain("140827-");
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER, 403, 200",
        "MANAGER, 202, 200",
        "LEADER,  202, 200",
        "CITY,    403, 200",
        "VIEWER,  403, 200",
        "ADMIN,   403, 403"
    })
    void merging(Role role, int merge, int read) {
        String into = "/api/leads/" + api.captured(manager(), name()).id() + "/merges";
        String from = "{\"from\":\"" + api.captured(manager(), name()).id() + "\"}";
        String other = "{\"from\":\"" + api.captured(manager(), name()).id() + "\"}";
        String done = into + "/" + api.post(manager(), into, other).id();
        String elsewhere = Tokens.of("stranger", role, Api.YANGCHENG);
        String token = Api.as(role);

        assertThat(api.post(token, into, from).status()).isEqualTo(merge);
        assertThat(api.get(token, into).status()).isEqualTo(read);
        assertThat(api.get(token, done).status()).isEqualTo(read);
        assertThat(api.send(HttpMethod.DELETE, token, done, (String) null, Map.of())
                        .status())
                .isEqualTo(merge == 202 ? 200 : merge);
        assertThat(api.post(elsewhere, into, from).status()).isEqualTo(merge == 202 ? 404 : 403);
        assertThat(api.get(elsewhere, into).status()).isEqualTo(read == 200 ? 404 : 403);
        assertThat(api.get(elsewhere, done).status()).isEqualTo(read == 200 ? 404 : 403);
        assertThat(api.send(HttpMethod.DELETE, elsewhere, done, (String) null, Map.of())
                        .status())
                .isEqualTo(merge == 202 ? 404 : 403);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void assigningToOthers(Role role) {
        String token = Api.as(role);
        String body = Api.lead(name()).replaceFirst("\\{", "{\"assignment\":{\"owner\":\"manager.yuanqu\"},");
        boolean self = role == Role.MANAGER;

        int expected = self || RightsMatrix.of(role).contains(Right.ASSIGN) ? 201 : 403;
        assertThat(api.post(token, "/api/leads", body).status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER, 403, 200, 200, 403",
        "MANAGER, 200, 200, 200, 200",
        "LEADER,  200, 200, 200, 200",
        "CITY,    403, 403, 200, 403",
        "VIEWER,  403, 403, 200, 403",
        "ADMIN,   403, 403, 403, 403"
    })
    void goingFromHandToHand(Role role, int assign, int claim, int watch, int release) {
        String token = Api.as(role);
        String elsewhere = Tokens.of("stranger", role, Api.YANGCHENG);
        String others = "/api/leads/" + api.captured(manager(), name()).id();
        String pooled = "/api/leads/" + api.captured(manager(), name()).id();
        assertThat(api.post(manager(), pooled + "/releases", "{}").status()).isEqualTo(200);

        assertThat(api.post(elsewhere, others + "/assignments", OWNER).status()).isEqualTo(assign == 200 ? 404 : 403);
        assertThat(api.post(elsewhere, pooled + "/claims", "{}").status()).isEqualTo(claim == 200 ? 404 : 403);
        assertThat(api.post(elsewhere, others + "/releases", "{}").status()).isEqualTo(claim == 200 ? 404 : 403);
        assertThat(api.put(elsewhere, others + "/watch", "{}").status()).isEqualTo(watch == 200 ? 404 : 403);
        assertThat(api.put(token, others + "/watch", "{}").status()).isEqualTo(watch);
        assertThat(api.send(HttpMethod.DELETE, token, others + "/watch", (String) null, Map.of())
                        .status())
                .isEqualTo(watch);
        assertThat(api.post(token, pooled + "/claims", "{}").status()).isEqualTo(claim);
        assertThat(api.post(token, others + "/assignments", OWNER).status()).isEqualTo(assign);
        assertThat(api.post(
                                role == Role.OFFICER ? Tokens.of("officer.other", role, Api.YUANQU) : token,
                                others + "/releases",
                                "{}")
                        .status())
                .isEqualTo(release);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER, 200, 403, 200, 403, 403",
        "MANAGER, 200, 403, 200, 201, 202",
        "LEADER,  200, 403, 200, 201, 202",
        "CITY,    200, 403, 200, 403, 403",
        "VIEWER,  200, 403, 200, 403, 403",
        "ADMIN,   200, 201, 403, 403, 403"
    })
    void sharingOut(Role role, int rules, int rule, int absences, int absence, int handover) {
        String token = Api.as(role);
        String elsewhere = Tokens.of("stranger", role, Api.YANGCHENG);
        String away =
                "{\"person\":\"leader.yuanqu\",\"standIn\":\"manager.yuanqu\",\"from\":\"2126-01-01\",\"to\":\"2126-01-02\"}";
        String over = "{\"from\":\"officer.gone\",\"to\":\"officer.yuanqu\"}";

        assertThat(api.get(token, "/api/assignment-rules").status()).isEqualTo(rules);
        Answer made = api.post(token, "/api/assignment-rules", RULE);
        assertThat(made.status()).isEqualTo(rule);
        String known = "/api/assignment-rules/"
                + (rule == 201
                        ? made.id()
                        : api.post(Api.as(Role.ADMIN), "/api/assignment-rules", RULE)
                                .id());
        assertThat(api.put(elsewhere, known, RULE).status()).isEqualTo(rule == 201 ? 404 : 403);
        assertThat(api.put(token, known, RULE).status()).isEqualTo(rule == 201 ? 200 : 403);
        assertThat(api.send(HttpMethod.DELETE, token, known, (String) null, Map.of())
                        .status())
                .isEqualTo(rule == 201 ? 204 : 403);
        api.send(HttpMethod.DELETE, Api.as(Role.ADMIN), known, (String) null, Map.of());
        assertThat(api.get(token, "/api/absences").status()).isEqualTo(absences);
        assertThat(api.post(token, "/api/absences", away).status()).isEqualTo(absence);
        assertThat(api.post(elsewhere, "/api/absences", away).status()).isEqualTo(absence == 201 ? 400 : 403);
        String noted =
                "/api/absences/" + api.post(manager(), "/api/absences", away).id();
        assertThat(api.send(HttpMethod.DELETE, elsewhere, noted, (String) null, Map.of())
                        .status())
                .isEqualTo(absence == 201 || role == Role.OFFICER ? 404 : 403);
        assertThat(api.send(HttpMethod.DELETE, token, noted, (String) null, Map.of())
                        .status())
                .isEqualTo(absence == 201 ? 204 : 403);
        assertThat(api.post(token, "/api/handovers", over).status()).isEqualTo(handover);
        assertThat(api.post(elsewhere, "/api/handovers", over).status()).isEqualTo(handover == 202 ? 400 : 403);
        String begun =
                "/api/handovers/" + api.post(manager(), "/api/handovers", over).id();
        assertThat(api.get(token, begun).status()).isEqualTo(handover == 202 ? 200 : 403);
        assertThat(api.get(token, "/api/handovers").status()).isEqualTo(handover == 202 ? 200 : 403);
        assertThat(api.get(elsewhere, begun).status()).isEqualTo(handover == 202 ? 404 : 403);
    }

    @Test
    void officersMoveWhatTheyOwnThoughAnotherLoggedIt() {
        String body = Api.lead(name()).replaceFirst("\\{", "{\"assignment\":{\"owner\":\"officer.yuanqu\"},");
        String path = "/api/leads/" + api.post(manager(), "/api/leads", body).id();

        assertThat(api.post(Api.officer(), path + "/transitions", "{\"to\":\"ASSESSING\"}")
                        .status())
                .isEqualTo(200);
        assertThat(api.patch(Api.officer(), path, "{\"assignment\":{\"owner\":null}}", 2)
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER, 200, 403",
        "MANAGER, 200, 403",
        "LEADER,  200, 403",
        "CITY,    200, 403",
        "VIEWER,  200, 403",
        "ADMIN,   200, 400"
    })
    void zoneSettings(Role role, int read, int write) {
        String token = Api.as(role);

        assertThat(api.get(token, "/api/zone-settings/140827").status()).isEqualTo(read);
        assertThat(api.get(token, "/api/zone-settings/140827/versions").status())
                .isEqualTo(read);
        // What it refuses an administrator for is the body alone.
        String body = write == 403 ? "{\"registrationDays\":90,\"assessment\":" + assessment() + "}" : "{}";
        assertThat(api.put(token, "/api/zone-settings/140827", body).status()).isEqualTo(write);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void intakeSources(Role role) {
        String token = Api.as(role);
        boolean admin = role == Role.ADMIN;
        String body = "{\"name\":\"来源\",\"zone\":\"140827\",\"kind\":\"SERVER\"}";
        String path = "/api/intake-sources/"
                + api.post(Api.as(Role.ADMIN), "/api/intake-sources", body).id();

        assertThat(api.get(token, "/api/intake-sources").status()).isEqualTo(admin ? 200 : 403);
        assertThat(api.post(token, "/api/intake-sources", body).status()).isEqualTo(admin ? 201 : 403);
        assertThat(api.post(token, path + "/rotations", "{}").status()).isEqualTo(admin ? 201 : 403);
        assertThat(api.post(token, path + "/revocation", "{}").status()).isEqualTo(admin ? 200 : 403);
        assertThat(api.send(org.springframework.http.HttpMethod.DELETE, token, path, (String) null, java.util.Map.of())
                        .status())
                .isEqualTo(admin ? 204 : 403);
    }

    private String assessment() {
        return api.get(Api.as(Role.ADMIN), "/api/zone-settings/140827")
                .body()
                .path("assessment")
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER, 200, 200, 204, 403",
        "MANAGER, 200, 200, 204, 204",
        "LEADER,  200, 200, 204, 204",
        "CITY,    403, 200, 403, 403",
        "VIEWER,  403, 200, 403, 403",
        "ADMIN,   403, 403, 403, 403"
    })
    void duplicates(Role role, int check, int read, int tellOwnApart, int tellOthersApart) {
        String token = Api.as(role);
        String own = api.captured(Api.officer(), name()).id();
        String others = api.captured(manager(), name()).id();
        String elsewhere = Tokens.of("manager.yangcheng", Role.MANAGER, Api.YANGCHENG);
        String path = "/api/leads/" + others;

        assertThat(api.post(token, "/api/leads/duplicate-checks", "{\"name\":\"某项目\"}")
                        .status())
                .isEqualTo(check);
        assertThat(api.post(token, "/api/leads/readings", "{\"text\":\"联系人电话13800000000\"}")
                        .status())
                .isEqualTo(check);
        assertThat(api.get(token, path + "/duplicates").status()).isEqualTo(read);
        assertThat(api.get(token, path + "/similar").status()).isEqualTo(read);
        assertThat(api.get(elsewhere, path + "/duplicates").status()).isEqualTo(404);
        assertThat(api.get(elsewhere, path + "/similar").status()).isEqualTo(404);
        assertThat(api.post(elsewhere, path + "/non-duplicates", "{\"other\":\"" + own + "\"}")
                        .status())
                .isEqualTo(404);
        assertThat(api.post(token, "/api/leads/" + own + "/non-duplicates", "{\"other\":\"" + others + "\"}")
                        .status())
                .isEqualTo(tellOwnApart);
        assertThat(api.post(token, path + "/non-duplicates", "{\"other\":\"" + own + "\"}")
                        .status())
                .isEqualTo(tellOthersApart);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER, 403, 200, 403, 403, 403",
        "MANAGER, 201, 200, 200, 200, 204",
        "LEADER,  201, 200, 200, 200, 204",
        "CITY,    403, 200, 403, 403, 403",
        "VIEWER,  403, 200, 403, 403, 403",
        "ADMIN,   403, 403, 403, 403, 403"
    })
    void papersOfSomebodyElsesLead(Role role, int bring, int list, int take, int log, int remove) {
        String token = Api.as(role);
        String elsewhere = Tokens.of("stranger", role, Api.YANGCHENG);
        String lead = api.captured(manager(), name()).id();
        Map<String, String> intent = Map.of("kind", "INTENT", "title", "意向书");
        String path = LeadPapers.of(lead) + "/"
                + papers.send(manager(), lead, "a.pdf", LeadPapers.pdf("一"), intent)
                        .id();

        assertThat(papers.send(token, lead, "b.pdf", LeadPapers.pdf("二"), Map.of("kind", "PHOTO"))
                        .status())
                .isEqualTo(bring);
        assertThat(papers.send(elsewhere, lead, "b.pdf", LeadPapers.pdf("二"), Map.of("kind", "PHOTO"))
                        .status())
                .isEqualTo(404);
        for (String read : java.util.List.of(LeadPapers.of(lead), path)) {
            assertThat(api.get(token, read).status()).isEqualTo(list);
            assertThat(api.get(elsewhere, read).status()).isEqualTo(list == 200 ? 404 : 403);
        }
        assertThat(api.status(token, path + "/content")).isEqualTo(take);
        assertThat(api.status(elsewhere, path + "/content")).isEqualTo(list == 200 ? 404 : 403);
        assertThat(api.get(token, path + "/downloads").status()).isEqualTo(log);
        assertThat(api.get(elsewhere, path + "/downloads").status()).isEqualTo(log == 200 ? 404 : 403);
        boolean writes = remove == 204 || role == Role.OFFICER;
        assertThat(api.send(HttpMethod.DELETE, elsewhere, path, (String) null, Map.of())
                        .status())
                .isEqualTo(writes ? 404 : 403);
        assertThat(api.send(HttpMethod.DELETE, token, path, (String) null, Map.of())
                        .status())
                .isEqualTo(remove);
        assertThat(api.post(elsewhere, path + "/restorations", "{}").status()).isEqualTo(writes ? 404 : 403);
        assertThat(api.post(token, path + "/restorations", "{}").status()).isEqualTo(remove == 204 ? 200 : 403);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER, 200, 201, 403",
        "MANAGER, 200, 201, 201",
        "LEADER,  200, 201, 201",
        "CITY,    200, 403, 403",
        "VIEWER,  200, 403, 403",
        "ADMIN,   403, 403, 403"
    })
    void investorsAndReferrers(Role role, int read, int link, int refer) {
        String token = Api.as(role);
        String elsewhere = Tokens.of("stranger", role, Api.YANGCHENG);
        Companies companies = new Companies(api);
        String code = Companies.uscc();
        companies.lead(manager(), Api.YUANQU, Companies.brand() + "有限公司", code);
        String path = "/api/investors/" + code;
        String group = "{\"to\":\"" + Companies.brand() + "\",\"kind\":\"GROUP\"}";
        String others =
                path + "/links/" + api.post(manager(), path + "/links", group).id();
        String kept = "{\"name\":\"" + Companies.brand() + "\"}";
        String referrer =
                "/api/referrers/" + api.post(manager(), "/api/referrers", kept).id();

        assertThat(api.get(token, "/api/investors").status()).isEqualTo(read);
        assertThat(api.get(token, path).status()).isEqualTo(read);
        assertThat(api.get(elsewhere, path).status()).isEqualTo(read == 200 ? 404 : 403);
        assertThat(api.post(token, path + "/links", group).status()).isEqualTo(link);
        assertThat(api.post(elsewhere, path + "/links", group).status()).isEqualTo(link == 201 ? 404 : 403);
        assertThat(api.send(HttpMethod.DELETE, elsewhere, others, (String) null, Map.of())
                        .status())
                .isEqualTo(link == 201 ? 404 : 403);
        assertThat(api.get(token, "/api/referrers").status()).isEqualTo(read);
        assertThat(api.post(token, "/api/referrers", "{\"name\":\"" + Companies.brand() + "\"}")
                        .status())
                .isEqualTo(refer);
        assertThat(api.put(token, referrer, "{}").status()).isEqualTo(refer == 201 ? 200 : 403);
        assertThat(api.put(elsewhere, referrer, "{}").status()).isEqualTo(refer == 201 ? 404 : 403);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER, 403, 200, false",
        "MANAGER, 200, 200, true",
        "LEADER,  200, 200, true",
        "CITY,    403, 403, false",
        "VIEWER,  403, 403, false",
        "ADMIN,   403, 403, false"
    })
    void inBulkSomebodyElsesLead(Role role, int assign, int tag, boolean others) {
        String token = Api.as(role);
        String elsewhere = Tokens.of("stranger", role, Api.YANGCHENG);
        String bulk = "/api/leads/bulk";
        String ids = "{\"ids\":[\"" + api.captured(manager(), name()).id() + "\"],\"action\":";
        String tagging = ids + "\"tag\",\"with\":{\"add\":[\"批量\"]}}";

        assertThat(api.post(token, bulk, ids + "\"assign\",\"with\":" + OWNER + "}")
                        .status())
                .isEqualTo(assign);
        Answer done = api.post(token, bulk, tagging);
        assertThat(done.status()).isEqualTo(tag);
        assertThat(done.body().at("/results/0/ok").asBoolean(false)).isEqualTo(others);
        assertThat(api.get(token, bulk).status()).isEqualTo(tag);
        assertThat(api.get(token, bulk + "/nothing").status()).isEqualTo(tag == 200 ? 404 : 403);
        String known = bulk + "/" + api.post(manager(), bulk, tagging).id();
        assertThat(api.get(elsewhere, known).status()).isEqualTo(tag == 200 ? 404 : 403);
        assertThat(api.post(elsewhere, known + "/undo", "{}").status()).isEqualTo(tag == 200 ? 404 : 403);
        Answer strange = api.post(elsewhere, bulk, tagging);
        assertThat(strange.status()).isEqualTo(tag);
        assertThat(strange.text("/results/0/problem/type")).isEqualTo(tag == 200 ? "/problems/not-found" : "");
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER, 200, 201, 403, 403",
        "MANAGER, 200, 201, 201, 200",
        "LEADER,  200, 201, 201, 200",
        "CITY,    200, 201, 403, 403",
        "VIEWER,  200, 201, 403, 403",
        "ADMIN,   403, 403, 403, 403"
    })
    void savedViews(Role role, int read, int save, int share, int change) {
        String token = Api.as(role);
        String elsewhere = Tokens.of("stranger", role, Api.YANGCHENG);
        String own = "{\"name\":\"" + name() + "\",\"of\":\"leads\"}";
        String shared = "{\"name\":\"" + name() + "\",\"of\":\"leads\",\"shared\":true,\"zone\":\"140827\"}";
        String others = "/api/views/"
                + api.post(Tokens.of("manager.other", Role.MANAGER, Api.YUANQU), "/api/views", shared)
                        .id();

        assertThat(api.get(token, "/api/views").status()).isEqualTo(read);
        assertThat(api.get(token, others).status()).isEqualTo(read);
        assertThat(api.post(token, "/api/views", own).status()).isEqualTo(save);
        assertThat(api.post(token, "/api/views", shared).status()).isEqualTo(share);
        assertThat(api.put(token, others, shared).status()).isEqualTo(change);
        assertThat(api.get(elsewhere, others).status()).isEqualTo(read == 200 ? 404 : 403);
        assertThat(api.put(elsewhere, others, shared).status()).isEqualTo(read == 200 ? 404 : 403);
        assertThat(api.post(elsewhere, others + "/restorations", "{}").status()).isEqualTo(read == 200 ? 404 : 403);
        assertThat(api.send(HttpMethod.DELETE, elsewhere, others, (String) null, Map.of())
                        .status())
                .isEqualTo(read == 200 ? 404 : 403);
        assertThat(api.send(HttpMethod.DELETE, token, others, (String) null, Map.of())
                        .status())
                .isEqualTo(change == 200 ? 204 : 403);
    }

    @ParameterizedTest
    @CsvSource({"OFFICER, 404", "MANAGER, 404", "LEADER, 404", "CITY, 200", "VIEWER, 200", "ADMIN, 403"})
    void figuresOfAnotherZone(Role role, int read) {
        String figure = "/api/figures/leads/win-rate?zone=" + Api.YANGCHENG;

        assertThat(api.get(Api.as(role), figure).status()).isEqualTo(read);
        assertThat(api.get(Tokens.of("stranger", role, Api.YANGCHENG), figure).status())
                .isEqualTo(role == Role.ADMIN ? 403 : 200);
    }

    @ParameterizedTest
    @CsvSource({"OFFICER, 403", "MANAGER, 204", "LEADER, 204", "CITY, 403", "VIEWER, 403", "ADMIN, 403"})
    void somebodyElsesLink(Role role, int unlink) {
        Companies companies = new Companies(api);
        String code = Companies.uscc();
        companies.lead(manager(), Api.YUANQU, Companies.brand() + "有限公司", code);
        String links = "/api/investors/" + code + "/links";
        String group = "{\"to\":\"" + Companies.brand() + "\",\"kind\":\"GROUP\"}";
        String others = links + "/"
                + api.post(Tokens.of("officer.other", Role.OFFICER, Api.YUANQU), links, group)
                        .id();

        assertThat(api.send(HttpMethod.DELETE, Api.as(role), others, (String) null, Map.of())
                        .status())
                .isEqualTo(unlink);
    }

    @Test
    void theMostARolesGiveAddsUp() {
        String both = Tokens.of("both", java.util.List.of(Role.VIEWER, Role.ADMIN), null, "*");

        assertThat(api.get(both, "/api/leads").status()).isEqualTo(200);
        assertThat(api.put(both, "/api/directory/people/officer.both", PERSON).status())
                .isEqualTo(200);
    }

    @Test
    void aProgramIsLimitedToItsScopes() {
        String reads = Tokens.signed(claims -> claims.subject("importer")
                .claim("client", "importer")
                .claim("scope", "leads.read")
                .claim("zones", java.util.List.of("140827")));

        assertThat(api.get(reads, "/api/leads").status()).isEqualTo(200);
        assertThat(api.captured(reads, name()).status()).isEqualTo(403);
    }

    @Test
    void aParkKeepsItsLeadsFromTheOthers() {
        String body = Api.lead(name()).replaceFirst("\\{", "{\"park\":\"yuanqu-shuangchuang\",");
        String path = "/api/leads/" + api.post(manager(), "/api/leads", body).id();
        String elsewhere =
                Tokens.of("officer.park", java.util.List.of(Role.OFFICER), java.util.List.of("another"), "140827");

        assertThat(api.get(elsewhere, path).status()).isEqualTo(404);
        assertThat(api.post(elsewhere, "/api/leads", body).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER, 200, 403, 403, 403",
        "MANAGER, 200, 201, 403, 201",
        "LEADER,  200, 201, 403, 201",
        "CITY,    200, 403, 201, 201",
        "VIEWER,  200, 403, 403, 403",
        "ADMIN,   403, 403, 403, 403"
    })
    void somebodyElsesRegistration(Role role, int read, int take, int arbitrate, int renew) {
        String token = Api.as(role);
        String lead =
                "/api/leads/" + api.post(manager(), "/api/leads", registrable()).id();

        int taken = api.post(token, lead + "/registration", "{}").status();
        assertThat(taken).isEqualTo(take);
        if (taken != 201) {
            api.post(manager(), lead + "/registration", "{}");
        }
        String path = "/api/registrations/"
                + api.get(manager(), lead + "/registration").id();
        assertThat(api.get(token, lead + "/registration").status()).isEqualTo(read);
        assertThat(api.get(token, lead + "/transfers").status()).isEqualTo(read);
        assertThat(api.get(token, path).status()).isEqualTo(read);
        assertThat(api.get(token, "/api/registrations").status()).isEqualTo(read);
        assertThat(api.post(token, path + "/renewals", "{}").status()).isEqualTo(renew);
        assertThat(api.post(token, path + "/disputes", "{\"reason\":\"x\"}").status())
                .isEqualTo(403);
        assertThat(api.post(token, path + "/arbitrations", "{\"decision\":\"KEEP\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(arbitrate);
        assertThat(api.post(token, lead + "/transfers", "{\"toZone\":\"140522\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(arbitrate);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"OFFICER", "MANAGER", "LEADER"})
    void anotherZonesRegistrationIsNotThereOnAnyVerb(Role role) {
        String token = Tokens.of(role.claim() + ".yangcheng", role, Api.YANGCHENG);
        String lead =
                "/api/leads/" + api.post(manager(), "/api/leads", registrable()).id();
        String path = "/api/registrations/"
                + api.post(manager(), lead + "/registration", "{}").id();

        assertThat(api.get(token, lead + "/registration").status()).isEqualTo(404);
        assertThat(api.post(token, lead + "/registration", "{}").status()).isEqualTo(404);
        assertThat(api.get(token, lead + "/transfers").status()).isEqualTo(404);
        assertThat(api.get(token, path).status()).isEqualTo(404);
        assertThat(api.post(token, path + "/renewals", "{}").status()).isEqualTo(404);
        assertThat(api.post(token, path + "/disputes", "{\"reason\":\"x\"}").status())
                .isEqualTo(404);
    }

    private static String registrable() {
        return Api.lead(name())
                .replaceFirst("\\{", "{\"investment\":{\"unknown\":true},")
                .replaceFirst("\"investor\":\\{", "\"investor\":{\"region\":\"370100\",");
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER, 200, 200, 200",
        "MANAGER, 200, 200, 200",
        "LEADER,  200, 200, 200",
        "CITY,    200, 403, 200",
        "VIEWER,  403, 403, 403",
        "ADMIN,   403, 403, 200"
    })
    void takingOut(Role role, int export, int template, int log) {
        String token = Api.as(role);

        assertThat(api.status(token, "/api/leads/export.xlsx?q=nothing")).isEqualTo(export);
        assertThat(api.status(token, "/api/leads/export.csv?q=nothing")).isEqualTo(export);
        for (String format : List.of("xlsx", "csv")) {
            assertThat(api.status(HttpMethod.POST, token, "/api/leads/export." + format, "{\"ids\":[\"nothing\"]}"))
                    .isEqualTo(export);
        }
        assertThat(api.status(token, "/api/leads/imports/template.xlsx")).isEqualTo(template);
        assertThat(api.status(token, "/api/exports")).isEqualTo(log);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybodyLearnsWhoTheyAre(Role role) {
        assertThat(api.get(Api.as(role), "/api/me").status()).isEqualTo(200);
        Answer me = api.get(Api.officer(), "/api/me");

        assertThat(me.text("/id")).isEqualTo("officer.yuanqu");
        assertThat(me.body().path("roles").toString()).isEqualTo("[\"officer\"]");
        assertThat(me.body().path("zones").toString()).isEqualTo("[\"140827\"]");
        assertThat(Instant.parse(me.text("/now"))).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
    }
}
