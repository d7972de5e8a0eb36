package org.lodestone.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lodestone.system.Api.Answer;

/** Files, companies and referrers as people see them: every part within three clicks of the list. */
class InvestorIT {

    private static final int FEW = 3;

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
    void fileIsDroppedTakenRemovedAndBroughtBack() throws IOException {
        lead("附件线索", "浏览器附件铜箔有限公司", "附件商会");
        Page page = browser.loggedIn("officer.yuanqu", 1440, 900);
        list(page);
        Clicks clicks = Clicks.here(page);
        row(page, "附件线索").click();
        Locator files = page.getByTestId("files");
        files.getByTestId("file-input").setInputFiles(pdf("合作意向书.pdf", "第一稿"));
        assertThat(files.getByTestId("file")).hasCount(1);
        assertThat(files.getByTestId("file")).containsText("意向");
        clicks.atMost(FEW);
        assertThat(page.getByTestId("papers")).containsText("合作意向书");
        assertThat(page.getByTestId("timeline")).containsText("添加附件");

        drop(page, files, "合作意向书.pdf", "第二稿");
        assertThat(files.getByTestId("file-versions")).containsText("2");
        files.getByTestId("file-versions").click();
        assertThat(files.getByTestId("versions").locator("li")).hasCount(2);
        Download taken =
                page.waitForDownload(() -> files.getByTestId("file-download").click());
        assertThat(taken.suggestedFilename()).isEqualTo("合作意向书.pdf");
        assertThat(Files.readString(taken.path(), StandardCharsets.UTF_8)).contains("第二稿");
        assertThat(Browser.barriers(page)).isEmpty();
        Browser.picture(page, "files");

        files.getByTestId("file-remove").click();
        assertThat(files.getByTestId("file")).hasCount(0);
        page.getByTestId("undo").first().click();
        assertThat(files.getByTestId("file")).hasCount(1);
        files.getByTestId("file-input")
                .setInputFiles(
                        new FilePayload("伪装.pdf", "application/pdf", "<html></html>".getBytes(StandardCharsets.UTF_8)));
        assertThat(files.getByTestId("file-failed")).containsText("伪装.pdf");
        page.context().close();
    }

    @Test
    void companyIsSeenWithAllItsLeadsAndLinkedToAnother() {
        String first = lead("投资方甲线", "浏览器整体镁业有限公司", "整体商会");
        lead("投资方乙线", "浏览器整体镁业股份有限公司", "整体商会");
        Page page = browser.loggedIn("officer.yuanqu", 1440, 900);
        list(page);
        Clicks clicks = Clicks.here(page);
        row(page, "投资方甲线").click();
        page.getByTestId("open-investor").click();
        assertThat(page.getByTestId("investor-lead")).hasCount(2);
        clicks.atMost(FEW);
        assertThat(page.getByTestId("investor-name")).containsText("浏览器整体镁业");
        assertThat(page.getByTestId("investor-contacts")).containsText("项目负责人");

        page.getByTestId("add-link").click();
        page.locator("#link-to").fill("浏览器控股集团有限公司");
        page.getByTestId("link-percent").fill("51");
        page.getByTestId("link-save").click();
        Locator link = page.getByTestId("investor-link");
        assertThat(link).containsText("51%");
        assertThat(page.getByTestId("sheet")).hasCount(0);
        assertThat(Browser.barriers(page)).isEmpty();
        Browser.picture(page, "investor");
        link.getByRole(AriaRole.LINK).click();
        assertThat(page.getByTestId("investor-name")).containsText("浏览器控股集团");
        assertThat(page.getByTestId("investor-link")).containsText("浏览器整体镁业");
        page.getByTestId("unlink").click();
        assertThat(page.getByTestId("load-failed")).isVisible();

        list(page);
        Clicks fromList = Clicks.here(page);
        page.getByTestId("open-investors").click();
        page.getByTestId("investor-search").fill("zhengtimeiye");
        assertThat(page.getByTestId("investors")).hasAttribute("data-q", "zhengtimeiye");
        assertThat(page.getByTestId("investor-row").filter(named("浏览器整体镁业"))).hasCount(1);
        page.getByTestId("investor-row")
                .filter(named("浏览器整体镁业"))
                .getByRole(AriaRole.LINK)
                .click();
        page.getByTestId("investor-lead")
                .filter(named("投资方甲线"))
                .getByRole(AriaRole.LINK)
                .click();
        assertThat(page).hasURL(stack.gateway() + "/leads/" + first);
        fromList.atMost(FEW);
        page.context().close();
    }

    @Test
    void whatAReferrerBroughtOpensItsLeadsAndTheirTermIsKept() {
        lead("引荐一", "浏览器引荐一号有限公司", "浏览器引荐商会");
        lead("引荐二", "浏览器引荐二号有限公司", "浏览器引荐商会");
        Page page = browser.loggedIn("manager.yuanqu", 1440, 900);
        list(page);
        Clicks clicks = Clicks.here(page);
        page.getByTestId("open-investors").click();
        page.getByTestId("open-referrers").click();
        Locator row = page.getByTestId("referrer-row").filter(named("浏览器引荐商会"));
        assertThat(row).containsText("未登记");
        row.getByTestId("open-leads").click();
        assertThat(page.getByTestId("filter-referrer")).containsText("浏览器引荐商会");
        assertThat(page.getByTestId("lead-row")).hasCount(2);
        clicks.atMost(FEW);

        page.goBack();
        row.getByTestId("edit-referrer").click();
        page.getByTestId("referrer-note").fill("年度顾问");
        page.getByTestId("referrer-save").click();
        assertThat(row).containsText("在聘");
        assertThat(row).containsText("年度顾问");
        assertThat(Browser.barriers(page)).isEmpty();
        Browser.picture(page, "referrers");
        page.context().close();
    }

    @Test
    void pagesHaveNothingSeriousForAxeAndFitAPhone() {
        lead("窄屏投资方", "浏览器窄屏投资有限公司", "窄屏商会");
        Page page = browser.loggedIn("city", 390, 844);
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, String> shown :
                Map.of("/investors", "investors", "/referrers", "referrers").entrySet()) {
            page.navigate(stack.gateway() + shown.getKey());
            page.getByTestId(shown.getValue()).waitFor();
            faults.addAll(faults(page, shown.getValue()));
        }
        page.navigate(stack.gateway() + "/investors");
        page.getByTestId("investor-row")
                .filter(named("浏览器窄屏投资"))
                .getByRole(AriaRole.LINK)
                .click();
        page.getByTestId("investor-lead").first().waitFor();
        faults.addAll(faults(page, "investor"));
        assertThat(faults).isEmpty();
        page.context().close();
    }

    private static List<String> faults(Page page, String name) {
        List<String> faults = new ArrayList<>(Browser.barriers(page));
        Browser.picture(page, "phone-" + name);
        int over = Browser.overflow(page);
        if (over > 1) {
            faults.add(name + " is wider than a phone by " + over + " px");
        }
        return faults;
    }

    private static FilePayload pdf(String name, String words) {
        return new FilePayload(
                name, "application/pdf", ("%PDF-1.7\n" + words + "\n%%EOF").getBytes(StandardCharsets.UTF_8));
    }

    /** As a hand does it. */
    private static void drop(Page page, Locator onto, String name, String words) {
        JSHandle dragged = page.evaluateHandle("""
                ([name, words]) => {
                  const held = new DataTransfer()
                  held.items.add(new File(['%PDF-1.7\\n' + words + '\\n%%EOF'], name, { type: 'application/pdf' }))
                  return held
                }""", List.of(name, words));
        onto.dispatchEvent("dragover", Map.of("dataTransfer", dragged));
        onto.dispatchEvent("drop", Map.of("dataTransfer", dragged));
    }

    private static String lead(String name, String firm, String referrer) {
        Api api = new Api(stack, "officer.yuanqu");
        Answer created = api.postUntilAnswered("/api/leads", """
                {"name":"%s","source":{"channel":"REFERRAL","referrer":"%s"},"receivedOn":"2026-11-20",
                 "investor":{"name":"%s","region":"370100"},"contacts":[{"name":"项目负责人"}]}""".formatted(name, referrer, firm));
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        String id = created.body().get("id").asString();
        Stack.await("the lead is in the list", Duration.ofSeconds(30), () -> {
            Answer list = api.getUntilAnswered("/api/leads?limit=50");
            return list.body().path("items").toString().contains(id) ? Optional.of(id) : Optional.empty();
        });
        return id;
    }

    private static void list(Page page) {
        page.navigate(stack.gateway() + "/leads");
        page.getByTestId("lead-row").first().waitFor();
    }

    private static Locator row(Page page, String name) {
        return page.getByTestId("lead-row").filter(named(name)).first().getByRole(AriaRole.LINK);
    }

    private static FilterOptions named(String text) {
        return new FilterOptions().setHasText(text);
    }
}
