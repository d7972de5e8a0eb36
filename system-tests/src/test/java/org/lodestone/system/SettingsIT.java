package org.lodestone.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lodestone.system.Api.Answer;
import tools.jackson.databind.JsonNode;

/** Settings as people see them: whose data is erased, who gets which leads, who stands in, what is handed over. */
class SettingsIT {

    private static final int FEW = 3;
    private static final String PHONE = "17712340987";
    private static final String LETTER = "白鹭一案本人来函";

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
    void aPersonIsFoundAndErasedAfterTheConsequenceWasRead() {
        String lead = lead("白鹭铜箔项目", PHONE);
        Page page = browser.loggedIn("admin", 1440, 900);
        page.navigate(stack.gateway() + "/settings/intake");
        Clicks clicks = Clicks.here(page);
        page.getByTestId("to-personal-data").click();
        page.getByTestId("pd-phones").fill("177 1234-0987");
        page.getByTestId("pd-reason").fill(LETTER);
        page.getByTestId("pd-search").click();
        assertThat(page.getByTestId("pd-found")).containsText("线索");
        clicks.atMost(FEW);
        Browser.picture(page, "personal-data");
        page.getByTestId("pd-erase").click();
        assertThat(page.getByTestId("erase-consequence")).containsText(PHONE.substring(7));
        assertThat(page.getByTestId("erase-now")).isDisabled();
        page.getByTestId("erase-word").fill("删除");
        Browser.picture(page, "personal-data-erase");
        page.getByTestId("erase-now").click();
        // Others have been erased before; theirs may be shown until this one is there.
        Locator report = page.getByTestId("erasure-report").filter(new Locator.FilterOptions().setHasText(LETTER));
        assertThat(report.getByTestId("erasure-state")).hasText("已完成");
        assertThat(report).containsText("历史记录");
        assertThat(Browser.barriers(page)).isEmpty();
        page.setViewportSize(390, 844);
        assertThat(Browser.overflow(page)).isLessThanOrEqualTo(1);
        Browser.picture(page, "personal-data-phone");

        Answer left = new Api(stack, "manager.yuanqu").getUntilAnswered("/api/leads/" + lead);
        assertThat(left.body().path("contacts").isEmpty()).isTrue();
    }

    @Test
    void rulesAreReadAsSentencesAndPutInOrderByKeys() {
        Api admin = new Api(stack, "admin");
        for (String name : List.of("第一条", "第二条")) {
            Answer made = admin.postUntilAnswered("/api/assignment-rules", """
                    {"zone":"140827","name":"%s","when":{"channels":["VISIT"],"amountFrom":"5000"},
                     "to":["officer.yuanqu"],"by":"ROUND_ROBIN","active":false}""".formatted(name));
            assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        }
        Page page = browser.loggedIn("admin", 1440, 900);
        page.navigate(stack.gateway() + "/settings/sharing?zone=140827");
        Locator rows = page.getByTestId("rule-row");
        assertThat(rows).hasCount(2);
        assertThat(rows.first()).containsText("投资额 5000 万元以上的");
        Locator second = rows.nth(1).getByRole(AriaRole.BUTTON).first();
        second.focus();
        page.keyboard().press("Alt+ArrowUp");
        assertThat(rows.first()).containsText("第二条");
        Stack.await("the order is kept", Duration.ofSeconds(20), () -> {
            String items = admin.getUntilAnswered("/api/assignment-rules?zone=140827")
                    .body()
                    .path("items")
                    .toString();
            return items.indexOf("第二条") < items.indexOf("第一条") ? Optional.of(items) : Optional.empty();
        });
        rows.first().getByRole(AriaRole.BUTTON).first().click();
        assertThat(page.getByTestId("rule-preview")).containsText("轮流分给");
        Browser.picture(page, "rules");
        assertThat(Browser.barriers(page)).isEmpty();
    }

    @Test
    void anAbsenceIsEnteredAndEverythingIsHandedOver() {
        lead("移交铜箔项目", "13500001111");
        Page page = browser.loggedIn("manager.yuanqu", 1440, 900);
        page.navigate(stack.gateway() + "/settings/sharing");
        Locator absences = page.getByTestId("absences");
        Locator days = absences.locator("input.el-range-input");
        days.nth(0).fill("2030-01-07");
        days.nth(1).fill("2030-01-09");
        days.nth(1).press("Enter");
        choose(absences, "代办人", "officer.yuanqu");
        absences.getByTestId("absence-save").click();
        assertThat(absences.getByTestId("absence-row")).hasCount(1);
        assertThat(absences.getByTestId("absence-row")).containsText("2030-01-07");

        Locator handovers = page.getByTestId("handovers");
        choose(handovers, "交出人", "officer.yuanqu");
        choose(handovers, "接手人", "leader.yuanqu");
        handovers.getByTestId("hand-over").click();
        Browser.picture(page, "sharing");
        handovers.getByTestId("hand-confirm").click();
        Locator first = handovers.getByTestId("handover-row").first();
        assertThat(first.getByTestId("handover-counts")).containsText("已移交");
        assertThat(first).containsText("✓");
        assertThat(Browser.barriers(page)).isEmpty();
        page.setViewportSize(390, 844);
        assertThat(Browser.overflow(page)).isLessThanOrEqualTo(1);
        Browser.picture(page, "sharing-phone");
    }

    @Test
    void aFormOnAnotherSiteDeliversALeadOnceAndNothingElseIsFramed() {
        try (OtherSite site = new OtherSite()) {
            Answer made = new Api(stack, "admin")
                    .postUntilAnswered("/api/intake-sources", """
                    {"name":"某中介网站","zone":"140521","kind":"FORM","channel":"AGENT","origins":["%s"]}""".formatted(site.origin("agency")));
            assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
            String ours = "http://lodestone.test:" + stack.gateway().getPort();
            site.framing(ours + "/intake/" + made.body().path("id").asString());
            Page page = browser.stranger(1440, 900);

            String reference = handedIn(page, site.origin("agency"));
            assertThat(reference).matches("R[0-9A-F]{10}");
            Browser.picture(page, "intake-embedded");
            assertThat(handedIn(page, site.origin("agency"))).isEqualTo(reference);
            assertThat(page.context().cookies()).as("a stranger gets no cookie").isEmpty();
            Api manager = new Api(stack, "manager.qinshui");
            String list = "/api/leads?q=" + URLEncoder.encode("苍梧铜箔", StandardCharsets.UTF_8);
            JsonNode leads = Stack.await(
                    "the lead is listed",
                    Duration.ofSeconds(60),
                    () -> Optional.of(manager.get(list).body().path("items")).filter(items -> !items.isEmpty()));
            assertThat(leads.size()).as("sent twice and one lead").isEqualTo(1);

            assertBlocked(page, site.origin("elsewhere"));
            site.framing(ours + "/");
            assertBlocked(page, site.origin("agency"));
        }
    }

    /** Filled in and sent within the frame; the reference it is answered with. */
    private static String handedIn(Page page, String site) {
        page.navigate(site);
        FrameLocator form = page.frameLocator("iframe");
        form.locator("[name=company]").fill("苍梧铜箔有限公司");
        form.locator("[name=phone]").fill("13800001234");
        form.locator("[name=consent]").check();
        form.locator("button").click();
        Locator reference = form.locator("output");
        assertThat(reference).isVisible();
        return reference.innerText().strip();
    }

    /** The browser says that it may not be framed there, and shows nothing of it. */
    private static void assertBlocked(Page page, String site) {
        page.waitForConsoleMessage(
                new Page.WaitForConsoleMessageOptions()
                        .setPredicate(said -> said.text().contains("lodestone.test")
                                && said.text().toLowerCase(Locale.ROOT).contains("fram")),
                () -> page.navigate(site));
        assertThat(page.frameLocator("iframe").locator("form, main")).hasCount(0);
    }

    private static void choose(Locator within, String label, String person) {
        Locator box = within.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label));
        box.click();
        box.fill(name(person));
        Browser.pick(box.page(), name(person));
    }

    private static String name(String person) {
        return new Api(stack, "manager.yuanqu")
                .getUntilAnswered("/api/directory/people")
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(person))
                .map(one -> one.path("name").asString())
                .findFirst()
                .orElseThrow();
    }

    private static String lead(String name, String phone) {
        Answer created =
                new Api(stack, "officer.yuanqu").postUntilAnswered("/api/leads", """
                {"name":"%s","source":{"channel":"REFERRAL"},"receivedOn":"2026-11-20",
                 "investor":{"name":"%s有限公司","region":"370100"},"contacts":[{"name":"负责人","phone":"%s"}]}""".formatted(name, name, phone));
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        return created.body().get("id").asString();
    }
}
