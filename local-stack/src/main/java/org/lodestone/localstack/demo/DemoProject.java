package org.lodestone.localstack.demo;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the project of a converted lead to its stage, with what each gate asks for. */
final class DemoProject {

    private static final Duration OPENS_WITHIN = Duration.ofSeconds(90);

    private final DemoItem item;
    private final History history;
    private final Api admin;
    private final String path;

    DemoProject(DemoItem item, String id, History history, Api admin) {
        this.item = item;
        this.history = history;
        this.admin = admin;
        this.path = "/api/projects/" + id;
    }

    void load() {
        awaitOpening();
        for (String stage : item.projectMoves()) {
            History.Moment moment = history.next();
            Map<String, Object> fields = fields(stage, moment);
            if (!fields.isEmpty()) {
                patch(stage, moment, fields).expect(200);
            }
            if (stage.equals("CONSTRUCTING")) {
                report(moment);
            }
            Map<String, Object> move =
                    new LinkedHashMap<>(Map.of("to", stage, "on", moment.on().toString()));
            if (stage.equals("STARTED")) {
                move.put("evidence", evidence(moment));
            }
            admin.post(path + "/transitions", key(stage), history.next().by(item.officer(), move))
                    .expect(200);
        }
        if (item.changesStatus()) {
            changeStatus();
        }
    }

    /** The conversion is announced by an event, so the project is there a moment later. */
    private void awaitOpening() {
        History.Moment moment = history.next();
        Map<String, Object> role =
                item.chainRole() == null ? Map.of("chainRole", "MEMBER") : Map.of("chainRole", item.chainRole());
        Pause.until(
                        "project " + path,
                        OPENS_WITHIN,
                        () -> Optional.of(patch("opened", moment, role)).filter(answer -> answer.status() != 404))
                .expect(200);
    }

    private Map<String, Object> fields(String stage, History.Moment moment) {
        String on = moment.on().toString();
        return switch (stage) {
            case "REGISTERED" ->
                Map.of(
                        "company",
                        Map.of(
                                "name",
                                item.name() + "（项目公司，" + DemoLead.MARK + "）",
                                "uscc",
                                Uscc.synthetic(item.zone(), item.key()),
                                "registeredOn",
                                on));
            case "PREPARING" ->
                Map.of(
                        "permits",
                        List.of(
                                Map.of("kind", "FILING", "mode", "GOV_SERVICE", "actualOn", on),
                                Map.of(
                                        "kind",
                                        "ENVIRONMENT",
                                        "mode",
                                        "APPROVAL",
                                        "plannedOn",
                                        moment.on().plusDays(30).toString())),
                        "responsibility",
                        Map.of("deliveryUnit", "项目服务中心"),
                        "targetStartOn",
                        moment.on().plusDays(60).toString());
            case "COMPLETED" -> Map.of("dates", Map.of("completed", on));
            case "TRIAL" -> Map.of("dates", Map.of("trial", on));
            case "PRODUCING" -> Map.of("dates", Map.of("producing", on));
            case "FULL_CAPACITY" ->
                Map.of(
                        "output",
                        Map.of(
                                "expected", Map.of("value", item.amount(), "unit", "CNY_10K"),
                                "actual", Map.of("value", item.amount(), "unit", "CNY_10K")));
            default -> Map.of();
        };
    }

    private List<Map<String, Object>> evidence(History.Moment moment) {
        String on = moment.on().toString();
        return item.lease()
                ? List.of(
                        Map.of("kind", "LEASE", "title", "厂房租赁合同（" + DemoLead.MARK + "）", "on", on),
                        Map.of("kind", "FIT_OUT", "title", "装修证明（" + DemoLead.MARK + "）", "on", on))
                : List.of(Map.of("kind", "CONSTRUCTION_PERMIT", "title", "施工许可证（" + DemoLead.MARK + "）", "on", on));
    }

    private void report(History.Moment moment) {
        String summary = item.content() == null ? "主体工程施工（" + DemoLead.MARK + "）" : item.content();
        admin.post(
                        path + "/progress-reports",
                        key("report"),
                        history.next()
                                .by(
                                        item.officer(),
                                        Map.of("month", moment.on().toString().substring(0, 7), "summary", summary)))
                .expect(201);
    }

    private void changeStatus() {
        History.Moment moment = history.next();
        Map<String, Object> change = Map.of(
                "to",
                item.to(),
                "reason",
                "FUNDS",
                "approver",
                item.leader(),
                "on",
                moment.on().toString());
        admin.post(path + "/status", key("status"), moment.by(item.manager(), change))
                .expect(200);
    }

    private Answer patch(String name, History.Moment moment, Map<String, Object> fields) {
        return admin.patch(path, key("fields-" + name), "*", moment.by(item.officer(), fields));
    }

    private String key(String what) {
        return "demo-" + item.key() + "-project-" + what;
    }

    /** How many moments of the history a project of this kind takes. */
    static int moments(DemoItem item) {
        return item.becomesProject() ? 3 + item.projectMoves().size() * 2 : 0;
    }
}
