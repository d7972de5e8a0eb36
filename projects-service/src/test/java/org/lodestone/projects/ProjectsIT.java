package org.lodestone.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.projects.Api.YUANQU;
import static org.lodestone.projects.Api.as;
import static org.lodestone.projects.Api.elsewhere;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.contracts.ProjectOpened;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.PublishedEvents;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.projects.Api.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ProjectsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String COMPANY = "{\"company\":{\"name\":\"垣曲铜箔有限公司\",\"uscc\":\"91140827MA0DEM013B\"}}";

    private final Api api;

    @Autowired
    ProjectsIT(WebTestClient http, KafkaTemplate<String, byte[]> kafka) {
        this.api = new Api(http, kafka);
    }

    @Test
    void aConvertedLeadOpensItsProjectWithContractAndPeople() throws Exception {
        String path = api.opened(YUANQU);

        Answer project = api.get(as(Role.OFFICER), path);

        assertThat(project.headers()).containsEntry("ETag", "\"1\"");
        assertThat(project.text("/number")).matches("140827-P-2026-\\d{4}");
        assertThat(project.text("/stage")).isEqualTo("SIGNED");
        assertThat(project.text("/status")).isEqualTo("ONGOING");
        assertThat(project.text("/contract/amount/value")).isEqualTo("12000.00");
        assertThat(project.text("/responsibility/officer")).isEqualTo("officer.yuanqu");
        assertThat(project.text("/responsibility/departmentLead")).isEqualTo("manager.yuanqu");
        assertThat(project.body().has("park")).isFalse();
        assertThat(project.texts("next", "to")).containsExactly("REGISTERED");
        assertThat(events(path, 1)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("project.opened.v1");
            assertThat(event.backfill()).isFalse();
        });
    }

    /** Heard twice it is done once; and it is done only as long as the project is with whom it shall come from. */
    @Test
    void whoHandsEverythingOverIsNoLongerItsOfficer() throws Exception {
        String path = api.opened(YUANQU);
        String lead = path.substring(path.indexOf("P-") + 2);

        api.handOver(lead, "officer.yuanqu", "officer.heir", 2);
        api.handOver(lead, "officer.yuanqu", "officer.heir", 2);
        api.handOver(lead, "officer.yuanqu", "officer.late", 3);
        api.handOver(lead, "officer.heir", "officer.last", 4);

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> api.get(as(Role.MANAGER), path)
                        .text("/responsibility/officer")
                        .equals("officer.last"));
        Answer project = api.get(as(Role.MANAGER), path);
        assertThat(project.body().path("version").asInt()).isEqualTo(3);
        assertThat(project.text("/responsibility/departmentLead")).isEqualTo("manager.yuanqu");
        Answer history = api.get(as(Role.MANAGER), path + "/history");
        assertThat(history.texts("items", "kind")).containsExactly("handed-over", "handed-over", "opened");
        assertThat(history.text("/items/1/from")).isEqualTo("officer.yuanqu");
        assertThat(history.text("/items/1/to")).isEqualTo("officer.heir");
        assertThat(events(path, 3))
                .extracting(event -> event.type())
                .containsExactly("project.opened.v1", "project.changed.v1", "project.changed.v1");
    }

    /** Through the outbox, the broker and the other service. */
    @Test
    void theTraceOfTheConversionGoesOnInWhatTheProjectTells() throws Exception {
        String lead = UUID.randomUUID().toString();
        String trace = UUID.randomUUID().toString().replace("-", "");

        api.announce(lead, YUANQU, "00-" + trace + "-00f067aa0ba902b7-01");

        assertThat(events("/api/projects/P-" + lead, 1))
                .singleElement()
                .satisfies(event -> assertThat(event.traceparent()).startsWith("00-" + trace + '-'));
    }

    @Test
    void theSameConversionHeardTwiceOpensOneProject() throws Exception {
        String lead = api.converted(YUANQU, false);
        api.announce(lead, YUANQU, false);
        String after = api.opened(YUANQU);

        Answer project = api.await("/api/projects/P-" + lead);

        assertThat(after).isNotBlank();
        assertThat(project.text("/version")).isEqualTo("1");
        assertThat(PublishedEvents.on(Topics.PROJECTS).await("P-" + lead, PATIENCE, found -> !found.isEmpty()))
                .filteredOn(event -> event.data() instanceof ProjectOpened)
                .extracting(CloudEvent::id)
                .containsOnly("P-" + lead + ":1");
    }

    @Test
    void historyBroughtInIsMarkedAsSuch() throws Exception {
        String path = "/api/projects/P-" + api.converted(YUANQU, true);
        api.await(path);

        assertThat(events(path, 1)).allMatch(CloudEvent::backfill);
    }

    @Test
    void theOfficerRegistersTheCompanyAndMovesTheProject() throws Exception {
        String path = api.opened(YUANQU);

        Answer rehearsed = api.post(as(Role.OFFICER), path + "/transitions?dryRun=true", "{\"to\":\"REGISTERED\"}");
        assertThat(rehearsed.status()).isEqualTo(200);
        assertThat(rehearsed.texts("unmet", "requirement")).containsExactly("company-name", "company-uscc");
        Answer refused = api.post(as(Role.OFFICER), path + "/transitions", "{\"to\":\"REGISTERED\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/type")).isEqualTo("/problems/gate-not-met");
        assertThat(refused.texts("unmet", "field")).containsExactly("company.name", "company.uscc");

        Answer changed = api.patch(as(Role.OFFICER), path, COMPANY, 1);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().at("/company/usccValid").asBoolean()).isTrue();
        Answer moved =
                api.post(as(Role.OFFICER), path + "/transitions", "{\"to\":\"REGISTERED\",\"on\":\"2026-03-10\"}");
        assertThat(moved.text("/stage")).isEqualTo("REGISTERED");
        assertThat(moved.text("/dates/registered")).isEqualTo("2026-03-10");
        assertThat(moved.headers()).containsEntry("X-Read-After", path.substring("/api/projects/".length()) + "@3");

        assertThat(events(path, 3))
                .extracting(event -> event.type())
                .containsExactly("project.opened.v1", "project.changed.v1", "project.stage-changed.v1");
        Answer history = api.get(as(Role.MANAGER), path + "/history");
        assertThat(history.texts("items", "kind")).containsExactly("moved", "changed", "opened");
        assertThat(history.text("/items/0/from")).isEqualTo("SIGNED");
        assertThat(history.text("/items/1/changes/0/field")).startsWith("company");
    }

    @Test
    void evidenceOfAMoveCountsForItsGate() throws Exception {
        String path = preparing();

        Answer bare = api.post(as(Role.OFFICER), path + "/transitions", "{\"to\":\"STARTED\"}");
        assertThat(bare.texts("unmet", "requirement")).containsExactly("start-proof", "dated-evidence");
        Answer started = api.post(as(Role.OFFICER), path + "/transitions", """
                {"to":"STARTED","on":"2026-05-06",
                 "evidence":[{"kind":"CONSTRUCTION_PERMIT","title":"施工许可证","on":"2026-05-01"}]}""");

        assertThat(started.text("/stage")).isEqualTo("STARTED");
        assertThat(started.text("/documents/0/kind")).isEqualTo("CONSTRUCTION_PERMIT");
        assertThat(started.text("/dates/started")).isEqualTo("2026-05-06");
    }

    @Test
    void aMonthIsReportedOnce() throws Exception {
        String path = api.opened(YUANQU) + "/progress-reports";
        String report = """
                {"month":"2026-04","summary":"场地平整","invested":{"value":"300.00","unit":"CNY_10K"}}""";

        assertThat(api.post(as(Role.OFFICER), path, report).status()).isEqualTo(201);
        Answer again = api.post(as(Role.OFFICER), path, report);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/type")).isEqualTo("/problems/report-exists");
        assertThat(api.get(as(Role.LEADER), path).texts("items", "month")).containsExactly("2026-04");
    }

    @Test
    void suspendingIsForThoseWhoDecide() throws Exception {
        String path = api.opened(YUANQU);
        String body = """
                {"to":"SUSPENDED","reason":"FUNDS","approver":"leader.yuanqu","on":"2026-04-01"}""";

        assertThat(api.post(as(Role.OFFICER), path + "/status", body).status()).isEqualTo(403);
        Answer suspended = api.post(as(Role.LEADER), path + "/status", body);

        assertThat(suspended.text("/status")).isEqualTo("SUSPENDED");
        assertThat(suspended.text("/stage")).isEqualTo("SIGNED");
        assertThat(suspended.body().path("next").isEmpty()).isTrue();
        assertThat(api.post(as(Role.LEADER), path + "/status", body).text("/type"))
                .isEqualTo("/problems/transition-not-allowed");
        assertThat(api.post(as(Role.LEADER), path + "/status", "{\"to\":\"ONGOING\"}")
                        .texts("errors", "field"))
                .containsExactlyInAnyOrder("reason", "approver", "on");
    }

    @Test
    void theBoardHasAColumnForEachStageWithCountAndSum() throws Exception {
        String zone = "140400";
        String manager = org.lodestone.platform.test.Tokens.of("manager.changzhi", Role.MANAGER, zone);
        for (int i = 0; i < 3; i++) {
            api.opened(zone);
        }
        Answer board = settled(manager, "/api/projects?view=board&perColumn=2", 3);

        assertThat(board.texts("columns", "stage"))
                .containsExactly(
                        "SIGNED",
                        "REGISTERED",
                        "PREPARING",
                        "STARTED",
                        "CONSTRUCTING",
                        "COMPLETED",
                        "TRIAL",
                        "PRODUCING",
                        "FULL_CAPACITY");
        JsonNode signed = board.body().at("/columns/0");
        assertThat(signed.at("/sum/value").asString()).isEqualTo("36000.00");
        assertThat(signed.at("/sum/unit").asString()).isEqualTo("CNY_10K");
        assertThat(signed.path("items").size()).isEqualTo(2);
        assertThat(board.headers()).containsKey("X-Stream-Position");
        Answer rest = api.get(
                manager,
                "/api/projects?stage=SIGNED&cursor=" + signed.path("next").asString());
        assertThat(rest.body().path("items").size()).isEqualTo(1);
    }

    @Test
    void aListReadsOnesOwnWriteFiltersAndCounts() throws Exception {
        String path = api.opened(YUANQU);
        String park = "p" + System.nanoTime();
        Answer changed = api.patch(as(Role.MANAGER), path, "{\"park\":\"" + park + "\",\"chain\":\"ceramics\"}", 1);

        String filter = "?officer=me&pool=签约&light=GREEN,YELLOW,RED&park=" + park + "&q=铜箔&facets=stage,light,pool";
        Map<String, String> after = Map.of("X-Read-After", changed.headers().get("X-Read-After"));
        // A reader waits half a second for a write; a busy machine may need longer.
        Answer list = Awaitility.await()
                .until(
                        () -> api.send(HttpMethod.GET, as(Role.OFFICER), "/api/projects" + filter, null, after),
                        shown -> !shown.body().path("items").isEmpty());

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.texts("items", "park")).containsExactly(park);
        assertThat(list.text("/items/0/highlights/name")).contains("<mark>");
        assertThat(list.text("/facets/stage/SIGNED")).isEqualTo("1");
        assertThat(list.text("/facets/pool/SIGNED")).isEqualTo("1");
        assertThat(list.text("/total/value")).isEqualTo("1");
        assertThat(api.get(as(Role.OFFICER), "/api/projects?colour=red&limit=many")
                        .texts("errors", "field"))
                .containsExactlyInAnyOrder("colour", "limit");
        assertThat(api.get(as(Role.OFFICER), "/api/projects?view=board&colour=red&light=BLUE&perColumn=0")
                        .texts("errors", "field"))
                .containsExactlyInAnyOrder("colour", "light", "perColumn");
        assertThat(api.get(as(Role.OFFICER), "/api/projects?view=board&colour=red&light=BLUE&perColumn=many")
                        .texts("errors", "field"))
                .containsExactlyInAnyOrder("colour", "light", "perColumn");
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER, 200, 200, 403",
        "MANAGER, 200, 200, 200",
        "LEADER, 200, 200, 200",
        "CITY, 200, 403, 403",
        "VIEWER, 200, 403, 403",
        "ADMIN, 403, 403, 403"
    })
    void everyRoleMayDoWhatTheMatrixSays(Role role, int read, int write, int decide) throws Exception {
        String path = api.opened(YUANQU);

        assertThat(api.get(as(role), path).status()).isEqualTo(read);
        assertThat(api.get(as(role), path + "/history").status()).isEqualTo(read);
        assertThat(api.get(as(role), "/api/projects?limit=1").status()).isEqualTo(read);
        assertThat(api.get(as(role), "/api/projects?view=board").status()).isEqualTo(read);
        assertThat(api.patch(as(role), path, COMPANY, 1).status()).isEqualTo(write);
        assertThat(api.post(as(role), path + "/transitions?dryRun=true", "{\"to\":\"REGISTERED\"}")
                        .status())
                .isEqualTo(write);
        String suspend = """
                {"to":"SUSPENDED","reason":"FUNDS","approver":"leader.yuanqu","on":"2026-04-01"}""";
        assertThat(api.post(as(role), path + "/status", suspend).status()).isEqualTo(decide);
    }

    @ParameterizedTest
    @CsvSource({"OFFICER", "MANAGER", "LEADER", "VIEWER"})
    void anotherZoneKnowsNothingOfIt(Role role) throws Exception {
        String path = api.opened(YUANQU);
        String token = elsewhere(role);

        assertThat(api.get(token, path).status()).isEqualTo(404);
        assertThat(api.get(token, path + "/history").status()).isEqualTo(404);
        assertThat(api.get(token, path + "/progress-reports").status()).isEqualTo(404);
        assertThat(api.patch(token, path, COMPANY, 1).status()).isEqualTo(404);
        assertThat(api.post(token, path + "/transitions", "{\"to\":\"REGISTERED\"}")
                        .status())
                .isEqualTo(404);
        assertThat(api.post(token, path + "/transitions?dryRun=true", "{\"to\":\"REGISTERED\"}")
                        .status())
                .isEqualTo(404);
        assertThat(api.post(token, path + "/progress-reports", "{\"month\":\"2026-04\",\"summary\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(api.get(token, "/api/projects").body().path("items").isEmpty())
                .isTrue();
    }

    @Test
    void aPatchNamesEverythingItMayNotSayAtOnce() throws Exception {
        String path = api.opened(YUANQU);

        Answer refused = api.patch(as(Role.OFFICER), path, """
                {"zone":"140522","version":7,"createdBy":"x","colour":"red","name":"",
                 "contract":{"amount":{"value":1,"unit":"CNY"}},"company":{"uscc":"110101199003070011"}}""", 1);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.texts("errors", "field"))
                .contains("zone", "version", "createdBy", "colour", "name", "company.uscc")
                .anyMatch(field -> field.startsWith("contract.amount"));
        assertThat(api.send(HttpMethod.PATCH, as(Role.OFFICER), path, COMPANY, Map.of())
                        .status())
                .isEqualTo(428);
    }

    @Test
    void ofTwoPatchesWithOneETagOneIsTold412WithTheCurrentProject() throws Exception {
        String path = api.opened(YUANQU);
        api.patch(as(Role.OFFICER), path, COMPANY, 1);

        Answer stale = api.patch(as(Role.MANAGER), path, "{\"chain\":\"ceramics\"}", 1);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text("/current/version")).isEqualTo("2");
    }

    @Test
    void permitsKeepTheirIdsAndNullRemoves() throws Exception {
        String path = api.opened(YUANQU);
        Answer first = api.patch(as(Role.OFFICER), path, "{\"permits\":[{\"kind\":\"LAND\"}],\"chain\":null}", 1);
        String id = first.text("/permits/0/id");

        Answer second = api.patch(as(Role.OFFICER), path, """
                {"permits":[{"id":"%s","kind":"LAND","actualOn":"2026-04-01"},{"kind":"POWER"}]}""".formatted(id), 2);

        assertThat(first.body().has("chain")).isFalse();
        assertThat(second.texts("permits", "id"))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .first()
                .isEqualTo(id);
    }

    @Test
    void theSameKeyMovesOnce() throws Exception {
        String path = api.opened(YUANQU) + "/progress-reports";
        String report = "{\"month\":\"2026-05\",\"summary\":\"主体施工\"}";
        Map<String, String> key = Map.of("Idempotency-Key", path);

        Answer first = api.send(HttpMethod.POST, as(Role.OFFICER), path, report, key);
        Answer again = api.send(HttpMethod.POST, as(Role.OFFICER), path, report, key);
        Answer other = api.send(HttpMethod.POST, as(Role.OFFICER), path, report.replace("05", "06"), key);

        assertThat(List.of(first.status(), again.status(), other.status())).containsExactly(201, 201, 422);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void theAdministratorBringsHistoryIn() throws Exception {
        String path = api.opened(YUANQU);
        String at = "2026-03-20T02:00:00Z";

        Answer changed = api.patch(
                as(Role.ADMIN), path, COMPANY.replaceFirst("}$", ",\"at\":\"" + at + "\",\"by\":\"officer.old\"}"), 1);

        assertThat(changed.text("/updatedAt")).isEqualTo(at);
        assertThat(changed.text("/updatedBy")).isEqualTo("officer.old");
        assertThat(events(path, 2).getLast().backfill()).isTrue();
        assertThat(api.post(as(Role.MANAGER), path + "/transitions", "{\"to\":\"REGISTERED\",\"at\":\"" + at + "\"}")
                        .status())
                .isEqualTo(403);
    }

    private String preparing() throws Exception {
        String path = api.opened(YUANQU);
        api.patch(as(Role.OFFICER), path, COMPANY, 1);
        api.post(as(Role.OFFICER), path + "/transitions", "{\"to\":\"REGISTERED\"}");
        api.patch(as(Role.OFFICER), path, """
                {"permits":[{"kind":"CONSTRUCTION","plannedOn":"2026-05-01"}],"targetStartOn":"2026-05-31",
                 "responsibility":{"deliveryUnit":"垣曲开发区管委会"}}""", 3);
        assertThat(api.post(as(Role.OFFICER), path + "/transitions", "{\"to\":\"PREPARING\"}")
                        .text("/stage"))
                .isEqualTo("PREPARING");
        return path;
    }

    /** The index follows the commit by an instant. */
    private Answer settled(String token, String path, int count) {
        return Awaitility.await()
                .until(
                        () -> api.get(token, path),
                        board -> board.body().at("/columns/0/count").asInt() == count);
    }

    private static List<CloudEvent<?>> events(String path, int count) throws InterruptedException {
        String id = path.substring("/api/projects/".length());
        return PublishedEvents.on(Topics.PROJECTS).await(id, PATIENCE, found -> found.size() >= count);
    }
}
