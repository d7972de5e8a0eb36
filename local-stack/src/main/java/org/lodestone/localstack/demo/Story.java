package org.lodestone.localstack.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lodestone.localstack.supervisor.Stack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One lead from the first word to a registered company, with everybody who takes part, and a dashboard that listens all
 * along. It can be played while processes are being killed: it waits, and everything must still be there once.
 */
public final class Story {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Stack stack;
    private final boolean verify;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Api officer;
    private final Api manager;
    private final Api leader;
    private final LocalDate today;
    private final Map<String, Long> answeredAt = new HashMap<>();
    private int step;

    /** @param verify whether to compare everything in the stack afterwards */
    public Story(Stack stack, boolean verify) {
        this.stack = stack;
        this.verify = verify;
        this.officer = new Api(stack, "officer.yuanqu");
        this.manager = new Api(stack, "manager.yuanqu");
        this.leader = new Api(stack, "leader.yuanqu");
        this.today = LocalDate.now(ZONE);
    }

    /** Returns whether every step held; the first that does not is printed and ends the story. */
    public boolean play() {
        try (Dashboard dashboard = new Dashboard(leader).start()) {
            told("a dashboard of leader.yuanqu subscribes to the event stream");
            Answer converted = fromLeadToContract();
            Answer project = fromProjectToRegistered(converted.text("projectId"));
            alerts(project.text("id"));
            stream(dashboard, converted, project);
            strangerSeesNothing(converted.text("id"));
            return !verify || verified(converted, project);
        } catch (Failed e) {
            System.out.println("  ✗ " + e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Answer fromLeadToContract() {
        Answer lead = kept(officer.post("/api/leads", key("lead"), newLead()).expect(201));
        String path = "/api/leads/" + lead.text("id");
        told("officer.yuanqu logs lead " + lead.text("number") + " " + lead.text("name"));
        move(path, "ASSESSING");
        told("a dry run says what ENGAGING still needs: " + missing(path, "ENGAGING"));
        kept(manager.put(path + "/assessment", key("verdict"), Map.of("verdict", "PROCEED", "note", "符合产业方向"))
                .expect(200));
        told("manager.yuanqu gives the verdict PROCEED");
        change(path, engaging());
        move(path, "ENGAGING");
        kept(officer.post(
                        path + "/follow-ups",
                        key("meeting"),
                        Map.of("kind", "MEETING", "summary", "来访座谈，实地查看地块，确认分两期建设"))
                .expect(201));
        change(path, Map.of("siteOptions", List.of("铜镍精深加工园 B-07"), "keyTerms", "分两期建设，一期 18 个月内投产"));
        move(path, "CONSENSUS");
        change(path, intent());
        move(path, "INTENT");
        Map<String, Object> contract =
                Map.of("number", "HT-" + run, "on", today.toString(), "amount", amount("120000.00"));
        Answer converted = kept(
                officer.post(path + "/transitions", key("CONVERTED"), Map.of("to", "CONVERTED", "contract", contract))
                        .expect(200));
        told("officer.yuanqu converts it with contract HT-" + run + "; project " + converted.text("projectId"));
        return converted;
    }

    private Map<String, Object> newLead() {
        return Map.of(
                "name", "锂电铜箔二期项目（演示 " + run + "）",
                "source", Map.of("channel", "REFERRAL", "referrer", "行业协会"),
                "receivedOn", today.toString(),
                "investor", Map.of("name", "演示铜箔材料有限公司" + run, "region", "370100", "country", "CN"),
                "content", "年产 2 万吨电解铜箔",
                "assignment", Map.of("department", "投资促进部", "sponsor", "leader.yuanqu"));
    }

    private Map<String, Object> engaging() {
        return Map.of(
                "chain", "copper-nickel",
                "investment", Map.of("planned", amount("120000.00")),
                "nextAction", Map.of("what", "邀请企业实地考察", "on", today.plusDays(7).toString()));
    }

    private Map<String, Object> intent() {
        return Map.of(
                "documents",
                List.of(Map.of("kind", "INTENT", "number", "YX-" + run, "on", today.toString(), "title", "投资意向协议")),
                "needs",
                Map.of("landMu", "60.00", "powerKva", "8000"));
    }

    private static Map<String, Object> amount(String value) {
        return Map.of("value", value, "unit", "CNY_10K");
    }

    private Answer fromProjectToRegistered(String id) {
        String path = "/api/projects/" + id;
        long asked = System.nanoTime();
        Answer opened = Pause.until(
                "project " + id, SOON, () -> Optional.of(officer.get(path)).filter(answer -> answer.status() == 200));
        told("the project can be read after " + (System.nanoTime() - asked) / 1_000_000 + " ms, stage "
                + opened.text("stage"));
        change(
                path,
                Map.of(
                        "company",
                        Map.of("name", "垣曲演示铜箔有限公司", "uscc", "91140827MA0DEM013B", "registeredOn", today.toString())));
        Answer moved = kept(officer.post(
                        path + "/transitions", key("REGISTERED"), Map.of("to", "REGISTERED", "on", today.toString()))
                .expect(200));
        told("officer.yuanqu registers the company; the project is " + moved.text("stage"));
        return moved;
    }

    private void move(String path, String to) {
        Answer moved = kept(
                officer.post(path + "/transitions", key(to), Map.of("to", to)).expect(200));
        if (!moved.text("state").equals(to)) {
            throw new Failed("the lead is " + moved.text("state") + " instead of " + to);
        }
        told("the lead is " + to);
    }

    /** A change that met a newer version is tried on it. */
    private void change(String path, Map<String, Object> fields) {
        String key = key(
                "change-" + String.join("-", fields.keySet().stream().sorted().toList()));
        kept(Pause.until("a change of " + path, SOON, () -> {
            String version = Long.toString(officer.get(path).expect(200).version());
            Answer answer = officer.patch(path, key, version, fields);
            return answer.status() == 412 ? Optional.empty() : Optional.of(answer.expect(200));
        }));
        told("officer.yuanqu fills in "
                + String.join(", ", fields.keySet().stream().sorted().toList()));
    }

    private String missing(String path, String to) {
        Answer dry = officer.post(path + "/transitions?dryRun=true", key("dry-" + to), Map.of("to", to))
                .expect(200);
        List<String> unmet = new ArrayList<>();
        dry.body()
                .path("unmet")
                .forEach(each -> unmet.add(each.path("requirement").asString("")));
        if (unmet.isEmpty()) {
            throw new Failed("the dry run to " + to + " misses nothing, although nothing was filled in");
        }
        return String.join(", ", unmet);
    }

    private void alerts(String project) {
        for (Map.Entry<String, Api> person :
                Map.of("leader.yuanqu", leader, "manager.yuanqu", manager).entrySet()) {
            Pause.until("the alert of " + person.getKey(), SOON, () -> alertOf(person.getValue(), project));
            Pause.until("the e-mail to " + person.getKey(), SOON, () -> mailTo(person.getKey(), project));
            told(person.getKey() + " has the alerts in the inbox and the e-mail");
        }
    }

    private static Optional<Boolean> alertOf(Api person, String project) {
        List<String> types = new ArrayList<>();
        person.get("/api/inbox?limit=50").expect(200).body().path("items").forEach(item -> {
            if (item.path("subject").path("id").asString("").equals(project)) {
                types.add(item.path("type").asString(""));
            }
        });
        boolean both = types.contains("project.opened.v1") && types.contains("project.stage-changed.v1");
        return both ? Optional.of(true) : Optional.empty();
    }

    private Optional<Boolean> mailTo(String person, String project) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(stack.mailViewer() + "/messages"))
                    .build();
            JsonNode mails = JsonMapper.builder()
                    .build()
                    .readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
            for (JsonNode mail : mails.path("items")) {
                if (mail.path("to").asString("").startsWith(person + "@")
                        && mail.toString().contains(project)) {
                    return Optional.of(true);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("interrupted");
        }
    }

    private void stream(Dashboard dashboard, Answer lead, Answer project) {
        for (Answer aggregate : List.of(lead, project)) {
            String id = aggregate.text("id");
            Pause.until(
                    "the last event of " + id + " on the stream",
                    SOON,
                    () -> dashboard.of(id).stream()
                            .filter(frame -> frame.sequence() == aggregate.version())
                            .findAny());
            printed(dashboard.of(id), aggregate.version());
        }
        if (dashboard.wasReset()) {
            throw new Failed("the stream was reset");
        }
        told("the dashboard got every event once, in order, over " + dashboard.cuts() + " cuts");
    }

    private void printed(List<Dashboard.Frame> frames, long version) {
        long expected = 0;
        for (Dashboard.Frame frame : frames) {
            expected++;
            if (frame.sequence() != expected) {
                throw new Failed("the stream showed " + frame.sequence() + " of " + frame.subject() + " where "
                        + expected + " was next");
            }
            Long answered = answeredAt.get(frame.subject() + ":" + frame.sequence());
            System.out.printf(
                    "      %-28s %3d  %s%n",
                    frame.event(),
                    frame.sequence(),
                    answered == null ? "" : delay((frame.atNanos() - answered) / 1_000_000));
        }
        if (expected != version) {
            throw new Failed("the stream showed " + expected + " events of " + version);
        }
    }

    /** The stream may well be quicker than the answer. */
    private static String delay(long millis) {
        return millis < 0 ? -millis + " ms before the answer" : millis + " ms after the answer";
    }

    private void strangerSeesNothing(String lead) {
        new Api(stack, "officer.yangcheng").get("/api/leads/" + lead).expect(404);
        told("officer.yangcheng asks for the same lead: 404");
    }

    private boolean verified(Answer lead, Answer project) {
        return new Verification(stack, List.of(lead.text("id"), project.text("id"))).print();
    }

    private Answer kept(Answer answer) {
        answeredAt.put(answer.text("id") + ":" + answer.version(), answer.atNanos());
        return answer;
    }

    private String key(String name) {
        return "story-" + run + "-" + name;
    }

    private void told(String what) {
        System.out.printf("  ✓ %2d %s%n", ++step, what);
    }
}
