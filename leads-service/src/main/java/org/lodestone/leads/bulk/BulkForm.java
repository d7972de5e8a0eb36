package org.lodestone.leads.bulk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.LeadQuery;
import org.lodestone.platform.bulk.BulkJobs;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;

/**
 * What shall be done to which leads.
 *
 * @param ids or {@code filter}: the list's, all of its pages
 * @param action one of {@link Action}
 */
record BulkForm(
        @Nullable List<String> ids,
        @Nullable LeadQuery filter,
        @Nullable String action,
        @Nullable With with) implements Checked {

    private static final int REASON = 500;
    private static final int NOTE = 2000;
    private static final int TAGS = 50;

    /** What the action needs; each takes its own part of it. */
    record With(
            @Nullable String owner,
            @Nullable String to,
            @Nullable String reason,
            @Nullable String note,
            @Nullable LocalDate revisitOn,
            @Nullable String lostTo,
            @Nullable List<String> add,
            @Nullable List<String> remove) {

        static final With NOTHING = new With(null, null, null, null, null, null, null, null);

        Map<String, List<String>> named() {
            Map<String, List<String>> named = new TreeMap<>();
            put(named, "owner", owner);
            put(named, "to", to);
            put(named, "reason", reason);
            put(named, "note", note);
            put(named, "revisitOn", revisitOn);
            put(named, "lostTo", lostTo);
            put(named, "add", add);
            put(named, "remove", remove);
            return named;
        }

        private static void put(Map<String, List<String>> named, String name, @Nullable Object value) {
            if (value instanceof List<?> many) {
                named.put(
                        name,
                        many.stream()
                                .map(one -> one.toString().strip())
                                .distinct()
                                .toList());
            } else if (value != null) {
                named.put(name, List.of(value.toString()));
            }
        }
    }

    With withOrNothing() {
        return with == null ? With.NOTHING : with;
    }

    @Override
    public void check(Checks checks) {
        checks.required("action", action);
        if (ids == null && filter == null) {
            checks.required("ids", ids);
        } else if (ids != null && filter != null) {
            checks.add("filter", "ids-or-filter");
        }
        checks.size("ids", ids, BulkJobs.MOST);
        if (ids != null && ids.stream().anyMatch(id -> id.isBlank() || id.length() > Checks.NAME_LENGTH)) {
            checks.add("ids", "code");
        }
        if (filter != null) {
            Map<String, Boolean> paging = Map.of(
                    "cursor",
                    filter.cursor() != null,
                    "limit",
                    filter.limit() != null,
                    "facets",
                    filter.facets() != null);
            paging.forEach((name, given) -> {
                if (given) {
                    checks.add("filter." + name, "unknown-field");
                }
            });
        }
        if (action != null) {
            Action.of(action)
                    .ifPresentOrElse(
                            known -> check(known, checks), () -> checks.add("action", "type.enum", Action.all()));
        }
    }

    private void check(Action known, Checks checks) {
        With given = withOrNothing();
        given.named().keySet().stream()
                .filter(name -> !known.takes(name))
                .forEach(name -> checks.add("with." + name, "unknown-field"));
        checks.code("with.owner", given.owner()).code("with.to", given.to());
        checks.text("with.reason", given.reason(), REASON).text("with.note", given.note(), NOTE);
        checks.name("with.lostTo", given.lostTo()).plausible("with.revisitOn", given.revisitOn());
        switch (known) {
            case ASSIGN -> checks.required("with.owner", given.owner());
            case TRANSITION -> checks.required("with.to", given.to()).code("with.reason", given.reason());
            case TAG -> checkTags(given, checks);
            case CLAIM, RELEASE -> {}
        }
    }

    private static void checkTags(With given, Checks checks) {
        List<String> all = Stream.of(given.add(), given.remove())
                .flatMap(tags -> tags == null ? Stream.empty() : tags.stream())
                .collect(Collectors.toList());
        checks.required("with.add", all).size("with.add", all, TAGS);
        all.forEach(tag -> checks.name("with.add", tag));
        if (all.stream().map(String::strip).distinct().count() != all.size()) {
            checks.add("with.remove", "tag-twice");
        }
    }
}
