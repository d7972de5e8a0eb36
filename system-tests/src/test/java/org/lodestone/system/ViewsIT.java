package org.lodestone.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lodestone.system.Api.Answer;
import tools.jackson.databind.JsonNode;

/** The list as its readers want it: saved under a name, shared, as a table, as cards by state, as a calendar. */
class ViewsIT {

    private static final int FEW = 3;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final Stack stack = Stack.up();
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser(stack);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void viewIsSavedSharedFoundAgainAfterAReloadAndBroughtBack() {
        Tagged leads = new Tagged(stack, "视图保存");
        leads.logged("视图小", planned("800"));
        leads.logged("视图大", planned("90000"));
        leads.logged("视图中", planned("5000"));
        leads.settled();
        Page page = browser.loggedIn(Tagged.MANAGER, 1440, 900);
        page.navigate(leads.list("&sort=-amount&columns=name,amount,owner"));
        assertThat(page.getByTestId("lead-row")).hasCount(3);
        Clicks clicks = Clicks.here(page);
        page.getByTestId("view-save").click();
        page.locator("#view-name").fill("视图故事");
        page.getByTestId("view-shared").check();
        page.getByTestId("view-submit").click();
        clicks.atMost(FEW);
        assertThat(saved(page)).isVisible();
        Browser.picture(page, "view-saved");

        page.navigate(stack.gateway() + "/leads");
        saved(page).click();
        shows(page);
        page.reload();
        shows(page);
        assertThat(saved(page)).hasClass(Pattern.compile(".*\\bon\\b.*"));

        page.getByTestId("as-cards").click();
        assertThat(page.getByTestId("lead-board")).isVisible();
        page.getByTestId("view-update").click();
        assertThat(page.getByTestId("view-update")).hasCount(0);
        sharedAsCards();

        page.getByTestId("view-remove").click();
        assertThat(saved(page)).hasCount(0);
        page.getByTestId("undo").last().click();
        assertThat(saved(page)).isVisible();
        assertThat(Browser.barriers(page)).isEmpty();
        page.context().close();
    }

    /** A colleague of the zone sees it as it is now. */
    private static void sharedAsCards() {
        Page page = browser.loggedIn(Tagged.OFFICER, 1440, 900);
        page.navigate(stack.gateway() + "/leads");
        saved(page).click();
        assertThat(column(page, "NEW").getByTestId("lead-card")).hasCount(3);
        assertThat(page.getByTestId("view-remove")).hasCount(0);
        page.context().close();
    }

    private static Locator saved(Page page) {
        return page.getByTestId("saved-view").filter(named("视图故事"));
    }

    private static void shows(Page page) {
        assertThat(page.getByTestId("lead-row")).hasCount(3);
        assertThat(page.getByTestId("lead-row").first()).containsText("视图大");
        assertThat(page.getByTestId("lead-row").last()).containsText("视图小");
        assertThat(page.getByTestId("lead-table")
                        .getByRole(AriaRole.COLUMNHEADER)
                        .filter(named("本状态")))
                .hasCount(0);
        assertThat(page.getByTestId("sort-amount")).isVisible();
    }

    @Test
    void cardsMoveByMouseAndByKeysAndAskForWhatIsMissing() {
        Tagged leads = new Tagged(stack, "视图卡片");
        String dragged = leads.logged("卡片拖动", planned("800"));
        String keyed = leads.logged("卡片按键", planned("900"));
        leads.settled();
        Page page = browser.loggedIn(Tagged.OFFICER, 1440, 900);
        page.navigate(leads.list(""));
        assertThat(page.getByTestId("lead-row")).hasCount(2);
        page.getByTestId("as-cards").click();
        assertThat(column(page, "NEW").getByTestId("lead-column-count")).hasText("2");

        card(page, dragged).dragTo(column(page, "ASSESSING"));
        assertThat(column(page, "ASSESSING").locator("[data-card='" + dragged + "']"))
                .isVisible();
        leads.says(dragged, "/state", "ASSESSING");

        card(page, keyed).focus();
        page.keyboard().press("m");
        assertThat(card(page, keyed).getByTestId("lead-to-ASSESSING")).isVisible();
        page.keyboard().press("2");
        assertThat(column(page, "ASSESSING").locator("[data-card='" + keyed + "']"))
                .isVisible();
        assertThat(card(page, keyed)).isFocused();
        leads.says(keyed, "/state", "ASSESSING");
        assertThat(column(page, "NEW").getByTestId("lead-column-count")).hasText("0");
        assertThat(column(page, "ASSESSING").getByTestId("lead-column-count")).hasText("2");
        Browser.picture(page, "lead-cards");
        assertThat(Browser.barriers(page)).isEmpty();

        page.keyboard().press("m");
        page.keyboard().press("3");
        assertThat(page.getByTestId("sheet")).containsText("产业链");
        Browser.picture(page, "lead-cards-refused");
        page.keyboard().press("Escape");
        assertThat(column(page, "ASSESSING").locator("[data-card='" + keyed + "']"))
                .isVisible();
        leads.says(keyed, "/state", "ASSESSING");
        fitsAPhone(page, "lead-cards");
        page.context().close();
    }

    @Test
    void calendarShowsWhatFallsDueOnItsDay() {
        Tagged leads = new Tagged(stack, "视图日历");
        String id = leads.lead("日历线索", "");
        promise(leads, id);
        LocalDate day = dueDay(leads.read(id));
        Page page = browser.loggedIn(Tagged.OFFICER, 1440, 900);
        page.navigate(leads.list(""));
        assertThat(page.getByTestId("lead-row")).hasCount(1);
        page.getByTestId("as-calendar").click();
        assertThat(page.getByTestId("lead-calendar")).isVisible();
        String month = day.toString().substring(0, 7);
        for (int i = 0; i < 2 && !page.getByTestId("month").textContent().equals(month); i++) {
            String before = page.getByTestId("month").textContent();
            page.getByTestId("month-after").click();
            assertThat(page.getByTestId("month")).not().hasText(before);
        }
        assertThat(page.getByTestId("month")).hasText(month);
        Locator entry = page.locator("[data-day='" + day + "']").getByTestId("calendar-entry");
        assertThat(entry).containsText("日历线索");
        assertThat(entry).containsText("拜访企业");
        Browser.picture(page, "lead-calendar");
        assertThat(Browser.barriers(page)).isEmpty();
        fitsAPhone(page, "lead-calendar");
        entry.click();
        assertThat(page.getByTestId("lead-name")).containsText("日历线索");
        page.goBack();
        assertThat(page.getByTestId("month")).hasText(month);
        page.context().close();
    }

    private static void promise(Tagged leads, String id) {
        long version = leads.read(id).path("version").asLong();
        Answer kept =
                new Api(stack, Tagged.OFFICER).patch("/api/leads/" + id, version, """
                        {"nextAction":{"what":"拜访企业","on":"%s"}}""".formatted(today().plusDays(9)));
        assertThat(kept.status()).as("%s", kept.body()).isEqualTo(200);
    }

    /** What the service counts the promise for: a day nobody works is put off. */
    private static LocalDate dueDay(JsonNode lead) {
        return lead.path("clocks")
                .valueStream()
                .filter(clock -> clock.path("kind").asString().equals("next-action"))
                .map(clock -> Instant.parse(clock.path("dueAt").asString())
                        .minusMillis(1)
                        .atZone(CHINA)
                        .toLocalDate())
                .findFirst()
                .orElseThrow();
    }

    /** Of the business: another test may have moved its clock. */
    private static LocalDate today() {
        return Instant.parse(new Api(stack, Tagged.OFFICER)
                        .getUntilAnswered("/api/me")
                        .body()
                        .path("now")
                        .asString())
                .atZone(CHINA)
                .toLocalDate();
    }

    private static void fitsAPhone(Page page, String name) {
        page.setViewportSize(390, 844);
        Browser.picture(page, name + "-phone");
        assertThat(Browser.overflow(page)).as("wider than a phone").isLessThanOrEqualTo(1);
        page.setViewportSize(1440, 900);
    }

    private static Locator column(Page page, String state) {
        return page.getByTestId("lead-column-" + state);
    }

    private static Locator card(Page page, String id) {
        return page.locator("[data-card='" + id + "']");
    }

    private static String planned(String wan) {
        return "\"investment\":{\"planned\":{\"value\":\"%s.00\",\"unit\":\"CNY_10K\"}},".formatted(wan);
    }

    private static FilterOptions named(String text) {
        return new FilterOptions().setHasText(text);
    }
}
