package org.lodestone.leads.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.Api;
import org.lodestone.leads.Api.Answer;
import org.lodestone.leads.directory.OwnZone;
import org.lodestone.leads.lead.LeadFigure.Part;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.test.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Random leads, moves and dates: a figure is what it opens, what a slow count finds, and what it was before all that happened later. */
@ServiceTest
class FigureRowsIT {

    private static final Instant START = Instant.parse("2011-01-03T02:00:00Z");
    private static final int DAYS = 200;
    private static final Instant END = START.plus(Duration.ofDays(DAYS));
    private static final int LEADS = 150;
    private static final int QUESTIONS = 80;

    private final Api api;
    private final AggregateStore<Lead> leads;
    private final LeadDesk desk;
    private final OwnZone zone;
    private final String manager;

    @Autowired
    FigureRowsIT(WebTestClient http, AggregateStore<Lead> leads, LeadDesk desk, ApplicationContext service) {
        this.api = new Api(http);
        this.leads = leads;
        this.desk = desk;
        this.zone = OwnZone.in(service);
        this.manager = zone.manager();
    }

    @Test
    void aFigureIsWhatItOpensAndWhatASlowCountFindsAndStaysWhatItWas() {
        Random random = new Random(20_111);
        RandomHistories histories = new RandomHistories(leads, desk, zone, 7);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < LEADS; i++) {
            Instant at = histories.after(START, DAYS);
            ids.add(histories.lead(at));
            for (int step = random.nextInt(9); step > 0; step--) {
                at = histories.after(at, 20);
                if (at.isBefore(END)) {
                    histories.happen(ids.getLast(), at, true);
                }
            }
        }
        List<Lead> then = shown();
        Map<String, String> told = new LinkedHashMap<>();
        for (int i = 0; i < QUESTIONS; i++) {
            String asked = question(random);
            told.put(asked, compared(asked, then));
        }
        assertThat(told.values().stream().filter(rows -> rows.contains("\"value\":\"")))
                .as("figures that counted anything")
                .hasSizeGreaterThan(QUESTIONS / 2);

        for (String id : ids) {
            Instant at = histories.after(END, 50);
            for (int step = random.nextInt(5); step > 0; step--) {
                histories.happen(id, at, false);
                at = histories.after(at, 20);
            }
            if (random.nextInt(5) == 0) {
                histories.lead(at);
            }
        }
        List<Lead> since = shown();
        told.forEach(
                (asked, rows) -> assertThat(compared(asked, since)).as(asked).isEqualTo(rows));
    }

    private String question(Random random) {
        LeadFigure figure = LeadFigure.values()[random.nextInt(LeadFigure.values().length)];
        List<FigureGroup> groups = new ArrayList<>(figure.groups());
        Instant at = START.plus(Duration.ofMinutes(random.nextInt(DAYS * 24 * 60)));
        LocalDate from = LocalDate.of(2011, 1, 1).plusDays(random.nextInt(DAYS));
        return figure.code() + "?asOf=" + at
                + (random.nextInt(4) == 0
                        ? ""
                        : "&by=" + groups.get(random.nextInt(groups.size())).code())
                + (random.nextInt(3) == 0 ? "" : "&from=" + from)
                + (random.nextInt(3) == 0 ? "" : "&to=" + from.plusDays(random.nextInt(90)))
                + "&zone=" + zone.id();
    }

    /** Every lead of the zone. What was written a moment ago is counted a moment later. */
    private List<Lead> shown() {
        List<Lead> all = documents();
        Map<String, Long> versions =
                all.stream().filter(lead -> !lead.isWithdrawn()).collect(Collectors.toMap(Lead::id, Lead::version));
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> listed().equals(versions));
        return all;
    }

    /** The version of each lead that the list shows. */
    private Map<String, Long> listed() {
        Map<String, Long> versions = new TreeMap<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            JsonNode page = api.get(manager, "/api/leads?limit=100&zone=" + zone.id() + cursor)
                    .body();
            page.path("items")
                    .forEach(item -> versions.put(
                            item.path("id").asString(), item.path("version").asLong()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : null;
        }
        return versions;
    }

    /** @return the rows as they are told, without where they lead to */
    private String compared(String asked, List<Lead> all) {
        Answer answer = api.get(manager, "/api/figures/leads/" + asked);
        assertThat(answer.status()).as("%s: %s", asked, answer.body()).isEqualTo(200);
        FigureQuestion question = read(asked);
        SlowFigures slow = new SlowFigures(desk.template(zone.id()), question);
        Map<String, Set<String>> parts = slow.rows(all, Part.NUMERATOR);
        Map<String, Set<String>> wholes = slow.rows(all, Part.DENOMINATOR);
        Set<String> keys = new TreeSet<>();
        for (JsonNode row : answer.body().path("rows")) {
            String key = row.path("key").asString("");
            keys.add(key);
            Set<String> whole = question.figure().isShare() ? union(wholes) : wholes.get(key);
            opens(asked, row, "denominator", whole == null ? Set.of() : whole);
            if (question.figure() == LeadFigure.DWELL) {
                timed(asked, row, all, slow, key);
            } else {
                opens(asked, row, "numerator", parts.getOrDefault(key, Set.of()));
            }
        }
        boolean isOneRow = question.group() == null;
        assertThat(keys).as(asked).isEqualTo(isOneRow ? Set.of("") : wholes.keySet());
        return bare(answer.body().path("rows"));
    }

    private static FigureQuestion read(String asked) {
        Map<String, String> parameters = new TreeMap<>();
        for (String parameter : asked.substring(asked.indexOf('?') + 1).split("&")) {
            parameters.put(
                    parameter.substring(0, parameter.indexOf('=')), parameter.substring(parameter.indexOf('=') + 1));
        }
        FigureQuestion.Asked text = new FigureQuestion.Asked(
                asked.substring(0, asked.indexOf('?')),
                parameters.get("by"),
                parameters.get("from"),
                parameters.get("to"),
                parameters.get("asOf"));
        return FigureQuestion.read(text, Instant.now(), new ArrayList<>()).orElseThrow();
    }

    private static Set<String> union(Map<String, Set<String>> rows) {
        Set<String> all = new TreeSet<>();
        rows.values().forEach(all::addAll);
        return all;
    }

    private void opens(String asked, JsonNode row, String part, Set<String> expected) {
        JsonNode count = row.path(part);
        assertThat(listed(count.path("open").asString()))
                .as("%s %s %s", asked, part, row)
                .isEqualTo(expected);
        assertThat(count.path("value").asInt()).as("%s %s", asked, row).isEqualTo(expected.size());
    }

    private static void timed(String asked, JsonNode row, List<Lead> all, SlowFigures slow, String key) {
        Map<String, Set<String>> those = slow.rows(all, Part.DENOMINATOR);
        long seconds = all.stream()
                .filter(lead -> those.getOrDefault(key, Set.of()).contains(lead.id()))
                .mapToLong(lead -> slow.times(lead).getOrDefault(key, 0L))
                .sum();
        assertThat(row.at("/numerator/value").asLong()).as("%s %s", asked, row).isEqualTo(seconds);
    }

    /** Every page of the list. */
    private Set<String> listed(String open) {
        Set<String> ids = new TreeSet<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            Answer page =
                    api.open(manager, "/api" + open + "&limit=60" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            assertThat(page.status()).as("%s: %s", open, page.body()).isEqualTo(200);
            page.texts("items", "id").forEach(id -> assertThat(ids.add(id)).isTrue());
            cursor = page.body().path("next").asString(null);
        }
        return ids;
    }

    private List<Lead> documents() {
        List<Lead> all = new ArrayList<>();
        List<Lead> page = leads.all(null, 500).collectList().block();
        while (page != null && !page.isEmpty()) {
            page.stream().filter(lead -> lead.zone().equals(zone.id())).forEach(all::add);
            page = leads.all(page.getLast().id(), 500).collectList().block();
        }
        return all;
    }

    private static String bare(JsonNode rows) {
        return rows.toString().replaceAll("\"open\":\"[^\"]*\"", "");
    }
}
