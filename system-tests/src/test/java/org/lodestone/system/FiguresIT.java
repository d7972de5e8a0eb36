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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lodestone.system.Api.Answer;

/** Figures as people see them, over leads of a year long past, so that nothing else is in them. */
class FiguresIT {

    private static final int FEW = 3;
    private static final String YEAR_2003 = "period=custom&from=2003-01-01&to=2003-12-31";

    private static final Stack stack = Stack.up();
    private static Browser browser;

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
