package org.lodestone.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.system.Api.Answer;

/** Figures as people see them, over leads of a year long past, so that nothing else is in them. */
class FiguresIT {

    private static final int FEW = 3;
    private static final String YEAR_2003 = "period=custom&from=2003-01-01&to=2003-12-31";

    private static final Stack stack = Stack.up();
    private static Browser browser;
    private static boolean counted;

    @BeforeAll
    static void open() {
        browser = new Browser(stack);
        lead("报表在谈线索", "VISIT", "2003-03-03");
        String lost = lead("报表终止线索", "EVENT", "2003-03-04");
        Answer dropped = admin().postUntilAnswered("/api/leads/" + lost + "/transitions", """
                {"to":"DROPPED","reason":"FUNDS","at":"2003-05-20T02:00:00Z","by":"officer.yuanqu"}""");
        assertThat(dropped.status()).as("%s", dropped.body()).isEqualTo(200);
        Stack.await("both are counted", Duration.ofSeconds(30), () -> {
            Answer figure = new Api(stack, "manager.yuanqu")
                    .getUntilAnswered("/api/figures/leads/lost-reasons?from=2003-01-01&to=2003-12-31");
            return figure.body().at("/total/denominator/value").asInt() == 1
                    ? Optional.of(figure.body())
                    : Optional.empty();
        });
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private static Api admin() {
        return new Api(stack, "admin");
    }

    private static String lead(String name, String channel, String day) {
        Answer created = admin().postUntilAnswered("/api/leads", """
                {"name":"%s","zone":"140827","source":{"channel":"%s"},"receivedOn":"%s","chain":"copper-nickel",
                 "at":"%sT02:00:00Z","by":"officer.yuanqu"}""".formatted(name, channel, day, day));
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        return created.body().get("id").asString();
    }

    private static Locator row(Page page, String key) {
        return page.locator("[data-testid=figure-row][data-key=" + key + "]");
    }

    @Test
    void aNumberIsThreeClicksAwayAndOpensItsLeads() {
        Page page = browser.loggedIn("manager.yuanqu", 1440, 900);
        page.navigate(stack.gateway() + "/");
        page.getByTestId("nav-figures").waitFor();
        Clicks clicks = Clicks.here(page);
        page.getByTestId("nav-figures").click();
        page.getByTestId("figure-intake").click();
        assertThat(page.getByTestId("figure-intake")).hasAttribute("aria-pressed", "true");
        // This year nothing may have been received yet in this stack: then the page offers any period.
        page.navigate(stack.gateway() + "/figures?figure=intake&by=channel&" + YEAR_2003);
        row(page, "EVENT").getByTestId("open-numerator").click();
        assertThat(page.getByTestId("lead-row")).hasCount(1);
        clicks.atMost(FEW);
        assertThat(page.getByTestId("lead-row")).containsText("报表终止线索");
        page.context().close();
    }

    @Test
    void aPastDayShowsWhatWasKnownThenAndItsRows() throws IOException {
        Page page = browser.loggedIn("manager.yuanqu", 1440, 900);
        page.navigate(stack.gateway() + "/figures?figure=intake&by=state&asOf=2003-05-19&" + YEAR_2003);
        assertThat(page.getByTestId("cut-off")).containsText("2003-05-19");
        assertThat(row(page, "NEW").getByTestId("open-numerator")).hasText("2");
        row(page, "NEW").getByTestId("open-numerator").click();
        assertThat(page.getByTestId("lead-row")).hasCount(2);
        Locator chip = page.getByTestId("filter-figure");
        assertThat(chip).containsText("线索量");
        assertThat(chip).containsText("新线索");
        assertThat(chip).containsText("2003-05-19");
        Browser.picture(page, "figure-rows");
        page.getByTestId("export").click();
        assertThat(page.getByTestId("export-count")).containsText("2");
        Download ledger =
                page.waitForDownload(() -> page.getByTestId("export-csv").click());
        String csv = Files.readString(ledger.path(), StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).contains("报表在谈线索", "报表终止线索");

        page.goBack();
        page.navigate(stack.gateway() + "/figures?figure=lost-reasons&asOf=2003-05-19&" + YEAR_2003);
        assertThat(page.getByTestId("figure-all")).isVisible();
        page.navigate(stack.gateway() + "/figures?figure=lost-reasons&asOf=2003-05-20&" + YEAR_2003);
        assertThat(row(page, "FUNDS")).containsText("100.0%");
        page.getByTestId("figure-why").click();
        assertThat(page.getByTestId("figure-definition")).containsText("截止时间");
        assertThat(Browser.barriers(page)).isEmpty();
        Browser.picture(page, "figures");
        row(page, "FUNDS").getByTestId("open-denominator").click();
        assertThat(page.getByTestId("lead-row")).hasCount(1);
        page.getByTestId("filter-figure").click();
        assertThat(page.getByTestId("filter-figure")).hasCount(0);
        page.context().close();
    }

    /** Each number of each figure, as of now and as of a day in between, against the list behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "&asOf=2004-06-30"})
    void everyNumberOpensExactlyTheRowsItCounted(String asOf) {
        counted2004();
        Page page = browser.loggedIn("manager.yuanqu", 1440, 900);
        int opened = 0;
        for (String figure :
                List.of("intake", "conversion-rate", "response-compliance", "win-rate", "lost-reasons", "dwell")) {
            page.navigate(stack.gateway() + "/figures?figure=" + figure + "&period=custom&from=2004-01-01&to=2004-12-31"
                    + asOf);
            page.locator("[data-testid=figure-rows], [data-testid=figure-all]")
                    .first()
                    .waitFor();
            for (Map.Entry<String, String> number : numbers(page).entrySet()) {
                page.navigate(stack.gateway() + number.getKey());
                assertThat(page.getByTestId("filter-figure")).isVisible();
                assertThat(page.getByTestId("lead-count")).hasText(number.getValue() + " 条");
                assertThat(page.getByTestId("lead-row")).hasCount(Integer.parseInt(number.getValue()));
                opened++;
            }
        }
        assertThat(opened).as("numbers that were opened").isGreaterThan(10);
        page.context().close();
    }

    /** What each link says, by where it leads; sums of time have no rows of their own. */
    private static Map<String, String> numbers(Page page) {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (Locator link : page.getByTestId("figure-rows").locator("a").all()) {
            if (link.textContent().strip().matches("\\d+")) {
                numbers.put(link.getAttribute("href"), link.textContent().strip());
            }
        }
        return numbers;
    }

    private static synchronized void counted2004() {
        if (counted) {
            return;
        }
        lead("报表2004甲", "VISIT", "2004-02-02");
        lead("报表2004乙", "VISIT", "2004-08-02");
        for (String channel : List.of("EVENT", "AGENT")) {
            String lost = lead("报表2004" + channel, channel, "2004-03-04");
            move(lost, "{\"to\":\"ASSESSING\",\"at\":\"2004-03-05T02:00:00Z\",\"by\":\"officer.yuanqu\"}");
            move(lost, """
                    {"to":"DROPPED","reason":"FUNDS","at":"2004-0%s-20T02:00:00Z","by":"officer.yuanqu"}""".formatted(channel.equals("EVENT") ? "5" : "9"));
        }
        Stack.await("all of 2004 is counted", Duration.ofSeconds(60), () -> {
            Answer figure = new Api(stack, "manager.yuanqu")
                    .getUntilAnswered("/api/figures/leads/lost-reasons?from=2004-01-01&to=2004-12-31");
            return figure.body().at("/total/denominator/value").asInt() == 2 ? Optional.of(figure) : Optional.empty();
        });
        counted = true;
    }

    private static void move(String lead, String body) {
        Answer moved = admin().postUntilAnswered("/api/leads/" + lead + "/transitions", body);
        assertThat(moved.status()).as("%s", moved.body()).isEqualTo(200);
    }

    @Test
    void theAddressIsTheWholeQuestion() {
        Page page = browser.loggedIn("manager.yuanqu", 1440, 900);
        page.navigate(stack.gateway() + "/figures");
        page.getByTestId("figures-page").waitFor();
        page.getByTestId("figure-dwell").click();
        page.waitForURL(url -> url.contains("figure=dwell"));
        page.navigate(stack.gateway() + "/figures?figure=dwell&" + YEAR_2003);
        assertThat(row(page, "NEW")).containsText("77.0 天");
        assertThat(row(page, "NEW").getByTestId("open-denominator")).hasText("1");
        assertThat(page.getByTestId("figure-dwell")).hasAttribute("aria-pressed", "true");
        page.context().close();
    }

    @Test
    void aPhoneShowsItAndAxeFindsNothingSerious() {
        Page page = browser.loggedIn("viewer", 390, 844);
        List<String> faults = new ArrayList<>();
        for (String figure : List.of("intake", "dwell", "response-compliance")) {
            page.navigate(stack.gateway() + "/figures?figure=" + figure + "&" + YEAR_2003);
            page.getByTestId("figure-rows").waitFor();
            faults.addAll(Browser.barriers(page));
            Browser.picture(page, "phone-figure-" + figure);
            if (Browser.overflow(page) > 1) {
                faults.add(figure + " is wider than a phone by " + Browser.overflow(page) + " px");
            }
        }
        assertThat(faults).isEmpty();
        page.context().close();
    }
}
