package org.lodestone.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lodestone.system.Api.Answer;

/** Many leads at once, as people do it on the list: each row its own result, and the way back. */
class BulkPageIT {

    private static final int FEW = 3;
    private static final int MORE_THAN_A_PAGE = 53;

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
    void leadsAreAssignedRowByRowAndTakenBack() {
        Tagged leads = new Tagged(stack, "批量指派");
        String first = leads.logged("批量指派甲", "");
        String second = leads.logged("批量指派乙", "");
        String already = leads.logged("批量指派丙", "");
        Answer given = new Api(stack, Tagged.MANAGER)
                .postUntilAnswered("/api/leads/" + already + "/assignments", "{\"owner\":\"" + Tagged.LEADER + "\"}");
        assertThat(given.status()).as("%s", given.body()).isLessThan(300);
        leads.settled();
        Page page = listed(Tagged.MANAGER, leads, 3);
        Clicks clicks = Clicks.here(page);
        page.getByTestId("pick-page").click();
        assertThat(page.getByTestId("bulk-count")).containsText("3");
        page.getByTestId("bulk-assign").click();
        assertThat(page.getByTestId("bulk-sheet")).isVisible();
        clicks.atMost(FEW);
        choose(page, "交给谁", name(Tagged.LEADER));
        Browser.picture(page, "bulk-assign");
        page.getByTestId("bulk-run").click();

        Locator refused = page.getByTestId("bulk-results").locator("li");
        assertThat(refused).hasCount(1);
        assertThat(refused).containsText(leads.read(already).path("number").asString());
        assertThat(page.getByTestId("sheet")).containsText("成功 2 条");
        Browser.picture(page, "bulk-results");
        assertThat(Browser.barriers(page)).isEmpty();
        page.keyboard().press("Escape");
        leads.says(first, "/assignment/owner", Tagged.LEADER);
        leads.says(second, "/assignment/owner", Tagged.LEADER);

        page.getByTestId("job-undo").first().click();
        leads.says(first, "/assignment/owner", Tagged.OFFICER);
        leads.says(second, "/assignment/owner", Tagged.OFFICER);
        assertThat(page.getByTestId("job").first()).containsText("已撤销");
        page.context().close();
    }

    @Test
    void tagsArePutOnPickedRowsAndTakenBackFromTheNotice() {
        Tagged leads = new Tagged(stack, "批量标签");
        List<String> ids = List.of(leads.logged("批量标签甲", ""), leads.logged("批量标签乙", ""), leads.logged("批量标签丙", ""));
        leads.settled();
        Page page = listed(Tagged.OFFICER, leads, 3);
        page.getByTestId("pick-row").first().click();
        page.getByTestId("pick-row").nth(1).click(new ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(page.getByTestId("bulk-count")).containsText("2");
        page.getByTestId("bulk-tag").click();
        Locator box = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("加上标签"));
        box.fill("批量重点");
        page.locator(".el-select-dropdown__item:visible").filter(named("批量重点")).click();
        page.getByTestId("bulk-run").click();
        page.getByTestId("undo").last().click();
        // Done and taken back: nothing of it is left, on any row.
        assertThat(page.getByTestId("job").first()).containsText("已撤销");
        for (String id : ids) {
            leads.says(id, "/tags", "[\"批量标签\"]");
        }
        page.context().close();
    }

    @Test
    void whatIsNotReadyStaysAndSaysWhatItLacks() {
        Tagged leads = new Tagged(stack, "批量推进");
        String first = leads.logged("批量推进甲", "");
        String second = leads.logged("批量推进乙", "");
        leads.settled();
        Page page = listed(Tagged.OFFICER, leads, 2);
        moveAll(page, "分析研判");
        leads.says(first, "/state", "ASSESSING");
        leads.says(second, "/state", "ASSESSING");
        assertThat(page.getByTestId("lead-row").filter(named("分析研判"))).hasCount(2);

        moveAll(page, "跟踪对接");
        assertThat(page.getByTestId("bulk-results").locator("li")).hasCount(2);
        assertThat(page.getByTestId("bulk-results")).containsText("需要所属产业链");
        assertThat(page.getByTestId("bulk-results")).containsText("下一步计划");
        Browser.picture(page, "bulk-refused");
        page.keyboard().press("Escape");
        leads.says(first, "/state", "ASSESSING");
        page.context().close();
    }

    private static void moveAll(Page page, String state) {
        assertThat(page.getByTestId("bulk-bar")).hasCount(0);
        page.getByTestId("pick-page").click();
        page.getByTestId("bulk-transition").click();
        choose(page, "转到", state);
        page.getByTestId("bulk-run").click();
    }

    @Test
    void allThatMatchAreTakenAcrossPagesAndTheTrayTakesItBack() {
        Tagged leads = new Tagged(stack, "yangcheng", "批量全部");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            ids.add(leads.logged("批量全部" + i, ""));
        }
        leads.settled();
        Page page = listed("manager.yangcheng", leads, 50);
        page.getByTestId("pick-page").click();
        page.getByTestId("bulk-all").click();
        assertThat(page.getByTestId("bulk-count")).containsText(Integer.toString(MORE_THAN_A_PAGE));
        page.getByTestId("bulk-assign").click();
        choose(page, "交给谁", name("leader.yangcheng"));
        page.getByTestId("bulk-run").click();
        leads.says(ids.getFirst(), "/assignment/owner", "leader.yangcheng");
        leads.says(ids.getLast(), "/assignment/owner", "leader.yangcheng");
        Locator job = page.getByTestId("job").first();
        assertThat(job).containsText("已完成");
        job.getByTestId("job-undo").click();
        assertThat(job).containsText("已撤销");
        for (String id : ids) {
            leads.says(id, "/assignment/owner", "officer.yangcheng");
        }
        page.context().close();
    }

    @Test
    void pickedRowsGoOutAndNoOthers() throws IOException {
        Tagged leads = new Tagged(stack, "批量导出");
        leads.logged("批量导出甲", "");
        leads.logged("批量导出乙", "");
        leads.settled();
        Page page = listed(Tagged.MANAGER, leads, 2);
        page.getByTestId("lead-row")
                .filter(named("批量导出乙"))
                .getByTestId("pick-row")
                .click();
        Download file =
                page.waitForDownload(() -> page.getByTestId("bulk-export").click());
        assertThat(file.suggestedFilename()).startsWith("线索台账").endsWith(".xlsx");
        byte[] book = Files.readAllBytes(file.path());
        assertThat(Workbook.says(book, "批量导出乙")).isTrue();
        assertThat(Workbook.says(book, "批量导出甲")).isFalse();
        page.navigate(stack.gateway() + "/leads/exports");
        assertThat(page.getByTestId("exports").locator("tbody tr").first()).containsText("已选 1 条");
        page.context().close();
    }

    @Test
    void aThumbPicksAndTagsOnAPhone() {
        Tagged leads = new Tagged(stack, "批量手机");
        leads.logged("批量手机甲", "");
        String second = leads.logged("批量手机乙", "");
        leads.settled();
        Page page = browser.loggedIn(Tagged.OFFICER, 390, 844);
        page.navigate(leads.list(""));
        assertThat(page.getByTestId("lead-row")).hasCount(2);
        page.getByTestId("lead-row")
                .filter(named("批量手机乙"))
                .getByTestId("pick-row")
                .click();
        assertThat(page.getByTestId("bulk-bar")).isVisible();
        Browser.picture(page, "bulk-phone");
        assertThat(Browser.overflow(page)).as("wider than a phone").isLessThanOrEqualTo(1);
        assertThat(Browser.barriers(page)).isEmpty();
        page.getByTestId("bulk-page").click();
        assertThat(page.getByTestId("bulk-count")).containsText("2");
        page.getByTestId("bulk-release").click();
        leads.says(second, "/assignment/because/code", "RELEASED");
        page.context().close();
    }

    private static Page listed(String user, Tagged leads, int rows) {
        Page page = browser.loggedIn(user, 1440, 900);
        page.navigate(leads.list(""));
        assertThat(page.getByTestId("lead-row")).hasCount(rows);
        return page;
    }

    private static void choose(Page page, String label, String option) {
        // The box around it takes the click, once the sheet stands still.
        page.locator(".el-select__wrapper")
                .filter(new FilterOptions()
                        .setHas(page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label))))
                .click();
        Browser.pick(page, option);
    }

    private static String name(String person) {
        return new Api(stack, "city")
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
