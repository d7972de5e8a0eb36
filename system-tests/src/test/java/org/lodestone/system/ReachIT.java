package org.lodestone.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every part of the work on leads is three clicks away at most: from the list what keeps leads right, from 今日 what keeps them moving. */
class ReachIT {

    private static final int FEW = 3;
    private static final String FIRM = "三击到达铜业有限公司";

    private static final Stack stack = Stack.up();
    private static Browser browser;
    private static Tagged leads;

    @BeforeAll
    static void open() {
        browser = new Browser(stack);
        leads = new Tagged(stack, "三击到达");
        leads.logged(Tagged.MANAGER, "三击到达甲", body(FIRM));
        leads.logged("三击到达乙", body(FIRM));
        leads.settled();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private static String body(String firm) {
        return """
                "investor":{"name":"%s","region":"370100"},"contacts":[{"name":"项目负责人","phone":"13900000077"}],
                "investment":{"planned":{"value":"60000.00","unit":"CNY_10K"}},
                """.formatted(firm);
    }

    /** From one page, each part anew: what is clicked is counted by the page. */
    private record Way(Page page, String from, String begins) {

        void reach(Locator part, Locator... clicks) {
            page.navigate(from);
            page.getByTestId(begins).first().waitFor();
            Clicks counted = Clicks.here(page);
            for (Locator click : clicks) {
                click.click();
            }
            assertThat(part).isVisible();
            counted.atMost(FEW);
        }

        Locator at(String id) {
            return page.getByTestId(id).first();
        }

        Locator row(String id, String name) {
            return page.getByTestId(id)
                    .filter(new FilterOptions().setHasText(name))
                    .getByRole(AriaRole.LINK)
                    .first();
        }
    }

    @Test
    void fromTheListLeadsAreCapturedAndTakenOut() {
        Way list = list(Tagged.MANAGER);
        list.reach(list.page().locator("#quick-name"), list.at("new-lead"));
        list.reach(list.at("paste-text"), list.at("new-lead"), list.at("quick-paste"));
        list.reach(list.at("save-lead"), list.at("new-lead"), list.at("quick-whole"));
        list.reach(list.at("drop"), list.at("import"));
        list.reach(list.at("template"), list.at("import"));
        list.reach(
                list.page()
                        .getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName("我的导入").setExact(true)),
                list.at("import"),
                list.at("my-imports"));
        list.reach(list.at("export-xlsx"), list.at("export"));
        list.reach(
                list.page()
                        .getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName("谁导出过").setExact(true)),
                list.at("export"),
                list.at("exports-page"));
        list.page().context().close();
    }

    @Test
    void fromTheListLeadsAreKeptSingleRegisteredAndJudged() {
        Way list = list(Tagged.MANAGER);
        Locator row = list.row("lead-row", "三击到达乙");
        list.reach(list.at("candidate"), row);
        list.reach(list.at("not-duplicate"), row);
        list.reach(list.at("merge-consequence"), row, list.at("merge"));
        list.reach(list.at("similar"), row);
        list.reach(list.at("score-why"), row, list.at("score-open"));
        list.reach(list.at("would-raise"), row, list.at("score-open"));
        list.reach(list.at("zone-settings"), list.at("open-sharing"), list.at("to-zone-settings"));
        list.reach(list.at("register"), row);
        list.reach(list.at("registrations-page"), list.at("open-registrations"));
        list.page().context().close();

        Page city = browser.loggedIn("city", 1440, 900);
        Way all = new Way(city, leads.list(""), "lead-row");
        all.reach(all.at("registrations-page"), all.at("open-registrations"));
        all.reach(all.at("transfer-zone"), all.row("lead-row", "三击到达乙"), all.at("transfer"));
        city.context().close();

        Page admin = browser.loggedIn("admin", 1440, 900);
        assertThat(admin.getByTestId("add-source")).isVisible();
        admin.context().close();
    }

    @Test
    void fromTheDayNothingSlips() {
        Way day = day(Tagged.OFFICER);
        Locator mine = day.page().getByTestId("day-row").filter(new FilterOptions().setHasText("三击到达乙"));
        day.reach(day.at("composer"), mine.getByTestId("day-follow-up"));
        day.reach(day.page().locator("[data-testid=light-reason]:visible"), mine.getByTestId("day-why"));
        day.reach(day.at("wait-form"), mine.getByTestId("day-wait"));
        day.reach(day.at("calendar-renew"), day.at("calendar-open"));
        day.reach(
                day.page().locator("[data-testid=filter-pool][aria-pressed=true]"),
                day.at("nav-leads"),
                day.at("filter-pool"));
        Locator row = mine.locator("a.name");
        day.reach(day.at("because"), row);
        day.reach(day.at("release"), row);
        day.reach(day.page().locator("[data-testid=watch]"), row);
        day.reach(day.at("rules"), day.at("nav-settings"));
        day.reach(day.at("absence-save"), day.at("nav-settings"));
        day.page().context().close();

        Way manager = day(Tagged.MANAGER);
        manager.reach(manager.at("hand-over"), manager.at("nav-settings"));
        manager.page().context().close();
    }

    @Test
    void fromTheDayAllIsSeenAsAWhole() {
        Way day = day(Tagged.MANAGER);
        Locator row = day.row("day-row", "三击到达甲");
        day.reach(day.at("investor-name"), row, day.at("open-investor"));
        day.reach(
                day.page()
                        .getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName("招商顾问").setExact(true)),
                day.at("nav-leads"),
                day.at("open-investors"),
                day.at("open-referrers"));
        day.reach(day.at("files"), row);
        day.reach(day.at("timeline"), row);
        day.reach(day.at("record-intact"), row, day.at("record-check"));
        day.reach(day.at("view-sheet"), day.at("nav-leads"), day.at("view-save"));
        day.reach(day.at("lead-board"), day.at("nav-leads"), day.at("as-cards"));
        day.reach(day.at("lead-calendar"), day.at("nav-leads"), day.at("as-calendar"));
        day.reach(day.at("bulk-sheet"), day.at("nav-leads"), day.at("pick-row"), day.at("bulk-assign"));
        day.reach(day.at("export-xlsx"), day.at("nav-leads"), day.at("export"));
        day.reach(
                day.page().locator("[data-testid=figure-win-rate][aria-pressed=true]"),
                day.at("nav-figures"),
                day.at("figure-win-rate"));
        day.page().context().close();
    }

    @Test
    void whoMayNotSeeAContactAsksWithinThreeClicks() {
        Page page = browser.loggedIn(Tagged.OFFICER, 1440, 900);
        Way list = new Way(page, leads.list(""), "lead-row");
        list.reach(list.at("registration-reason"), list.row("lead-row", "三击到达甲"), list.at("unmask"));
        page.context().close();

        Page admin = browser.loggedIn("admin", 1440, 900);
        Clicks clicks = Clicks.here(admin);
        admin.getByTestId("to-personal-data").click();
        assertThat(admin.getByTestId("pd-phones")).isVisible();
        clicks.atMost(FEW);
        admin.context().close();
    }

    private static Way list(String user) {
        return new Way(browser.loggedIn(user, 1440, 900), leads.list(""), "lead-row");
    }

    private static Way day(String user) {
        return new Way(browser.loggedIn(user, 1440, 900), stack.gateway() + "/my-day", "day-row");
    }
}
