package org.lodestone.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.lodestone.system.Api.Answer;
import tools.jackson.databind.JsonNode;

/**
 * An officer's day as they see it, by keyboard; what waits wakes when the clock moves. In order, since the business clock of the stack only
 * moves forward.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MyDayIT {

    private static final int FEW = 3;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** The page asks every 30 seconds, and again when a service was not there. */
    private static final int BY_ITSELF = 120_000;

    private static final long ITS_TURN = 31_000;

    /** As fast as somebody types who is used to it. */
    private static final Keyboard.TypeOptions PACE = new Keyboard.TypeOptions().setDelay(150);

    /** Taken in the page itself, so that the test's own pauses do not count: from the key that opens the form until the row is answered. */
    private static final String WATCH = """
            (called) => {
              const waits = () => [...document.querySelectorAll('[data-testid=day-unanswered] [data-testid=day-row]')]
                .some((row) => row.textContent.includes(called));
              const open = () => document.querySelector('[data-testid=composer]') !== null;
              addEventListener('keydown', () => {
                const begun = performance.now();
                new MutationObserver((_, watching) => {
                  if (open() || waits()) return;
                  watching.disconnect();
                  window.loggedAfter = performance.now() - begun;
                }).observe(document.body, { subtree: true, childList: true, characterData: true });
              }, { once: true, capture: true });
            }""";

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
    @Order(1)
    void officerLandsOnTheDayAndLogsAFollowUpByKeyboardAlone() {
        lead("今日键盘");
        Page page = browser.loggedIn("officer.qinshui", 1440, 900);
        assertThat(page).hasURL(stack.gateway() + "/my-day");
        Locator row = row(page, "今日键盘");
        assertThat(row.getByTestId("day-because")).containsText("首次响应");
        Browser.picture(page, "my-day");
        assertThat(Browser.barriers(page)).isEmpty();

        choose(page, row);
        page.evaluate(WATCH, "今日键盘");
        page.keyboard().press("f");
        assertThat(page.getByTestId("follow-up-summary")).isFocused();
        page.keyboard().type("电话沟通，愿意来考察", PACE);
        page.keyboard().press("Tab");
        page.keyboard().type("安排考察", PACE);
        page.keyboard().press("Control+Enter");
        assertThat(page.getByTestId("composer")).hasCount(0);
        page.waitForFunction("() => window.loggedAfter !== undefined");
        assertThat(((Number) page.evaluate("() => window.loggedAfter")).longValue())
                .as("milliseconds from the first key until the row showed it")
                .isLessThan(Duration.ofSeconds(15).toMillis());
        assertThat(page.getByTestId("undo").last()).isVisible();
        // What is pointed at stays.
        page.getByTestId("undo").last().hover();
        assertThat(page.getByTestId("day-unanswered").filter(named("今日键盘"))).hasCount(0);
        Browser.picture(page, "my-day-logged");

        page.getByTestId("undo").last().click();
        assertThat(page.getByTestId("day-unanswered").filter(named("今日键盘"))).isVisible();
        page.context().close();
    }

    @Test
    @Order(2)
    void whatSomebodyElseLogsAppearsByItself() {
        Page page = browser.loggedIn("officer.qinshui", 1440, 900);
        page.getByTestId("my-day").waitFor();
        lead("今日自来");
        assertThat(row(page, "今日自来")).isVisible();
        page.context().close();
    }

    @Test
    @Order(3)
    void everyPartIsReachedFromTheDayInThreeClicks() {
        String id = lead("今日三击");
        Page page = browser.loggedIn("officer.qinshui", 1440, 900);
        row(page, "今日三击").waitFor();

        Clicks clicks = Clicks.here(page);
        row(page, "今日三击").getByTestId("day-follow-up").click();
        assertThat(page.getByTestId("composer")).isVisible();
        clicks.atMost(FEW);

        clicks = Clicks.here(page);
        row(page, "今日三击").getByTestId("day-why").click();
        assertThat(page.locator("[data-testid=light-reason]:visible")).containsText("首次响应");
        clicks.atMost(FEW);
        page.keyboard().press("Escape");

        page.navigate(stack.gateway() + "/my-day");
        row(page, "今日三击").waitFor();
        clicks = Clicks.here(page);
        page.getByTestId("calendar-open").click();
        page.getByTestId("calendar-renew").click();
        assertThat(page.getByTestId("calendar-address")).isVisible();
        clicks.atMost(FEW);
        String address = page.getByTestId("calendar-address").inputValue();
        String text = page.request().get(address).text();
        assertThat(text).contains("BEGIN:VCALENDAR", "UID:" + id).doesNotContain("13900000033");
        Browser.picture(page, "my-day-calendar");
        page.getByTestId("calendar-revoke").click();
        assertThat(page.getByTestId("calendar-address")).hasCount(0);
        assertThat(page.request().get(address).status()).isEqualTo(404);

        page.navigate(stack.gateway() + "/my-day");
        row(page, "今日三击").waitFor();
        clicks = Clicks.here(page);
        row(page, "今日三击").locator("a.name").click();
        page.getByTestId("wait-open").click();
        assertThat(page.getByTestId("wait-form")).isVisible();
        clicks.atMost(FEW);
        page.getByTestId("light-why").click();
        assertThat(page.locator("[data-testid=light-reason]:visible")).containsText("首次响应");

        page.navigate(stack.gateway() + "/my-day");
        clicks = Clicks.here(page);
        page.getByTestId("nav-leads").click();
        page.getByTestId("filter-unanswered").click();
        assertThat(page.getByTestId("lead-row").filter(named("今日三击"))).isVisible();
        clicks.atMost(FEW);
        page.context().close();
    }

    @Test
    @Order(4)
    void dayFitsAPhone() {
        lead("今日窄屏");
        Page page = browser.loggedIn("officer.qinshui", 390, 844);
        row(page, "今日窄屏").waitFor();
        row(page, "今日窄屏").getByTestId("day-follow-up").click();
        page.getByTestId("follow-up-summary").waitFor();
        Browser.picture(page, "my-day-phone");
        assertThat(Browser.overflow(page)).as("wider than a phone").isLessThanOrEqualTo(1);
        assertThat(Browser.barriers(page)).isEmpty();
        page.context().close();
    }

    @Test
    @Order(5)
    void whatWaitsWakesWhenTheClockMovesAlsoAfterAKill() {
        String id = lead("今日等待");
        Page page = browser.loggedIn("officer.qinshui", 1440, 900);
        // The page's own clock runs on, and may be moved: nobody here waits out half a minute.
        page.clock().install();
        page.reload();
        choose(page, row(page, "今日等待"));
        page.keyboard().press("w");
        page.getByTestId("wait-reason").fill("等待用地批复");
        page.getByTestId("wait-until").fill(today().plusDays(3).toString());
        page.keyboard().press("Enter");
        Locator waiting = page.getByTestId("day-waiting").getByTestId("day-row").filter(named("今日等待"));
        assertThat(waiting).containsText("等待用地批复");
        Browser.picture(page, "my-day-waiting");
        assertThat(read(id).path("light").asString()).isEqualTo("WAITING");
        Instant until = Instant.parse(read(id).path("waiting").path("until").asString());
        Instant due = Instant.parse(read(id).at("/clocks/0/dueAt").asString());

        stack.kill("leads");
        moveTo(until.minusSeconds(600));
        lit(id, "WAITING");
        moveTo(until.plusSeconds(60));
        lit(id, "GREEN");
        // Nobody reloads: it is asked for again by itself, when its time has come.
        page.clock().fastForward(ITS_TURN);
        assertThat(waiting).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(BY_ITSELF));
        assertThat(row(page, "今日等待")).isVisible();
        moveTo(due.minusSeconds(300));
        lit(id, "GREEN");
        moveTo(due.plusSeconds(1));
        lit(id, "YELLOW");
        page.clock().fastForward(ITS_TURN);
        assertThat(page.getByTestId("day-overdue").getByTestId("day-row").filter(named("今日等待")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(BY_ITSELF));
        assertThat(page.getByTestId("wait-form")).hasCount(0);
        Instant red = Instant.parse(read(id).at("/clocks/0/redAt").asString());
        moveTo(red.minusSeconds(300));
        lit(id, "YELLOW");
        moveTo(red.plusSeconds(1));
        lit(id, "RED");
        Browser.picture(page, "my-day-overdue");
        page.context().close();
    }

    private static void lit(String id, String light) {
        Stack.await("the light is " + light, PATIENCE, () -> {
            JsonNode lead = read(id);
            return lead.path("light").asString().equals(light) ? Optional.of(light) : Optional.empty();
        });
    }

    /** Of the business, in China's time as the command line takes it. */
    private static void moveTo(Instant moment) {
        stack.command(
                Duration.ofMinutes(1),
                "clock",
                moment.atZone(CHINA).toLocalDateTime().withNano(0).toString());
    }

    private static LocalDate today() {
        return Instant.parse(new Api(stack, "officer.qinshui")
                        .getUntilAnswered("/api/my-day")
                        .body()
                        .path("cutOff")
                        .asString())
                .atZone(CHINA)
                .toLocalDate();
    }

    private static JsonNode read(String id) {
        return new Api(stack, "officer.qinshui")
                .getUntilAnswered("/api/leads/" + id)
                .body();
    }

    private static String lead(String name) {
        Answer created = new Api(stack, "officer.qinshui").postUntilAnswered("/api/leads", """
                        {"name":"%s","source":{"channel":"REFERRAL"},"receivedOn":"2026-11-20",
                         "contacts":[{"name":"项目负责人","phone":"13900000033"}]}""".formatted(name));
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        return created.body().get("id").asString();
    }

    private static Locator row(Page page, String name) {
        return page.getByTestId("day-row").filter(named(name)).first();
    }

    /** By j and k alone. */
    private static void choose(Page page, Locator row) {
        row.waitFor();
        int most = page.getByTestId("day-row").count() + 1;
        for (int i = 0; i < most && row.getAttribute("aria-current") == null; i++) {
            page.keyboard().press("k");
        }
        for (int i = 0; i < most && row.getAttribute("aria-current") == null; i++) {
            page.keyboard().press("j");
        }
        assertThat(row).hasAttribute("aria-current", "true");
    }

    private static FilterOptions named(String text) {
        return new FilterOptions().setHasText(text);
    }
}
