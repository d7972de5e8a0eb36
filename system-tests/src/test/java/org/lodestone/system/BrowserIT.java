package org.lodestone.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in Chromium, over the real stack: what a person does with hands and eyes. */
class BrowserIT {

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
    void officerLogsALeadAndErrorsStandBesideTheirFields() {
        Page page = browser.loggedIn("officer.yuanqu", 1440, 900);
        page.navigate(stack.gateway() + "/leads/new");
        page.getByTestId("save-lead").first().click();
        assertThat(page.getByTestId("form-errors")).isVisible();
        page.locator("#name").fill("浏览器登记的线索");
        page.getByTestId("input-channel").first().click();
        page.locator(".el-select-dropdown__item:visible").first().click();
        page.getByTestId("save-lead").first().click();
        assertThat(page.getByTestId("lead-page")).isVisible();
        assertThat(page.getByTestId("lead-name")).containsText("浏览器登记的线索");
        Browser.picture(page, "lead");
        String id = page.url().substring(page.url().lastIndexOf('/') + 1);
        Api officer = new Api(stack, "officer.yuanqu");
        Stack.await("the list has the lead", Duration.ofSeconds(60), () -> {
            String list = officer.getUntilAnswered("/api/leads?limit=50").body().toString();
            return list.contains(id) ? Optional.of(list) : Optional.empty();
        });
        page.navigate(stack.gateway() + "/leads");
        assertThat(page.getByTestId("lead-row").filter(named("浏览器登记的线索")).first())
                .isVisible();
        Browser.picture(page, "leads");
        page.context().close();
    }

    @Test
    void refusedMoveAsksForWhatIsMissingAndThenMoves() {
        Road road = new Road(new Api(stack, "officer.yuanqu"), new Api(stack, "manager.yuanqu"), () -> {});
        road.toContract();
        String project = road.projectId();
        Page page = browser.loggedIn("manager.yuanqu", 1440, 900);
        page.navigate(stack.gateway() + "/projects");
        Locator card = page.locator("[data-project='" + project + "']");
        card.hover();
        card.getByTestId("card-menu").click();
        page.getByTestId("move-to-REGISTERED").click();
        assertThat(page.getByTestId("refused-move")).isVisible();
        Browser.picture(page, "board-refused");
        page.locator("[id='gate-company.name']").fill("浏览器新材料有限公司");
        page.locator("[id='gate-company.uscc']").fill("91140522MA0DEM021E");
        page.getByTestId("try-again").click();
        assertThat(page.getByTestId("column-REGISTERED").locator("[data-project='" + project + "']"))
                .isVisible();
        Browser.picture(page, "board");
        page.context().close();
    }

    @Test
    void bellRingsInASecondBrowserWithoutReloading() {
        Page leader = browser.loggedIn("leader.yuanqu", 1440, 900);
        assertThat(leader.getByTestId("bell")).isVisible();
        String before = leader.getByTestId("bell").getAttribute("aria-label");
        Road road = new Road(new Api(stack, "officer.yuanqu"), new Api(stack, "manager.yuanqu"), () -> {});
        road.toContract();
        assertThat(leader.getByTestId("bell")).not().hasAttribute("aria-label", before == null ? "" : before);
        assertThat(leader.getByTestId("bell-count")).isVisible();
        leader.navigate(stack.gateway() + "/inbox");
        assertThat(leader.getByTestId("inbox-item").first()).isVisible();
        Browser.picture(leader, "inbox");
        leader.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/leads", "/leads/new", "/projects", "/inbox", "/wall"})
    void pageHasNothingSeriousForAxeAndFitsAPhone(String path) {
        Page page = browser.loggedIn("manager.yuanqu", 1440, 900);
        page.navigate(stack.gateway() + path);
        page.getByTestId(path.equals("/wall") ? "wall" : "person").waitFor();
        Browser.settled(page);
        List<String> serious = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                        .toList();
        assertThat(serious).isEmpty();
        page.setViewportSize(390, 844);
        Browser.settled(page);
        Browser.picture(page, "phone" + path.replace('/', '-'));
        Object overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) overflow).intValue()).as("wider than a phone").isLessThanOrEqualTo(1);
        page.context().close();
    }

    private static FilterOptions named(String text) {
        return new FilterOptions().setHasText(text);
    }
}
