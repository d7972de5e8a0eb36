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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody is away: who stands in gets the work, sees the absent person's day, and everybody reads why. */
class AbsenceIT {

    private static final int FEW = 3;
    private static final String OFFICER = "officer.yuncheng";
    private static final String MANAGER = "manager.yuncheng";
    private static final String LEADER = "leader.yuncheng";
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

    /** Nobody stays away for the tests that follow. */
    @AfterEach
    void everybodyIsBack() {
        Api manager = new Api(stack, MANAGER);
        for (JsonNode absence : manager.getUntilAnswered("/api/absences").body().path("items")) {
            manager.raw("DELETE", "/api/absences/" + absence.path("id").asString(), new byte[0]);
        }
    }

    @Test
    void workOfWhoIsAwayGoesToWhoStandsInAndTheLeadSaysWhy() {
        Tagged leads = new Tagged(stack, "yuncheng", "离岗线索");
        String own = leads.lead("离岗之前的线索", "");
        String given = leads.lead("离岗之后指派的线索", "");
        Page page = browser.loggedIn(MANAGER, 1440, 900);
        page.navigate(leads.list(""));
        assertThat(page.getByTestId("lead-row")).hasCount(2);
        Clicks clicks = Clicks.here(page);
        page.getByTestId("open-sharing").click();
        Locator absences = page.getByTestId("absences");
        assertThat(absences.getByTestId("absence-save")).isVisible();
        clicks.atMost(FEW);
        choose(absences, "离岗人", OFFICER);
        Locator days = absences.locator("input.el-range-input");
        days.nth(0).fill(today().toString());
        days.nth(1).fill(today().plusDays(30).toString());
        days.nth(1).press("Enter");
        choose(absences, "代办人", LEADER);
        absences.getByTestId("absence-save").click();
        assertThat(absences.getByTestId("absence-row").filter(named(name(OFFICER))))
                .containsText(name(LEADER));
        Browser.picture(page, "absence");

        page.navigate(leads.list(""));
        page.getByTestId("lead-row")
                .filter(named("离岗之后指派"))
                .getByTestId("pick-row")
                .click();
        page.getByTestId("bulk-release").click();
        leads.says(given, "/assignment/because/code", "RELEASED");
        assertThat(page.getByTestId("bulk-bar")).hasCount(0);
        page.getByTestId("lead-row")
                .filter(named("离岗之后指派"))
                .getByTestId("pick-row")
                .click();
        page.getByTestId("bulk-assign").click();
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("交给谁"))
                .click();
        page.locator(".el-select-dropdown__item:visible")
                .filter(named(name(OFFICER)))
                .click();
        page.getByTestId("bulk-run").click();
        leads.says(given, "/assignment/owner", LEADER);
        assertThat(leads.read(own).at("/assignment/owner").asString()).isEqualTo(OFFICER);

        page.navigate(stack.gateway() + "/leads/" + given);
        assertThat(page.getByTestId("because")).containsText(name(OFFICER));
        assertThat(page.getByTestId("because")).containsText("不在岗，代为负责");
        Browser.picture(page, "absence-because");
        page.context().close();
        standInSeesTheDay();
    }

    private static void standInSeesTheDay() {
        Page page = browser.loggedIn(LEADER, 1440, 900);
        assertThat(page.getByTestId("my-day")).isVisible();
        assertThat(page.getByTestId("day-row").filter(named("离岗之前的线索"))).containsText("代" + name(OFFICER));
        assertThat(page.getByTestId("day-row").filter(named("离岗之后指派的线索"))).isVisible();
        Browser.picture(page, "absence-day");
        page.context().close();
    }

    private static void choose(Locator within, String label, String person) {
        Locator box = within.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label));
        box.click();
        box.fill(name(person));
        Browser.pick(box.page(), name(person));
    }

    private static LocalDate today() {
        return Instant.parse(new Api(stack, MANAGER)
                        .getUntilAnswered("/api/me")
                        .body()
                        .path("now")
                        .asString())
                .atZone(CHINA)
                .toLocalDate();
    }

    private static String name(String person) {
        return new Api(stack, MANAGER)
                .getUntilAnswered("/api/directory/people")
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(person))
                .map(one -> one.path("name").asString())
                .findFirst()
                .orElseThrow();
    }

    private static FilterOptions named(String text) {
        return new FilterOptions().setHasText(text);
    }
}
