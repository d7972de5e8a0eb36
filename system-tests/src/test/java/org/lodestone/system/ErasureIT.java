package org.lodestone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.lodestone.system.Api.Answer;
import tools.jackson.databind.JsonNode;

/** A person is forgotten in every service, also in one that was away when it was asked. */
class ErasureIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Stack stack = Stack.up();

    private final long number = ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L);
    private final String phone = "177" + number;
    private final String person = "欧阳" + number;

    @Test
    void whoIsErasedIsInNobodysInboxEither() {
        String lead = lead();
        Stack.await(
                "the alert",
                PATIENCE,
                () -> rows(lead).stream()
                        .filter(row -> row.path("title").asString("").contains(person))
                        .findFirst());

        stack.kill("notifications");
        JsonNode report = erased();

        assertThat(StreamSupport.stream(report.path("places").spliterator(), false)
                        .map(place -> place.path("place").asString("")))
                .contains("leads", "notifications-service/inbox");
        assertThat(report.path("remarks").toString()).doesNotContain("REMAINS");
        List<JsonNode> rows = rows(lead);
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.toString()).contains("〔已删除〕").doesNotContain(person, phone));
    }

    /** The project opened under the lead's name; it is found by the lead it came of. */
    @Test
    void whoIsErasedIsInTheProjectNoMore() {
        Api officer = new Api(stack, "officer.yuanqu");
        String lead = converted(officer);
        String project = Stack.await("the project", PATIENCE, () -> {
            Answer answer = officer.getUntilAnswered("/api/leads/" + lead);
            String id = answer.body().path("projectId").asString("");
            return !id.isEmpty()
                            && officer.getUntilAnswered("/api/projects/" + id).status() == 200
                    ? Optional.of(id)
                    : Optional.empty();
        });
        assertThat(officer.getUntilAnswered("/api/projects/" + project).body().toString())
                .contains(person);

        stack.kill("projects");
        JsonNode report = erased();

        assertThat(StreamSupport.stream(report.path("places").spliterator(), false)
                        .map(place -> place.path("place").asString("")))
                .contains("leads", "projects-service/projects", "projects-service/history");
        for (String part : List.of("", "/history?limit=200")) {
            assertThat(officer.getUntilAnswered("/api/projects/" + project + part)
                            .body()
                            .toString())
                    .doesNotContain(person, phone);
        }
        assertThat(officer.getUntilAnswered("/api/projects/" + project + "/history?verify=true")
                        .body()
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    private JsonNode erased() {
        Api admin = new Api(stack, "admin");
        Answer begun = admin.postUntilAnswered("/api/personal-data/erasures", """
                        {"phones":["%s"],"names":["%s"],"reason":"来函"}""".formatted(phone, person));
        assertThat(begun.status()).as("%s", begun.body()).isEqualTo(202);
        String path = "/api/personal-data/erasures/" + begun.body().get("id").asString();
        return Stack.await(
                "the erasure",
                PATIENCE,
                () -> Optional.of(admin.getUntilAnswered(path).body())
                        .filter(erasure -> erasure.path("state").asString("").equals("DONE")));
    }

    private String converted(Api officer) {
        Road road = new Road(officer, new Api(stack, "manager.yuanqu"), () -> {});
        return road.toContract("%s的项目 %s".formatted(person, phone));
    }

    private String lead() {
        Api officer = new Api(stack, "officer.yangcheng");
        Answer created = officer.postUntilAnswered("/api/leads", """
                        {"name":"%s的项目 %s","source":{"channel":"REFERRAL"},"receivedOn":"2026-11-20",
                         "contacts":[{"name":"%s","phone":"%s"}],
                         "assignment":{"department":"投资促进部","sponsor":"leader.yangcheng"}}""".formatted(person, phone, person, phone));
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        String id = created.body().get("id").asString();
        Answer moved = officer.postUntilAnswered("/api/leads/" + id + "/transitions", "{\"to\":\"ASSESSING\"}");
        assertThat(moved.status()).as("%s", moved.body()).isEqualTo(200);
        return id;
    }

    private static List<JsonNode> rows(String lead) {
        JsonNode items = new Api(stack, "leader.yangcheng")
                .getUntilAnswered("/api/inbox?limit=200")
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(row -> row.path("subject").path("id").asString("").equals(lead))
                .toList();
    }
}
