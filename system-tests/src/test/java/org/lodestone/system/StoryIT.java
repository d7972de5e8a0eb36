package org.lodestone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.lodestone.system.Api.Answer;
import org.lodestone.system.Dashboard.Frame;
import tools.jackson.databind.JsonNode;

/** The main road, walked once quietly and once while every process is killed under it. */
class StoryIT {

    private final Stack stack = Stack.up();
    private final Api officer = new Api(stack, "officer.yuanqu");
    private final Api manager = new Api(stack, "manager.yuanqu");
    private final Api leader = new Api(stack, "leader.yuanqu");

    @Test
    void leadBecomesAProjectAndEveryoneConcernedLearnsOfItOnce() {
        try (Dashboard dashboard = Dashboard.live(stack, "viewer")) {
            Road road = new Road(officer, manager, () -> {});
            String lead = road.toContract();
            String project = road.projectId();
            road.register(project);
            assertWhole(dashboard, lead, project);
            assertThat(new Api(stack, "officer.yangcheng")
                            .get("/api/leads/" + lead)
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void storyHoldsWhileEveryProcessIsKilledOnce() {
        List<String> victims = stack.processes().keySet().stream()
                .filter(name -> !name.equals("supervisor"))
                .sorted()
                .toList();
        assertThat(victims).hasSizeGreaterThanOrEqualTo(8);
        java.util.Iterator<String> next = victims.iterator();
        try (Dashboard dashboard = Dashboard.live(stack, "viewer")) {
            Road road = new Road(officer, manager, () -> {
                if (next.hasNext()) {
                    stack.kill(next.next());
                }
            });
            String lead = road.toContract();
            String project = road.projectId();
            road.register(project);
            assertThat(next.hasNext()).as("every process was killed").isFalse();
            assertWhole(dashboard, lead, project);
            assertThat(stack.processes().keySet()).containsAll(victims);
        }
    }

    @Test
    void streamGoesOnExactlyFromAnId() {
        try (Dashboard first = Dashboard.live(stack, "viewer")) {
            String lead = new Road(officer, manager, () -> {}).newLead();
            officer.post(
                    "/api/leads/" + lead + "/follow-ups",
                    "{\"at\":\"2026-11-20T02:00:00Z\",\"kind\":\"CALL\",\"summary\":\"再次联系\"}");
            List<Frame> seen = awaitFrames(first, "/leads/" + lead, 2);
            try (Dashboard second = new Dashboard(
                    stack, "viewer", "/api/streams/events", seen.getFirst().id())) {
                assertThat(awaitFrames(second, "/leads/" + lead, 1).getFirst()).isEqualTo(seen.get(1));
            }
        }
    }

    private void assertWhole(Dashboard dashboard, String lead, String project) {
        long leadVersion = version(officer, "/api/leads/" + lead);
        long projectVersion = version(officer, "/api/projects/" + project);
        assertGapless(dashboard, "/leads/" + lead, leadVersion);
        assertGapless(dashboard, "/projects/" + project, projectVersion);
        assertHistory("/api/leads/" + lead + "/history", leadVersion);
        assertHistory("/api/projects/" + project + "/history", projectVersion);
        int found = Stack.await("the list shows the project", Duration.ofSeconds(60), () -> {
            int projects = projectsOf(lead);
            return projects == 0 ? Optional.empty() : Optional.of(projects);
        });
        assertThat(found).isEqualTo(1);
        Stack.await(
                "the leader's alert",
                Duration.ofSeconds(30),
                () -> rows(leader, project) > 0 ? Optional.of(true) : Optional.empty());
        Stack.await(
                "the manager's alert",
                Duration.ofSeconds(30),
                () -> rows(manager, project) > 0 ? Optional.of(true) : Optional.empty());
        assertThat(rows(leader, project)).isEqualTo(1);
        assertThat(rows(manager, project)).isEqualTo(1);
        assertThat(rows(officer, project)).as("not to the actor").isZero();
    }

    private static void assertGapless(Dashboard dashboard, String source, long version) {
        List<Frame> frames = awaitFrames(dashboard, source, (int) version);
        assertThat(frames.stream().map(Frame::sequence).toList())
                .isEqualTo(LongStream.rangeClosed(1, version).boxed().toList());
    }

    private static List<Frame> awaitFrames(Dashboard dashboard, String source, int count) {
        return Stack.await(count + " frames of " + source, Duration.ofSeconds(60), () -> {
            List<Frame> frames = dashboard.of(source);
            return frames.size() >= count ? Optional.of(frames) : Optional.empty();
        });
    }

    private void assertHistory(String path, long version) {
        JsonNode history = officer.getUntilAnswered(path).body().path("items");
        List<Long> sequences = StreamSupport.stream(history.spliterator(), false)
                .map(line -> line.get("sequence").asLong())
                .sorted()
                .toList();
        assertThat(sequences)
                .isEqualTo(LongStream.rangeClosed(1, version).boxed().toList());
    }

    private int projectsOf(String lead) {
        JsonNode items =
                officer.getUntilAnswered("/api/projects?limit=200").body().path("items");
        return (int) StreamSupport.stream(items.spliterator(), false)
                .filter(item -> lead.equals(item.path("leadId").asString("")))
                .count();
    }

    /** How often a person was told that this project opened. */
    private static long rows(Api person, String project) {
        Answer inbox = person.getUntilAnswered("/api/inbox?limit=200");
        return StreamSupport.stream(inbox.body().path("items").spliterator(), false)
                .filter(row -> row.path("type").asString("").equals("project.opened.v1"))
                .filter(row -> row.path("subject").path("id").asString("").equals(project))
                .count();
    }

    private static long version(Api person, String path) {
        Answer answer = person.getUntilAnswered(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body().get("version").asLong();
    }
}
