package org.lodestone.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.system.Api.Answer;

/** Leads kept single, registered and judged, as people see it: every part within three clicks of the list. */
class LeadCareIT {

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

    /** Counts what a person clicks since they left the list. */
    private static final class Hand {

        private int clicks;

        Hand click(Locator place) {
            place.click();
            clicks++;
            return this;
        }

        void hasNeededFewClicks() {
            assertThat(clicks).as("clicks from the list").isBetween(1, FEW);
        }
    }

    @Test
    void formSaysWhoHasTheInvestorAlreadyAndSavesAllTheSame() {
        lead("officer.yuanqu", "查重甲线", "浏览器查重新材料有限公司");
        Page page = browser.loggedIn("officer.yuanqu", 1440, 900);
        page.navigate(stack.gateway() + "/leads/new");
        page.locator("#name").fill("查重乙线");
        page.locator("[id='investor.name']").fill("浏览器查重新材料股份有限公司");
        assertThat(page.getByTestId("duplicate-check")).containsText("查重甲线");
        Browser.picture(page, "duplicate-check");
        page.getByTestId("open-candidate").first().click();
        assertThat(page.getByTestId("lead-panel")).containsText("查重甲线");
        page.getByTestId("input-channel").first().click();
        page.locator(".el-select-dropdown__item:visible").first().click();
        page.getByTestId("save-lead").first().click();
        assertThat(page.getByTestId("lead-name")).containsText("查重乙线");
        page.context().close();
    }

    @Test
    void whatIsNotADuplicateIsRememberedAndMayBeTakenBack() {
        lead("officer.yuanqu", "不重复甲", "浏览器不重复化工有限公司");
        lead("officer.yuanqu", "不重复乙", "浏览器不重复化工有限公司");
        Page page = browser.loggedIn("manager.yuanqu", 1440, 900);
        Hand hand = new Hand();
        hand.click(row(page, "不重复乙")).click(page.getByTestId("not-duplicate").first());
        hand.hasNeededFewClicks();
        assertThat(page.getByTestId("duplicates").getByTestId("candidate")).hasCount(0);
        page.getByTestId("undo").first().click();
        assertThat(page.getByTestId("duplicates").getByTestId("candidate")).hasCount(1);
        page.context().close();
    }

    @Test
    void twoLeadsBecomeOneAndTwoAgain() {
        lead("officer.yuanqu", "合并保留", "浏览器合并铜业有限公司");
        String gone = lead("officer.yuanqu", "合并带走", "浏览器合并铜业有限公司");
        Answer logged = new Api(stack, "officer.yuanqu")
                .postUntilAnswered(
                        "/api/leads/" + gone + "/follow-ups", "{\"kind\":\"MEETING\",\"summary\":\"带过来的跟进记录\"}");
        assertThat(logged.status()).as("%s", logged.body()).isLessThan(300);
        Page page = browser.loggedIn("manager.yuanqu", 1440, 900);
        Hand hand = new Hand();
        hand.click(row(page, "合并保留")).click(page.getByTestId("merge").first());
        assertThat(page.getByTestId("merge-consequence")).containsText("合并带走");
        assertThat(page.getByTestId("merge-brings")).containsText("1");
        assertThat(Browser.barriers(page)).isEmpty();
        Browser.picture(page, "merge");
        hand.click(page.getByTestId("merge-run")).hasNeededFewClicks();
        assertThat(page.getByTestId("merged-into")).containsText("合并带走");
        assertThat(page.getByTestId("timeline")).containsText("带过来的跟进记录");
        Browser.picture(page, "merged");

        page.navigate(stack.gateway() + "/leads/" + gone);
        assertThat(page.getByTestId("merged-away")).containsText("合并保留");
        page.getByTestId("merge-undo").click();
        assertThat(page.getByTestId("merge-undone")).isVisible();
        assertThat(page.getByTestId("merged-away")).hasCount(0);
        assertThat(page.getByTestId("timeline")).containsText("带过来的跟进记录");
        Browser.picture(page, "merge-undone");
        page.context().close();
    }

    @Test
    void anotherZoneSeesZoneAndDayOnlyAndTheCitySettlesTheClash() {
        String first = lead("officer.yuanqu", "报备先谈", "浏览器首谈镁业有限公司");
        Answer taken =
                new Api(stack, "officer.yuanqu").postUntilAnswered("/api/leads/" + first + "/registration", "{}");
        assertThat(taken.status()).as("%s", taken.body()).isEqualTo(201);
        String on = taken.body().get("on").asString();
        lead("officer.yangcheng", "报备后到", "浏览器首谈镁业有限公司");
        disputedBySecond(on);

        Page page = browser.loggedIn("city", 1440, 900);
        page.getByTestId("lead-row").first().waitFor();
        Hand hand = new Hand();
        hand.click(page.getByTestId("open-registrations"));
        Locator clash = page.getByTestId("registration-row").filter(named("浏览器首谈镁业"));
        hand.click(clash.getByTestId("arbitrate")).hasNeededFewClicks();
        page.getByTestId("decision-SPLIT").click();
        page.getByTestId("share-140827").fill("70");
        assertThat(page.getByTestId("registration-submit")).isDisabled();
        page.getByTestId("share-140522").fill("30");
        page.getByTestId("registration-reason").fill("先谈者牵头，业绩七三分");
        Browser.picture(page, "arbitration");
        page.getByTestId("registration-submit").click();
        assertThat(clash.getByTestId("credit")).containsText("70%");
        assertThat(clash.getByTestId("credit")).containsText("30%");
        Browser.picture(page, "registrations");
        page.context().close();
    }

    private static void disputedBySecond(String on) {
        Page page = browser.loggedIn("officer.yangcheng", 1440, 900);
        Hand hand = new Hand();
        hand.click(row(page, "报备后到"));
        assertThat(page.getByTestId("registered-first")).containsText(on);
        Browser.picture(page, "clash");
        assertThat(page.locator("body").textContent()).doesNotContain("报备先谈");
        hand.click(page.getByTestId("dispute")).hasNeededFewClicks();
        page.getByTestId("registration-reason").fill("我区十月已在展会上接触");
        page.getByTestId("registration-submit").click();
        assertThat(page.getByTestId("sheet")).hasCount(0);
        page.context().close();
    }

    @Test
    void scoreSaysWhyAndLeadsToTheFieldThatWouldRaiseIt() {
        lead("officer.yuanqu", "评分线索", "浏览器评分电池有限公司");
        Page page = browser.loggedIn("officer.yuanqu", 1440, 900);
        Hand hand = new Hand();
        hand.click(row(page, "评分线索"));
        page.getByTestId("score-number").waitFor();
        hand.click(page.getByTestId("score-open"));
        assertThat(page.getByTestId("score-why")).isVisible();
        String score = page.getByTestId("score-number").textContent();
        assertThat(page.getByTestId("sheet")).containsText(score);
        assertThat(page.getByTestId("factors").locator("li")).not().hasCount(0);
        assertThat(Browser.barriers(page)).isEmpty();
        Browser.picture(page, "score");
        hand.click(page.getByTestId("raise-needs.powerKva")).hasNeededFewClicks();
        page.locator("[id='edit-needs.powerKva']").fill("8000");
        page.getByTestId("fact-needs.powerKva").getByTestId("fact-save").click();
        assertThat(page.getByTestId("score-number")).not().hasText(score);
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/registrations", "/settings/zones", "/leads/new"})
    void pageHasNothingSeriousForAxeAndFitsAPhone(String path) {
        assertThat(faults(browser.loggedIn("city", 1440, 900), path)).isEmpty();
    }

    @Test
    void leadPageHasNothingSeriousForAxeAndFitsAPhone() {
        lead("officer.yuanqu", "窄屏甲", "浏览器窄屏玻璃有限公司");
        String lead = lead("officer.yuanqu", "窄屏乙", "浏览器窄屏玻璃有限公司");
        assertThat(faults(browser.loggedIn("manager.yuanqu", 1440, 900), "/leads/" + lead))
                .isEmpty();
    }

    @Test
    void leadGoesToThePoolIsClaimedAndWatchedAndItsRecordVerifies() {
        lead("officer.yuanqu", "公海来回", "浏览器公海新材料有限公司");
        Page page = browser.loggedIn("officer.yuanqu", 1440, 900);
        row(page, "公海来回").click();
        page.getByTestId("release").click();
        assertThat(page.getByTestId("claim")).isVisible();
        assertThat(page.getByTestId("because")).containsText("公海");

        page.navigate(stack.gateway() + "/leads");
        page.getByTestId("lead-row").first().waitFor();
        Hand hand = new Hand();
        hand.click(page.getByTestId("filter-pool"))
                .click(page.getByTestId("lead-row").filter(named("公海来回")).getByRole(AriaRole.LINK));
        hand.click(page.getByTestId("claim")).hasNeededFewClicks();
        assertThat(page.getByTestId("release")).isVisible();
        page.getByTestId("watch").click();
        assertThat(page.getByTestId("watch")).hasAttribute("aria-pressed", "true");
        assertThat(page.getByTestId("timeline")).containsText("认领");
        page.getByTestId("record-check").click();
        assertThat(page.getByTestId("record-intact")).containsText("4");
        assertThat(Browser.barriers(page)).isEmpty();
        Browser.picture(page, "custody");
        page.context().close();
    }

    @Test
    void whoDoesNotOwnALeadAsksForItsPhoneAndSaysWhy() {
        Answer kept = new Api(stack, "manager.yuanqu").postUntilAnswered("/api/leads", """
                        {"name":"电话遮盖","zone":"140827","source":{"channel":"VISIT"},"receivedOn":"2026-11-20",
                         "contacts":[{"name":"项目负责人","phone":"13800000012"}]}""");
        assertThat(kept.status()).as("%s", kept.body()).isEqualTo(201);
        Page page = browser.loggedIn("officer.yuanqu", 1440, 900);
        page.navigate(stack.gateway() + "/leads/" + kept.body().get("id").asString());
        Locator contacts = page.locator("#fact-contacts");
        assertThat(contacts).containsText("138****0012");
        page.getByTestId("unmask").click();
        page.getByTestId("registration-submit").click();
        assertThat(contacts).containsText("138****0012");
        page.getByTestId("registration-reason").fill("约见项目负责人");
        page.getByTestId("registration-submit").click();
        assertThat(contacts).containsText("13800000012");
        page.context().close();
    }

    /** What bars people from a page, and how much wider than a phone it is. */
    private static List<String> faults(Page page, String path) {
        page.navigate(stack.gateway() + path);
        page.getByTestId("person").waitFor();
        Browser.settled(page);
        assertThat(page).hasURL(stack.gateway() + path);
        List<String> faults = new ArrayList<>(Browser.barriers(page));
        page.setViewportSize(390, 844);
        Browser.settled(page);
        Browser.picture(page, "phone" + path.replace('/', '-'));
        int over = Browser.overflow(page);
        if (over > 1) {
            faults.add("wider than a phone by " + over + " px");
        }
        page.context().close();
        return faults;
    }

    /** A lead that says enough to be registered, and is in the list. */
    private static String lead(String user, String name, String firm) {
        Api api = new Api(stack, user);
        Answer created = api.postUntilAnswered("/api/leads", """
                {"name":"%s","source":{"channel":"REFERRAL"},"receivedOn":"2026-11-20",
                 "investor":{"name":"%s","region":"370100"},"contacts":[{"name":"项目负责人"}],
                 "investment":{"planned":{"value":"60000.00","unit":"CNY_10K"}}}""".formatted(name, firm));
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        String id = created.body().get("id").asString();
        Stack.await("the lead is in the list", Duration.ofSeconds(30), () -> {
            Answer list = api.getUntilAnswered("/api/leads?limit=50");
            return list.body().path("items").toString().contains(id) ? Optional.of(id) : Optional.empty();
        });
        return id;
    }

    private static Locator row(Page page, String name) {
        page.navigate(stack.gateway() + "/leads");
        return page.getByTestId("lead-row").filter(named(name)).first().getByRole(AriaRole.LINK);
    }

    private static FilterOptions named(String text) {
        return new FilterOptions().setHasText(text);
    }
}
