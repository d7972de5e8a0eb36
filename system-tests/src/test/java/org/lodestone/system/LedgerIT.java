package org.lodestone.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The ledger in Chromium: a dirty file goes in, comes back repaired, is undone; the list goes out; leads are typed and pasted. */
class LedgerIT {

    /** As offices send it: GB18030, other words for the headings, two units in one column, full-width digits, a row twice. */
    private static final String DIRTY = """
            序号,项目名称,投资企业,信息来源,登记日期,总投资(万元),进展情况,谁在跟
            1,翠微铜箔项目,翠微铜业有限公司,引荐,2026/3/2,1.2亿,已对接两次,甲
            2,翠微支架项目,翠微支架有限公司,活动,说不清,800,初次接触,乙
            3,翠微玻璃项目,翠微玻璃有限公司,引荐,2026年3月5日,３５００万元,待回访,甲
            4,翠微铜箔项目,翠微铜业有限公司,引荐,2026/3/2,1.2亿,已对接两次,甲
            """;

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

    /** No channel, no date of receipt, a heading between the rows, a month without a day, a sum below them. */
    private static final String SPARSE = """
            序号,项目名称,投资企业,总投资(万元),最近跟进
            一,在谈项目,,,
            1,苍岭铜箔项目,苍岭铜业有限公司,1200,2025.3
            2,苍岭储能项目,苍岭储能有限公司,800,
            ,合计,,2000,
            """;

    @Test
    void ledgerThatLeavesThingsOutIsTakenAndSaysWhatIsSupposed() {
        Page page = browser.loggedIn("manager.qinshui", 1440, 900);
        page.navigate(stack.gateway() + "/leads/imports/new");
        upload(page, "简表.csv", SPARSE.getBytes(StandardCharsets.UTF_8));

        assertThat(page.getByTestId("import-notices")).containsText("来源渠道都是“其他”");
        assertThat(page.getByTestId("import-notices")).containsText("导入当天");
        assertThat(page.getByTestId("tab-CREATE")).containsText("2");
        assertThat(page.getByTestId("tab-REFUSE")).containsText("0");
        assertThat(page.getByTestId("tab-PASS_OVER")).containsText("2");
        assertThat(page.getByTestId("cell-reason").first()).containsText("2025-03-01");
        Browser.picture(page, "import-sparse");
        assertThat(Browser.barriers(page)).isEmpty();
        page.setViewportSize(390, 844);
        assertThat(Browser.overflow(page)).isLessThanOrEqualTo(1);
        Browser.picture(page, "import-sparse-phone");
        page.setViewportSize(1440, 900);
        page.getByTestId("channel-otherwise").selectOption("VISIT");
        page.getByTestId("save-columns").click();
        assertThat(page.getByTestId("import-notices")).containsText("来源渠道都是“来访”");
        page.getByTestId("run-import").click();
        assertThat(page.getByTestId("import-result")).containsText("新建 2 条");
        assertThat(page.getByTestId("passed-over")).containsText("2");
        page.getByTestId("undo-import").click();
        page.getByTestId("confirm-undo").click();
        assertThat(page.getByTestId("import-state")).hasText("已撤销");
    }

    /** Two ledgers under other headings, and a list of telephones that only looks like one. */
    private static byte[] severalSheets() throws IOException {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put(
                "上半年",
                List.of(
                        List.of("项目名称", "投资方", "来源渠道", "收集日期"),
                        List.of("青峦铜箔项目", "青峦铜业有限公司", "引荐", "2026-03-02"),
                        List.of("青峦支架项目", "青峦支架有限公司", "引荐", "三月里")));
        sheets.put(
                "下半年",
                List.of(List.of("线索名称", "企业名称", "来源渠道", "收集日期"), List.of("青峦储能项目", "青峦储能有限公司", "来访", "2026年7月上旬")));
        sheets.put("通讯录", List.of(List.of("企业名称", "联系人", "电话"), List.of("青峦商会", "秘书", "13800000000")));
        return MadeWorkbook.of(sheets);
    }

    @Test
    void ledgersOnSeveralSheetsAreOneImportAndWhatIsNoneIsLeftOut() throws IOException {
        Page page = browser.loggedIn("manager.qinshui", 1440, 900);
        page.navigate(stack.gateway() + "/leads/imports/new");
        upload(page, "全年.xlsx", severalSheets());
        assertThat(page.getByTestId("sheets").locator("label")).hasCount(3);
        assertThat(page.getByTestId("tab-CREATE")).containsText("3");
        page.getByTestId("sheets").getByText("通讯录").click();
        page.getByTestId("save-columns").click();
        assertThat(page.getByTestId("tab-CREATE")).containsText("2");
        assertThat(page.getByTestId("row-sheet").first()).hasText("上半年");
        assertThat(page.getByTestId("row-sheet").last()).hasText("下半年");
        Browser.picture(page, "import-sheets");
        assertThat(Browser.barriers(page)).isEmpty();
        page.setViewportSize(390, 844);
        assertThat(Browser.overflow(page)).isLessThanOrEqualTo(1);
        Browser.picture(page, "import-sheets-phone");
        page.setViewportSize(1440, 900);
        page.getByTestId("run-import").click();
        assertThat(page.getByTestId("import-result")).containsText("新建 2 条");
        page.getByTestId("undo-import").click();
        page.getByTestId("confirm-undo").click();
        assertThat(page.getByTestId("import-state")).hasText("已撤销");
        page.context().close();
    }

    @Test
    void dirtyLedgerGoesInComesBackRepairedAndIsUndone() throws IOException {
        Page page = browser.loggedIn("manager.qinshui", 1440, 900);
        Clicks clicks = Clicks.on(page, stack.gateway() + "/leads");
        page.getByTestId("import").click();
        assertThat(page.getByTestId("new-import")).isVisible();
        clicks.atMost(3);

        upload(page, "台账.csv", DIRTY.getBytes(Charset.forName("GB18030")));
        assertThat(page.getByTestId("tab-CREATE")).containsText("2");
        assertThat(page.getByTestId("tab-REFUSE")).containsText("1");
        assertThat(page.getByTestId("tab-DUPLICATE")).containsText("1");
        page.getByTestId("tab-REFUSE").click();
        assertThat(page.getByTestId("cell-reason").first()).isVisible();
        Browser.picture(page, "import-refused");
        page.getByTestId("run-import").click();
        assertThat(page.getByTestId("import-result")).containsText("新建 2 条");

        byte[] refused = bytes(
                page.waitForDownload(() -> page.getByTestId("refused-rows").click()));
        upload(page, "拒绝的行.xlsx", Workbook.replaced(refused, "说不清", "2026-03-04"));
        assertThat(page.getByTestId("tab-CREATE")).containsText("1");
        assertThat(page.getByTestId("tab-REFUSE")).containsText("0");
        page.getByTestId("run-import").click();
        assertThat(page.getByTestId("import-result")).containsText("新建 1 条");
        assertThat(found(page, "manager.qinshui", "翠微支架项目")).hasCount(1);

        page.goBack();
        page.getByTestId("undo-import").click();
        assertThat(page.getByTestId("sheet")).containsText("新建的 1 条");
        page.getByTestId("confirm-undo").click();
        assertThat(page.getByTestId("import-state")).hasText("已撤销");
        assertThat(page.getByTestId("import-result")).containsText("收回 1 条");
        assertThat(page.getByTestId("kept")).hasCount(0);
        Browser.picture(page, "import-undone");
        assertThat(named(page, "翠微支架项目")).hasCount(0);
        assertThat(found(page, "manager.qinshui", "翠微玻璃项目")).hasCount(1);
        page.context().close();
    }

    @Test
    void listGoesOutAsItIsFilteredAndTheLogSaysWhoTookIt() throws IOException {
        Page page = browser.loggedIn("manager.yangcheng", 1440, 900);
        quickly(page, "凤台铜材项目");
        quickly(page, "凤台陶瓷项目");
        assertThat(found(page, "manager.yangcheng", "凤台铜材项目")).hasCount(1);
        page.navigate(stack.gateway() + "/leads");
        page.getByTestId("lead-search").fill("凤台铜材");
        page.waitForURL(Pattern.compile(".*[?&]q=.*"));
        assertThat(page.getByTestId("lead-row")).hasCount(1);
        assertThat(page.getByTestId("lead-row")).containsText("铜材");
        Clicks clicks = Clicks.here(page);
        page.getByTestId("export").click();
        assertThat(page.getByTestId("export-count")).containsText("1");
        Download download =
                page.waitForDownload(() -> page.getByTestId("export-csv").click());
        clicks.atMost(3);
        String text = new String(bytes(download), StandardCharsets.UTF_8);
        assertThat(text).contains("线索名称", "凤台铜材项目").doesNotContain("凤台陶瓷项目");
        clicks = Clicks.on(page, stack.gateway() + "/leads");
        page.getByTestId("export").click();
        page.getByTestId("exports-page").click();
        assertThat(page.getByTestId("exports")).containsText("凤台铜材");
        clicks.atMost(3);
        page.context().close();
    }

    @Test
    void leadsAreTypedWithoutTheMouseAndPastedTextIsOnlyTakenWhenConfirmed() {
        Page page = browser.loggedIn("officer.yuncheng", 1440, 900);
        quickly(page, "盐湖储能项目");
        found(page, "officer.yuncheng", "盐湖储能项目");
        assertThat(page.getByTestId("lead-row").filter(new FilterOptions().setHasText(Pattern.compile("1\\.20\\s*亿元"))))
                .hasCount(1);
        Clicks clicks = Clicks.on(page, stack.gateway() + "/leads");
        page.getByTestId("new-lead").click();
        page.getByTestId("quick-paste").click();
        page.getByTestId("paste-text").fill("盐湖新材料有限公司拟投资1.2亿元建铜箔项目，需用地60亩，联系人电话13800000000");
        page.getByTestId("paste-read").click();
        clicks.atMost(3);
        assertThat(page.getByTestId("reading").locator("mark").first()).isVisible();
        Browser.picture(page, "reading");
        page.getByTestId("paste-confirm").click();
        assertThat(page.locator("[id='investment.planned']")).hasValue("12000");
        assertThat(named(page, "盐湖新材料")).hasCount(0);
        page.context().close();
    }

    @Test
    void whoLogsOutIsOut() {
        Page page = browser.loggedIn("officer.yuanqu", 1440, 900);
        page.getByTestId("person").click();
        page.getByTestId("logout").click();
        page.locator("input[name=password]").waitFor();
        page.navigate(stack.gateway() + "/leads");
        assertThat(page.locator("input[name=password], [data-testid=signed-out]")
                        .first())
                .isVisible();
        assertThat(page.getByTestId("lead-row")).hasCount(0);
        page.context().close();
    }

    /** By keys alone: n, the name, an amount as people write it, a channel, Enter. */
    private static void quickly(Page page, String name) {
        page.navigate(stack.gateway() + "/leads");
        page.getByTestId("lead-count").waitFor();
        page.keyboard().press("n");
        assertThat(page.locator("#quick-name")).isFocused();
        page.keyboard().insertText(name);
        page.locator("#quick-amount").focus();
        page.keyboard().insertText("1.2亿");
        page.locator("#quick-channel").focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".el-select-dropdown__item:visible").first()).isVisible();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator(".el-select-dropdown__item:visible")).hasCount(0);
        page.locator("#quick-name").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("quick-saved").filter(new FilterOptions().setHasText(name)))
                .isVisible();
    }

    private static void upload(Page page, String name, byte[] content) {
        if (!page.url().endsWith("/leads/imports/new")) {
            page.navigate(stack.gateway() + "/leads/imports/new");
        }
        page.getByTestId("ledger-file").setInputFiles(new FilePayload(name, "application/octet-stream", content));
        page.waitForURL(Pattern.compile(".*/leads/imports/(?!new).+"));
        assertThat(page.getByTestId("import-state")).hasText("等您确认");
    }

    /** In the list, once the search knows of it: an open list offers what is new, but puts it under nobody's cursor. */
    private static Locator found(Page page, String user, String name) {
        Stack.await("the search finds " + name, Duration.ofSeconds(60), () -> {
            String q = URLEncoder.encode(name, StandardCharsets.UTF_8);
            JsonNode items = new Api(stack, user)
                    .getUntilAnswered("/api/leads?q=" + q)
                    .body()
                    .path("items");
            return items.toString().contains(name) ? Optional.of(name) : Optional.empty();
        });
        return named(page, name);
    }

    /** In the list, as a person looks for it; the page is left there. */
    private static Locator named(Page page, String name) {
        page.navigate(stack.gateway() + "/leads?q=" + name);
        page.getByTestId("lead-count").waitFor();
        return page.getByTestId("lead-row").filter(new FilterOptions().setHasText(name));
    }

    private static byte[] bytes(Download download) throws IOException {
        return Files.readAllBytes(download.path());
    }
}
