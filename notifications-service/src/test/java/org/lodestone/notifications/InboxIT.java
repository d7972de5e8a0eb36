package org.lodestone.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.LeadCaptured;
import org.lodestone.contracts.LeadFacts;
import org.lodestone.contracts.Money;
import org.lodestone.contracts.Topics;
import org.lodestone.notifications.directory.Directory;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InboxIT extends RunningNotifications {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String officer = unique("officer.");
    private final String manager = unique("manager.");
    private final String leader = unique("leader.");
    private final String watcher = unique("watcher.");
    private final String foreigner = unique("foreigner.");
    private final People people = new People(officer, manager, leader, List.of(leader, watcher, officer, foreigner));

    @Autowired
    private Directory directory;

    @BeforeEach
    void peopleAreAnnounced() throws Exception {
        announce(officer, Role.OFFICER, address(officer), ZONE);
        announce(manager, Role.MANAGER, address(manager), ZONE);
        announce(leader, Role.LEADER, address(leader), ZONE);
        announce(watcher, Role.VIEWER, null, ZONE);
        announce(foreigner, Role.OFFICER, address(foreigner), OTHER_ZONE);
        for (String person : List.of(officer, manager, leader, watcher, foreigner)) {
            await(() -> directory.person(person).orElse(null));
        }
    }

    @Test
    void everybodyConcernedHasOneRowAndTheActorHasNone() throws Exception {
        String project = unique("P-");

        publishStage(project, 1, people, false);
        publishStage(project, 1, people, false);
        String marker = unique("P-");
        publishStage(marker, 1, people, false);

        JsonNode row = rowAbout(leader, Role.LEADER, project);
        awaitRow(watcher, Role.VIEWER, project);
        awaitRow(manager, Role.MANAGER, marker);
        assertThat(rows(leader, Role.LEADER, project)).hasSize(1);
        assertThat(rows(manager, Role.MANAGER, project)).hasSize(1);
        assertThat(rows(officer, Role.OFFICER, project)).isEmpty();
        assertThat(row.at("/reason/because").stringValue()).isEqualTo("SPONSOR");
        assertThat(row.at("/reason/rule").stringValue()).isEqualTo("stage-change");
        assertThat(row.at("/severity").stringValue()).isEqualTo("INFO");
        assertThat(row.at("/type").stringValue()).isEqualTo("project.stage-changed.v1");
        assertThat(row.at("/title").stringValue()).isEqualTo("项目“锂电铜箔<@all>”进入【注册落地】");
        assertThat(row.at("/english/title").stringValue()).isEqualTo("Project “锂电铜箔<@all>” is now in Registered");
        assertThat(row.at("/subject/kind").stringValue()).isEqualTo("project");
        assertThat(row.at("/subject/zone").stringValue()).isEqualTo(ZONE);
        assertThat(row.at("/link").stringValue()).isEqualTo("/projects/" + project);
        assertThat(row.at("/read").booleanValue()).isFalse();
        assertThat(row.propertyNames())
                .containsExactly(
                        "id",
                        "seq",
                        "at",
                        "type",
                        "severity",
                        "title",
                        "body",
                        "subject",
                        "reason",
                        "link",
                        "read",
                        "english");
    }

    @Test
    void whoMayNotReadTheProjectIsNotTold() throws Exception {
        String project = unique("P-");

        publishStage(project, 1, people, false);

        awaitRow(leader, Role.LEADER, project);
        awaitRow(watcher, Role.VIEWER, project);
        assertThat(get(Tokens.of(foreigner, Role.OFFICER, ZONE, OTHER_ZONE), "/api/inbox")
                        .body())
                .doesNotContain(project);
    }

    @Test
    void rowIsHiddenFromWhoMayNoLongerReadIt() throws Exception {
        String project = unique("P-");
        publishStage(project, 1, people, false);
        JsonNode row = rowAbout(leader, Role.LEADER, project);
        String elsewhere = Tokens.of(leader, Role.LEADER, OTHER_ZONE);

        assertThat(get(elsewhere, "/api/inbox").body()).doesNotContain(project);
        assertThat(get(elsewhere, "/api/inbox/counts").body()).isEqualTo("{\"unread\":0}");
        assertThat(patch(elsewhere, row, "{\"read\":true}").statusCode()).isEqualTo(404);
    }

    @Test
    void historyTellsNobody() throws Exception {
        String project = unique("P-");
        String after = unique("P-");

        publishStage(project, 1, people, true);
        publishStage(project, 2, people, false);
        publishStage(after, 1, people, false);

        awaitRow(leader, Role.LEADER, after);
        awaitRow(leader, Role.LEADER, project);
        assertThat(rows(leader, Role.LEADER, project)).hasSize(1);
    }

    @Test
    void readingIsCountedAndOnlyOnesOwn() throws Exception {
        String project = unique("P-");
        publishStage(project, 1, people, false);
        JsonNode row = rowAbout(leader, Role.LEADER, project);
        String token = Tokens.of(leader, Role.LEADER, ZONE);

        assertThat(get(token, "/api/inbox/counts").body()).isEqualTo("{\"unread\":1}");
        assertThat(patch(Tokens.of(manager, Role.MANAGER, ZONE), row, "{\"read\":true}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(patch(token, row, "{\"read\":true,\"zone\":\"1\"}").statusCode())
                .isEqualTo(400);
        assertThat(patch(token, row, "{}").statusCode()).isEqualTo(400);
        HttpResponse<String> read = patch(token, row, "{\"read\":true}");
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(read.body()).at("/read").booleanValue()).isTrue();
        assertThat(get(token, "/api/inbox/counts").body()).isEqualTo("{\"unread\":0}");
        assertThat(get(token, "/api/inbox?unread=true").body()).doesNotContain(project);
        assertThat(patch(token, row, "{\"read\":false}").statusCode()).isEqualTo(200);
        assertThat(get(token, "/api/inbox/counts").body()).isEqualTo("{\"unread\":1}");
    }

    @Test
    void listIsPagedNewestFirstAndSearched() throws Exception {
        List<String> projects = List.of(unique("P-"), unique("P-"), unique("P-"));
        for (String project : projects) {
            publishStage(project, 1, people, false);
            awaitRow(leader, Role.LEADER, project);
        }
        String token = Tokens.of(leader, Role.LEADER, ZONE);

        JsonNode first = JSON.readTree(get(token, "/api/inbox?limit=2").body());
        JsonNode second = JSON.readTree(
                get(token, "/api/inbox?limit=2&cursor=" + first.at("/next").stringValue())
                        .body());

        assertThat(first.at("/items/0/subject/id").stringValue()).isEqualTo(projects.get(2));
        assertThat(first.at("/items/1/subject/id").stringValue()).isEqualTo(projects.get(1));
        assertThat(second.at("/items/0/subject/id").stringValue()).isEqualTo(projects.get(0));
        assertThat(second.has("next")).isFalse();
        assertThat(first.at("/total/value").longValue()).isEqualTo(3);
        assertThat(get(token, "/api/inbox?q=" + projects.get(1)).body())
                .contains(projects.get(1))
                .doesNotContain(projects.get(2));
        assertThat(get(token, "/api/inbox?q=(a%2B)%2B$").body()).contains("\"items\":[]");
        assertThat(get(token, "/api/inbox?cursor=x").statusCode()).isEqualTo(400);
        assertThat(get(token, "/api/inbox?limit=0").statusCode()).isEqualTo(400);
        assertThat(get(token, "/api/inbox?q=" + "a".repeat(5000)).statusCode()).isEqualTo(400);
        JsonNode refused = JSON.readTree(get(token, "/api/inbox?colour=red&cursor=x&limit=many&q=" + "a".repeat(5000))
                .body());
        assertThat(refused.at("/errors")
                        .valueStream()
                        .map(error -> error.at("/field").stringValue()))
                .containsExactlyInAnyOrder("colour", "cursor", "limit", "q");
    }

    @Test
    void bellRingsOnTheStreamWithTheRowAndTheCounts() throws Exception {
        String token = Tokens.of(leader, Role.LEADER, ZONE);
        SseClient both = listen("/api/streams/events?include=inbox,jobs", token, null);
        SseClient alone = listen("/api/inbox/stream", token, null);
        SseClient other = listen("/api/streams/events?include=inbox", Tokens.of(manager, Role.MANAGER, "140400"), null);
        assertThat(both.await(frame -> frame.is("inbox.counts")).payload()).isEqualTo("{\"unread\":0}");
        alone.await(frame -> frame.is("inbox.counts"));
        String project = unique("P-");

        publishStage(project, 1, people, false);

        JsonNode item =
                JSON.readTree(both.await(frame -> frame.is("inbox.item")).payload());
        assertThat(item.at("/subject/id").stringValue()).isEqualTo(project);
        both.await(frame -> frame.is("inbox.counts") && frame.payload().equals("{\"unread\":1}"));
        both.await(frame -> frame.is("project.stage-changed.v1"));
        alone.await(frame -> frame.is("inbox.item"));
        patch(token, item, "{\"read\":true}");
        alone.awaitCount(2, frame -> frame.is("inbox.counts") && frame.payload().equals("{\"unread\":0}"));
        assertThat(alone.frames()).noneMatch(frame -> frame.is("project.stage-changed.v1"));
        assertThat(other.frames()).noneMatch(frame -> frame.is("inbox.item"));
    }

    @Test
    void everyAlertIsMailedOnceInChinese() throws Exception {
        String project = unique("P-");

        publishStage(project, 1, people, false);
        publishStage(project, 1, people, false);

        MimeMessage mail = await(() -> mailsTo(leader).stream().findFirst().orElse(null));
        await(() -> mailsTo(manager).stream().findFirst().orElse(null));
        String marker = unique("P-");
        publishStage(marker, 1, people, false);
        await(() -> about(leader, marker).stream().findFirst().orElse(null));
        assertThat(about(leader, project)).hasSize(1);
        assertThat(mailsTo(officer)).isEmpty();
        assertThat(mailsTo(foreigner)).isEmpty();
        assertThat(mail.getSubject()).isEqualTo("项目“锂电铜箔<@all>”进入【注册落地】");
        assertThat(mail.getMessageID())
                .isEqualTo(
                        "<" + rowAbout(leader, Role.LEADER, project).at("/id").stringValue() + "@lodestone.example>");
        assertThat(mail.getHeader("References")).containsExactly("<project-" + project + "@lodestone.example>");
        jakarta.mail.Multipart parts = (jakarta.mail.Multipart) mail.getContent();
        String whole = text(parts);
        assertThat(whole)
                .contains("https://lodestone.example/projects/" + project)
                .contains("该项目的包联领导")
                .contains("&lt;@all&gt;");
    }

    @Test
    void whoIsAnnouncedLaterIsMailedThen() throws Exception {
        String late = unique("late.");
        String project = unique("P-");

        publishStage(project, 1, new People(officer, manager, late, List.of()), false);

        awaitRow(late, Role.LEADER, project);
        assertThat(mailsTo(late)).isEmpty();
        announce(late, Role.LEADER, address(late), ZONE);
        await(() -> mailsTo(late).stream().findFirst().orElse(null));
    }

    @Test
    void largeInvestmentIsToldToWhoeverLeadsInItsZoneOnce() throws Exception {
        String elsewhere = unique("leader.");
        announce(elsewhere, Role.LEADER, null, OTHER_ZONE);
        await(() -> directory.person(elsewhere).orElse(null));
        String lead = unique("L-");
        String marker = unique("L-");

        publish(Topics.LEADS, "/leads", lead, 1, false, new LeadCaptured(planned("120000.00"), null, null));
        publish(Topics.LEADS, "/leads", lead, 1, false, new LeadCaptured(planned("120000.00"), null, null));
        publish(Topics.LEADS, "/leads", marker, 1, false, new LeadCaptured(planned("10000.00"), null, null));

        JsonNode row = rowAbout(leader, Role.LEADER, lead);
        awaitRow(leader, Role.LEADER, marker);
        assertThat(rows(leader, Role.LEADER, lead)).hasSize(1);
        assertThat(row.at("/severity").stringValue()).isEqualTo("INFO");
        assertThat(row.at("/reason/rule").stringValue()).isEqualTo("large-investment");
        assertThat(row.at("/reason/because").stringValue()).isEqualTo("LEADER");
        assertThat(row.at("/link").stringValue()).isEqualTo("/leads/" + lead);
        assertThat(rows(elsewhere, Role.LEADER, lead)).isEmpty();
        assertThat(rows(manager, Role.MANAGER, lead)).isEmpty();
    }

    private LeadFacts planned(String amount) {
        return new LeadFacts(
                ZONE + "-2026-0001",
                "锂电铜箔",
                ZONE,
                null,
                "NEW",
                officer,
                null,
                manager,
                null,
                null,
                null,
                null,
                null,
                new Money(amount, "CNY_10K"),
                officer);
    }

    private static String text(jakarta.mail.Multipart parts) throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.getCount(); i++) {
            Object content = parts.getBodyPart(i).getContent();
            text.append(content instanceof jakarta.mail.Multipart inner ? text(inner) : content);
        }
        return text.toString();
    }

    private static String address(String person) {
        return person + "@zone.example";
    }

    private static List<MimeMessage> mailsTo(String person) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().equals(address(person));
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private static List<MimeMessage> about(String person, String project) {
        return mailsTo(person).stream()
                .filter(mail -> {
                    try {
                        return mail.getHeader("References")[0].contains(project);
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private JsonNode rowAbout(String person, Role role, String project) throws Exception {
        return await(() -> rows(person, role, project).stream().findFirst().orElse(null));
    }

    private void awaitRow(String person, Role role, String project) throws Exception {
        assertThat(rowAbout(person, role, project).isObject()).isTrue();
    }

    private List<JsonNode> rows(String person, Role role, String project) throws Exception {
        JsonNode page = JSON.readTree(
                get(Tokens.of(person, role, ZONE), "/api/inbox?limit=200").body());
        return page.at("/items")
                .valueStream()
                .filter(row -> row.at("/subject/id").stringValue().equals(project))
                .toList();
    }

    private HttpResponse<String> get(String token, String path) throws Exception {
        return HTTP.send(request(token, path).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> patch(String token, JsonNode row, String body) throws Exception {
        return HTTP.send(
                request(token, "/api/inbox/" + row.at("/id").stringValue())
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port
                        + path.replace("(", "%28").replace(")", "%29").replace("$", "%24")))
                .header("Authorization", "Bearer " + token);
    }
}
