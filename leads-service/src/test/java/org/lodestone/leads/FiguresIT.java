package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.YANGCHENG;
import static org.lodestone.leads.Api.YUANQU;
import static org.lodestone.leads.Api.manager;
import static org.lodestone.leads.Api.officer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.Api.Answer;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Each test has a year of its own, long past, in which nothing else happened. */
@ServiceTest
class FiguresIT {

    private static final String FIGURES = "/api/figures/leads/";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Api api;
    private final Histories past;

    @Autowired
    FiguresIT(WebTestClient http) {
        this.api = new Api(http);
        this.past = new Histories(api);
    }

    private Answer figure(String question) {
        Answer answer = api.get(officer(), FIGURES + question);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer;
    }

    /** What was written a moment ago is listed a moment later. */
    private void known(int year, int leads) {
        String question = "intake?from=%d-01-01&to=%d-12-31".formatted(year, year);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(figure(question)
                                .body()
                                .at("/total/denominator/value")
                                .asInt())
                        .isEqualTo(leads));
    }

    private Set<String> rows(String open) {
        Answer list = api.open(officer(), "/api" + open);
        assertThat(list.status()).as("%s: %s", open, list.body()).isEqualTo(200);
        return Set.copyOf(list.texts("items", "id"));
    }

    private static JsonNode row(Answer figure, String key) {
        return figure.body()
                .path("rows")
                .valueStream()
                .filter(row -> row.path("key").asString("-").equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " in " + figure.body()));
    }

    private static String told(JsonNode row) {
        return row.at("/numerator/value").asString() + "/"
                + row.at("/denominator/value").asString() + "="
                + row.path("value").asString();
    }

    private void opens(JsonNode row, Set<String> numerator, Set<String> denominator) {
        assertThat(rows(row.at("/numerator/open").asString())).isEqualTo(numerator);
        assertThat(rows(row.at("/denominator/open").asString())).isEqualTo(denominator);
        assertThat(row.at("/numerator/value").asInt()).isEqualTo(numerator.size());
        assertThat(row.at("/denominator/value").asInt()).isEqualTo(denominator.size());
    }

    @Test
    void whatWasSignedIsToldAsItWasKnownOnAnyDay() {
        String won = past.lead("2003-03-03", "VISIT");
        String lost = past.lead("2003-03-04", "VISIT");
        String open = past.lead("2003-03-05", "EVENT");
        past.move(won, "2003-03-10T02:00:00Z", "ASSESSING");
        past.convert(won, "2003-06-12");
        past.drop(lost, "2003-05-20T02:00:00Z", "FUNDS");
        known(2003, 3);
        String cohort = "conversion-rate?from=2003-03-01&to=2003-03-31&by=channel&asOf=";

        Answer march = figure(cohort + "2003-03-04");
        assertThat(told(march.body().path("total"))).isEqualTo("0/2=0.0000");
        Answer may = figure(cohort + "2003-05-31");
        assertThat(told(may.body().path("total"))).isEqualTo("0/3=0.0000");
        Answer june = figure(cohort + "2003-06-12");
        assertThat(told(june.body().path("total"))).isEqualTo("1/3=0.3333");
        assertThat(told(row(june, "VISIT"))).isEqualTo("1/2=0.5000");
        assertThat(june.texts("rows", "key")).containsExactly("VISIT", "EVENT");
        opens(row(june, "VISIT"), Set.of(won), Set.of(won, lost));
        opens(row(june, "EVENT"), Set.of(), Set.of(open));
        opens(june.body().path("total"), Set.of(won), Set.of(won, lost, open));
        assertThat(june.text("/cutOff")).isEqualTo("2003-06-12T15:59:59.999Z");
        opens(row(march, "VISIT"), Set.of(), Set.of(won, lost));

        Answer decided = figure("win-rate?from=2003-05-01&to=2003-12-31&by=referrer&asOf=2003-06-30");
        assertThat(told(row(decided, "商会 A&B"))).isEqualTo("1/2=0.5000");
        opens(row(decided, "商会 A&B"), Set.of(won), Set.of(won, lost));
        Answer before = figure("win-rate?from=2003-05-01&to=2003-12-31&asOf=2003-06-11");
        assertThat(told(before.body().path("total"))).isEqualTo("0/1=0.0000");
        Answer nothing = figure("win-rate?from=2003-05-01&to=2003-12-31&asOf=2003-05-19");
        assertThat(nothing.body().path("total").has("value")).isFalse();
        assertThat(nothing.body().at("/total/denominator/value").asInt()).isZero();
    }

    @Test
    void anAnswerCountsByItsLimitAndNotBeforeItIsDue() {
        // A Monday: one working day later is Tuesday, ten in the morning in China.
        String inTime = past.lead("2004-03-01", "VISIT");
        String late = past.lead("2004-03-01", "VISIT");
        String moved = past.lead("2004-03-01", "EVENT");
        String never = past.lead("2004-03-01", "EVENT");
        past.followUp(inTime, "2004-03-01T08:00:00Z");
        past.followUp(late, "2004-03-03T08:00:00Z");
        past.move(moved, "2004-03-02T01:00:00Z", "ASSESSING");
        known(2004, 4);
        String asked = "response-compliance?from=2004-01-01&to=2004-12-31&asOf=";

        opens(figure(asked + "2004-03-01").body().path("total"), Set.of(inTime), Set.of(inTime));
        JsonNode soon = figure(asked + "2004-03-02T01:30:00Z").body().path("total");
        opens(soon, Set.of(inTime, moved), Set.of(inTime, moved));
        JsonNode due = figure(asked + "2004-03-02").body().path("total");
        opens(due, Set.of(inTime, moved), Set.of(inTime, moved, late, never));
        assertThat(told(due)).isEqualTo("2/4=0.5000");
        assertThat(told(figure(asked + "2004-12-31").body().path("total"))).isEqualTo("2/4=0.5000");

        // What somebody tells of later changes no day that is over.
        past.followUp(never, "2004-05-05T02:00:00Z");
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                api.get(officer(), "/api/leads/" + never).body().has("lastFollowUpAt"))
                        .isTrue());
        assertThat(told(figure(asked + "2004-03-02").body().path("total"))).isEqualTo("2/4=0.5000");
    }

    @Test
    void aStateIsDweltInUntilItIsLeft() {
        String quick = past.lead("2005-03-01", "VISIT");
        String slow = past.lead("2005-03-01", "VISIT");
        String still = past.lead("2005-03-01", "VISIT");
        past.move(quick, "2005-03-03T02:00:00Z", "ASSESSING");
        past.move(slow, "2005-03-05T02:00:00Z", "ASSESSING");
        past.drop(slow, "2005-03-15T02:00:00Z", "OTHER");
        known(2005, 3);

        Answer figure = figure("dwell?from=2005-01-01&to=2005-12-31&asOf=2005-04-01");
        assertThat(figure.texts("rows", "key")).containsExactly("NEW", "ASSESSING");
        assertThat(row(figure, "NEW").path("value").asString()).isEqualTo("3.00");
        assertThat(row(figure, "NEW").path("median").asString()).isEqualTo("3.00");
        assertThat(row(figure, "ASSESSING").path("value").asString()).isEqualTo("10.00");
        assertThat(rows(row(figure, "NEW").at("/denominator/open").asString())).containsExactlyInAnyOrder(quick, slow);
        assertThat(rows(row(figure, "ASSESSING").at("/denominator/open").asString()))
                .containsExactly(slow);
        assertThat(row(figure, "NEW").at("/numerator/value").asLong())
                .isEqualTo(Duration.ofDays(6).toSeconds());
        assertThat(figure.text("/unit")).isEqualTo("DAY");
        Answer early = figure("dwell?from=2005-01-01&to=2005-12-31&asOf=2005-03-04");
        assertThat(rows(row(early, "NEW").at("/denominator/open").asString())).containsExactly(quick);
        assertThat(still).isNotBlank();
    }

    @Test
    void reasonsAndStatesShareTheWhole() {
        String funds = past.lead("2006-03-01", "VISIT");
        String site = past.lead("2006-03-02", "VISIT");
        String other = past.lead("2006-03-03", "EVENT");
        String open = past.lead("2006-03-04", "EVENT");
        past.drop(funds, "2006-04-01T02:00:00Z", "FUNDS");
        past.drop(site, "2006-04-02T02:00:00Z", "NO_SITE");
        past.drop(other, "2006-04-03T02:00:00Z", "NO_SITE");
        past.move(open, "2006-04-04T02:00:00Z", "ASSESSING");
        known(2006, 4);

        Answer reasons = figure("lost-reasons?from=2006-01-01&to=2006-12-31&asOf=2006-12-31");
        assertThat(reasons.texts("rows", "key")).containsExactly("NO_SITE", "FUNDS");
        assertThat(told(row(reasons, "NO_SITE"))).isEqualTo("2/3=0.6667");
        opens(row(reasons, "NO_SITE"), Set.of(site, other), Set.of(funds, site, other));
        Answer states = figure("intake?by=state&from=2006-01-01&to=2006-12-31&asOf=2006-04-02");
        assertThat(states.texts("rows", "key")).containsExactly("NEW", "DROPPED");
        opens(row(states, "DROPPED"), Set.of(funds, site), Set.of(funds, site, other, open));
        Answer parks = figure("intake?by=zone&from=2006-01-01&to=2006-12-31");
        opens(row(parks, YUANQU), Set.of(funds, site, other, open), Set.of(funds, site, other, open));
        Answer owners = figure("intake?by=owner&zone=140827&from=2006-01-01&to=2006-12-31");
        assertThat(told(row(owners, "officer.yuanqu"))).isEqualTo("4/4=1.0000");
        assertThat(row(owners, "officer.yuanqu").at("/numerator/open").asString())
                .contains("zone=140827");
    }

    @Test
    void whatGoesOnElsewhereCountsThereAndWhatWasTakenBackNowhere() {
        String into = past.lead("2007-03-01", "VISIT");
        String merged = past.lead("2007-03-02", "VISIT");
        String transferred = past.lead("2007-03-03", "VISIT");
        known(2007, 3);
        String before = Instant.now().toString();
        assertThat(api.post(manager(), "/api/leads/" + into + "/merges", "{\"from\":\"" + merged + "\"}")
                        .status())
                .isEqualTo(202);
        Answer moved = api.post(
                Api.as(Role.CITY),
                "/api/leads/" + transferred + "/transfers",
                "{\"toZone\":\"140522\",\"reason\":\"配套在阳城\"}");
        assertThat(moved.status()).as("%s", moved.body()).isEqualTo(201);
        known(2007, 1);

        String year = "&from=2007-01-01&to=2007-12-31";
        opens(figure("intake?by=channel" + year).body().path("total"), Set.of(into), Set.of(into));
        opens(
                figure("intake?asOf=" + before + year).body().path("total"),
                Set.of(into, merged, transferred),
                Set.of(into, merged, transferred));
        Answer everywhere = api.get(Api.as(Role.CITY), FIGURES + "intake?by=zone" + year);
        assertThat(told(row(everywhere, YANGCHENG))).isEqualTo("1/2=0.5000");
        assertThat(told(row(everywhere, YUANQU))).isEqualTo("1/2=0.5000");
    }

    @Test
    void whatIsNotKnownIsARowOfItsOwn() {
        String named = past.lead("2008-03-01", "VISIT");
        Answer bare = api.post(Api.as(Role.ADMIN), "/api/leads", """
                {"name":"%s","zone":"140827","receivedOn":"2008-03-02","source":{"channel":"VISIT"},
                 "at":"2008-03-02T02:00:00Z","by":"officer.yuanqu"}""".formatted(Companies.brand()));
        known(2008, 2);

        Answer figure = figure("intake?by=chain&from=2008-01-01&to=2008-12-31");

        assertThat(figure.texts("rows", "key")).containsExactly("copper-nickel", "");
        opens(row(figure, ""), Set.of(bare.id()), Set.of(bare.id(), named));
        assertThat(rows("/leads?figure=intake&part=numerator&by=referrer&key=&from=2008-01-01&to=2008-12-31"))
                .containsExactly(bare.id());
    }

    @Test
    void everyErrorIsToldAtOnce() {
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(3).toString();
        Answer bad = api.get(officer(), FIGURES + "luck?from=2026-02-02&to=2026-02-01&asOf=" + tomorrow + "&colour=1");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.texts("errors", "field")).containsExactlyInAnyOrder("figure", "from", "asOf", "colour");
        Answer group = api.get(officer(), FIGURES + "win-rate?by=state&from=yesterday");
        assertThat(group.texts("errors", "field")).containsExactlyInAnyOrder("by", "from");
        Answer list = api.get(officer(), "/api/leads?figure=intake&part=half&key=VISIT&asOf=" + tomorrow);
        assertThat(list.status()).isEqualTo(400);
        assertThat(list.texts("errors", "field")).containsExactlyInAnyOrder("part", "asOf");
        assertThat(api.get(officer(), "/api/leads?part=numerator").texts("errors", "field"))
                .containsExactly("figure");
        assertThat(api.get(officer(), "/api/leads?figure=dwell&part=denominator")
                        .texts("errors", "field"))
                .containsExactly("key");
        assertThat(api.get(officer(), "/api/leads?figure=intake&part=denominator&key=VISIT")
                        .texts("errors", "field"))
                .containsExactly("by");
    }

    @Test
    void aDayThatNobodyMeansIsNoDay() {
        for (String day : List.of("-999999999-01-01", "%2B999999999-12-31", "2026-02-29", "0000-01-01")) {
            for (String name : List.of("asOf", "from", "to")) {
                Answer figure = api.open(officer(), FIGURES + "win-rate?" + name + "=" + day);
                assertThat(figure.status()).as("%s %s", name, day).isEqualTo(400);
                assertThat(figure.texts("errors", "field")).containsExactly(name);
            }
        }
        assertThat(figure("win-rate?asOf=2024-02-29").text("/cutOff")).isEqualTo("2024-02-29T15:59:59.999Z");
    }

    @Test
    void oneCountsWhatOneMayRead() {
        past.lead("2009-03-01", "VISIT");
        past.lead(YANGCHENG, "2009-03-02", "VISIT");
        known(2009, 1);
        String question = FIGURES + "intake?from=2009-01-01&to=2009-12-31";
        String neighbour = Tokens.of("officer.yangcheng", Role.OFFICER, YANGCHENG);

        assertThat(told(api.get(Api.as(Role.VIEWER), question).body().path("total")))
                .isEqualTo("2/2=1.0000");
        assertThat(told(api.get(neighbour, question).body().path("total"))).isEqualTo("1/1=1.0000");
        assertThat(api.get(neighbour, question + "&zone=" + YUANQU).status()).isEqualTo(404);
        assertThat(api.get(officer(), question + "&zone=999999").status()).isEqualTo(404);
        assertThat(api.get(Api.as(Role.ADMIN), question).status()).isEqualTo(403);
    }
}
