package org.lodestone.benchmarks.plain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A new lead: as it is answered, as it is stored with its line of the history and its event, and as it is indexed. */
record PlainLead(String id, String number, JsonNode form, String by, Instant at, List<String> duplicates) {

    private static final LocalTime EVENING = LocalTime.of(17, 30);

    /** What each known fact is worth. */
    private static final Map<String, Integer> POINTS = Map.of(
            "/investor/name", 5,
            "/investor/uscc", 10,
            "/contacts/0/phone", 10,
            "/chain", 10,
            "/industry", 5,
            "/investment/planned", 15,
            "/needs/landMu", 5,
            "/needs/powerKva", 5,
            "/expected/tax", 10,
            "/expected/jobs", 5);

    private static final List<Map<String, Object>> NEXT = List.of(
            Map.of("to", "ASSESSING", "unmet", List.of()),
            Map.of("to", "ON_HOLD", "unmet", List.of(unmet("revisitOn", "需要回访日期"), unmet("reason", "需要从清单中选择原因"))),
            Map.of(
                    "to",
                    "DROPPED",
                    "unmet",
                    List.of(unmet("lostTo", "被其他地区竞得时需要注明去向"), unmet("reason", "需要从清单中选择原因"))));

    private static Map<String, String> unmet(String field, String message) {
        return Map.of("requirement", field, "field", field, "message", message);
    }

    int score() {
        return POINTS.entrySet().stream()
                .filter(points -> !form.at(points.getKey()).isMissingNode())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    Map<String, Object> answer() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", id);
        answer.put("number", number);
        answer.put("version", 1);
        answer.put("state", "NEW");
        answer.put("stateSince", at);
        answer.put("light", "GREEN");
        answer.put("clocks", List.of(clock()));
        answer.put("score", score());
        form.forEachEntry(answer::put);
        answer.put("assignment", Map.of("owner", by, "because", Map.of("code", "CREATED", "text", by + "登记，归其本人")));
        answer.put("duplicateCheckAt", at);
        answer.put("duplicates", duplicates);
        if (form.at("/investor/uscc").isString()) {
            String uscc = form.at("/investor/uscc").stringValue();
            answer.put("usccValid", PlainForm.isValidUscc(uscc));
        }
        answer.put("next", NEXT);
        answer.put("createdAt", at);
        answer.put("createdBy", by);
        answer.put("updatedAt", at);
        answer.put("updatedBy", by);
        return answer;
    }

    /** Answered by the evening of the next working day, and red a day later. */
    private Map<String, Object> clock() {
        LocalDate due = workingDayAfter(at.atZone(PlainForm.CHINA).toLocalDate());
        LocalDate red = workingDayAfter(due);
        return Map.of(
                "kind",
                "first-response",
                "since",
                at,
                "dueAt",
                due.atTime(EVENING).atZone(PlainForm.CHINA).toInstant(),
                "redAt",
                red.atTime(EVENING).atZone(PlainForm.CHINA).toInstant(),
                "light",
                "GREEN",
                "day",
                due);
    }

    private static LocalDate workingDayAfter(LocalDate day) {
        LocalDate next = day.plusDays(1);
        return next.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? workingDayAfter(next) : next;
    }

    /** One document, so that the lead, its line and its event are there together or not at all. */
    Document stored(JsonMapper json) {
        Document stored = new Document("_id", id);
        stored.append("number", number).append("version", 1L);
        form.forEachEntry((name, value) -> stored.append(name, plain(value)));
        stored.append("state", "NEW").append("owner", by).append("score", score());
        stored.append("duplicates", duplicates)
                .append("createdAt", Date.from(at))
                .append("createdBy", by);
        Document line = line();
        stored.append("head", line.get("hash"));
        return stored.append("outbox", new Document("event", event(json)).append("history", line));
    }

    private Document line() {
        List<Document> changes = new ArrayList<>();
        form.forEachEntry((name, value) -> changes.add(new Document("field", name).append("after", plain(value))));
        Document line = new Document("_id", id + ":1")
                .append("sequence", 1L)
                .append("at", Date.from(at))
                .append("by", by)
                .append("kind", "captured")
                .append("changes", changes);
        return line.append("hash", hash(line.toString()));
    }

    private String event(JsonMapper json) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("number", number);
        for (String field : List.of("name", "zone", "park", "chain")) {
            if (form.path(field).isString()) {
                event.put(field, form.path(field));
            }
        }
        event.put("state", "NEW");
        event.put("owner", by);
        event.put("investor", form.at("/investor/name").asString(""));
        event.put("channel", form.at("/source/channel"));
        event.put("amount", form.at("/investment/planned"));
        event.put("by", by);
        event.put("deadlines", List.of(clock()));
        return json.writeValueAsString(event);
    }

    PlainIndex.Kept kept(JsonMapper json) {
        return new PlainIndex.Kept(id, by, at.toEpochMilli(), score(), json.writeValueAsBytes(answer()));
    }

    private static String hash(String line) {
        try {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object plain(JsonNode value) {
        if (value.isObject()) {
            Document document = new Document();
            value.forEachEntry((name, each) -> document.append(name, plain(each)));
            return document;
        }
        if (value.isArray()) {
            List<Object> items = new ArrayList<>();
            value.forEach(each -> items.add(plain(each)));
            return items;
        }
        return value.isInt() ? value.intValue() : value.isBoolean() ? value.booleanValue() : value.asString();
    }
}
