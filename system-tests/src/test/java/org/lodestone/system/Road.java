package org.lodestone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.lodestone.system.Api.Answer;

/** The officer's way from a first word to a registered company. {@code between} happens before every step. */
final class Road {

    private final Api officer;
    private final Api manager;
    private final Runnable between;
    private String lead = "";
    private String project = "";

    Road(Api officer, Api manager, Runnable between) {
        this.officer = officer;
        this.manager = manager;
        this.between = between;
    }

    String newLead() {
        return newLead("系统测试铜箔项目");
    }

    private String newLead(String name) {
        Answer created = officer.postUntilAnswered("/api/leads", """
                {"name":"%s","source":{"channel":"REFERRAL"},"receivedOn":"2026-11-20",
                 "investor":{"name":"系统测试材料有限公司","uscc":"91140827MA0DEM013B"},
                 "assignment":{"department":"投资促进部","sponsor":"leader.yuanqu"}}""".formatted(name));
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        lead = created.body().get("id").asString();
        return lead;
    }

    String toContract() {
        return toContract("系统测试铜箔项目");
    }

    /** @param name of the lead, and so of its project */
    String toContract(String name) {
        newLead(name);
        Answer dry = officer.getUntilAnswered("/api/leads/" + lead);
        assertThat(dry.body().get("state").asString()).isEqualTo("NEW");
        move("ASSESSING");
        put("/assessment", "{\"verdict\":\"PROCEED\"}");
        change(
                "{\"chain\":\"copper-nickel\",\"investment\":{\"planned\":{\"value\":\"120000.00\",\"unit\":\"CNY_10K\"}},"
                        + "\"nextAction\":{\"what\":\"拜访企业\",\"on\":\"2026-12-01\"}}");
        move("ENGAGING");
        followUp();
        change("{\"siteOptions\":[\"北区标准地 B-07\"],\"keyTerms\":\"分两期建设\"}");
        move("CONSENSUS");
        change(
                "{\"documents\":[{\"kind\":\"INTENT\",\"number\":\"YX-2026-018\",\"on\":\"2026-11-20\",\"title\":\"意向协议\"}],"
                        + "\"needs\":{\"landMu\":\"60.00\",\"powerKva\":\"8000\"}}");
        move("INTENT");
        between.run();
        Answer converted = officer.postUntilAnswered("/api/leads/" + lead + "/transitions", """
                {"to":"CONVERTED","contract":{"number":"HT-2026-001","on":"2026-11-20","amount":{"value":"120000.00","unit":"CNY_10K"}}}""");
        assertThat(converted.status()).as("%s", converted.body()).isEqualTo(200);
        project = converted.body().get("projectId").asString();
        return lead;
    }

    String projectId() {
        return Stack.await("the project opened", Duration.ofSeconds(60), () -> {
            Answer answer = officer.getUntilAnswered("/api/projects/" + project);
            return answer.status() == 200 ? Optional.of(project) : Optional.empty();
        });
    }

    void register(String id) {
        between.run();
        String path = "/api/projects/" + id;
        untilDone(
                path,
                "{\"company\":{\"name\":\"系统测试新材料有限公司\",\"uscc\":\"91140522MA0DEM021E\",\"registeredOn\":\"2026-11-20\"}}");
        between.run();
        Answer moved =
                officer.postUntilAnswered(path + "/transitions", "{\"to\":\"REGISTERED\",\"on\":\"2026-11-20\"}");
        assertThat(moved.status()).as("%s", moved.body()).isEqualTo(200);
        assertThat(moved.body().get("stage").asString()).isEqualTo("REGISTERED");
    }

    private void move(String to) {
        between.run();
        Answer moved = officer.postUntilAnswered("/api/leads/" + lead + "/transitions", "{\"to\":\"" + to + "\"}");
        assertThat(moved.status()).as("%s", moved.body()).isEqualTo(200);
        assertThat(moved.body().get("state").asString()).isEqualTo(to);
    }

    private void followUp() {
        between.run();
        Answer answer = officer.postUntilAnswered(
                "/api/leads/" + lead + "/follow-ups",
                "{\"at\":\"2026-11-20T02:00:00Z\",\"kind\":\"MEETING\",\"summary\":\"来访座谈，确认分两期建设\"}");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    }

    private void put(String sub, String body) {
        between.run();
        Answer answer = Stack.await("the verdict", Duration.ofMinutes(2), () -> {
            Answer put = manager.put("/api/leads/" + lead + sub, body);
            return put.status() == 0 || put.status() >= 500 ? Optional.empty() : Optional.of(put);
        });
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }

    private void change(String body) {
        between.run();
        untilDone("/api/leads/" + lead, body);
    }

    /** A PATCH has no key: when its answer was lost, the version tells whether it was done, and 412 is read again. */
    private void untilDone(String path, String body) {
        Answer done = Stack.await("a change of " + path, Duration.ofMinutes(2), () -> {
            long version = officer.getUntilAnswered(path).body().path("version").asLong();
            Answer answer = officer.patch(path, version, body);
            boolean unsure = answer.status() == 0 || answer.status() >= 500 || answer.status() == 412;
            return unsure ? Optional.empty() : Optional.of(answer);
        });
        assertThat(done.status()).as("%s", done.body()).isEqualTo(200);
    }
}
