package org.lodestone.localstack.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings one lead in, with what each gate asks for. */
final class DemoLead {

    static final String MARK = "演示值";

    private final DemoItem item;
    private final History history;
    private final Api admin;
    private String path = "";

    DemoLead(DemoItem item, History history, Api admin) {
        this.item = item;
        this.history = history;
        this.admin = admin;
    }

    /** Returns the lead's last answer. */
    Answer load() {
        History.Moment heard = history.next();
        Answer last = admin.post("/api/leads", key("lead"), heard.by(item.officer(), form()))
                .expect(201);
        path = "/api/leads/" + last.text("id");
        for (String state : item.leadMoves()) {
            prepare(state);
            last = move(state);
        }
        return last;
    }

    private Map<String, Object> form() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("zone", item.zone());
        put(form, "park", item.park());
        form.put("name", item.name());
        put(form, "investor", item.investor() == null ? null : Map.of("name", item.investor()));
        form.put("source", Map.of("channel", "OTHER", "note", item.note() == null ? "公开报道" : item.note()));
        form.put("receivedOn", history.startedOn().toString());
        put(form, "chain", item.chain());
        put(form, "content", item.content());
        form.put("assignment", Map.of("owner", item.officer(), "department", "投资促进部", "sponsor", item.leader()));
        form.put("tags", item.fictitious() ? List.of("演示", "虚构企业") : List.of("演示"));
        return form;
    }

    private void prepare(String state) {
        switch (state) {
            case "ENGAGING" -> {
                assess();
                patch(
                        state,
                        Map.of(
                                "investment", Map.of("unknown", true),
                                "nextAction",
                                        Map.of(
                                                "what",
                                                "约谈企业负责人，了解投资计划",
                                                "on",
                                                history.startedOn()
                                                        .plusDays(item.days() + 5L)
                                                        .toString())));
                followUp(state, "CALL", "电话沟通，了解项目基本情况");
            }
            case "CONSENSUS" -> {
                followUp(state, "MEETING", "座谈，实地查看地块");
                patch(state, Map.of("siteOptions", sites(), "keyTerms", "分期建设，达产后续建（" + MARK + "）"));
            }
            case "INTENT" -> patch(state, intent());
            default -> {
                // Nothing is asked for.
            }
        }
    }

    private List<String> sites() {
        return item.siteOptions() == null ? List.of("待定地块（" + MARK + "）") : item.siteOptions();
    }

    private void assess() {
        admin.put(path + "/assessment", key("verdict"), history.next().by(item.manager(), Map.of("verdict", "PROCEED")))
                .expect(200);
    }

    private void followUp(String state, String kind, String summary) {
        Map<String, Object> form = new LinkedHashMap<>(Map.of("kind", kind, "summary", summary));
        put(form, "problems", item.problems());
        admin.post(
                        path + "/follow-ups",
                        key("follow-up-" + state),
                        history.next().by(item.officer(), form))
                .expect(201);
    }

    private Map<String, Object> intent() {
        return Map.of(
                "documents",
                List.of(Map.of(
                        "kind",
                        "INTENT",
                        "number",
                        "YX-" + MARK + "-" + item.key(),
                        "on",
                        history.startedOn().plusDays(item.days() / 3).toString(),
                        "title",
                        "投资意向协议（" + MARK + "）")),
                "needs",
                Map.of("landMu", "1.00", "powerKva", "1", "environment", "用地、用能为" + MARK));
    }

    private void patch(String state, Map<String, Object> fields) {
        admin.patch(path, key("fields-" + state), "*", history.next().by(item.officer(), fields))
                .expect(200);
    }

    private Answer move(String state) {
        History.Moment moment = history.next();
        Map<String, Object> move = new LinkedHashMap<>(Map.of("to", state));
        switch (state) {
            case "CONVERTED" ->
                move.put(
                        "contract",
                        Map.of(
                                "number", "HT-" + MARK + "-" + item.key(),
                                "on", moment.on().toString(),
                                "amount", Map.of("value", item.amount(), "unit", "CNY_10K")));
            case "ON_HOLD" -> {
                move.put("reason", "WAITING_INVESTOR");
                move.put(
                        "revisitOn",
                        history.startedOn().plusDays(item.days() + 30L).toString());
            }
            case "DROPPED" -> move.put("reason", "INVESTOR_WITHDREW");
            default -> {
                // The state says it all.
            }
        }
        return admin.post(path + "/transitions", key(state), moment.by(item.officer(), move))
                .expect(200);
    }

    private String key(String what) {
        return "demo-" + item.key() + "-" + what;
    }

    private static void put(Map<String, Object> form, String field, @Nullable Object value) {
        if (value != null) {
            form.put(field, value);
        }
    }

    /** How many moments of the history a lead of this kind takes. */
    static int moments(DemoItem item) {
        List<String> moves = new ArrayList<>(item.leadMoves());
        int prepared = (moves.contains("ENGAGING") ? 3 : 0)
                + (moves.contains("CONSENSUS") ? 2 : 0)
                + (moves.contains("INTENT") ? 1 : 0);
        return 1 + moves.size() + prepared;
    }
}
