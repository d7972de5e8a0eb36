package org.lodestone.system;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Debian's Chromium, driven by Playwright; one for all tests, in which each class has its own people. A machine without it fails the test:
 * a page nobody looked at is not tested.
 */
final class Browser implements AutoCloseable {

    /** How Chromium runs as root and asks nobody on the network. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Sites of other names, over plain HTTP, as an intranet has them.
            "--host-resolver-rules=MAP *.test 127.0.0.1");

    private static com.microsoft.playwright.@Nullable Browser running;
    private static final Map<String, List<Cookie>> SESSIONS = new ConcurrentHashMap<>();

    private final com.microsoft.playwright.Browser chromium = chromium();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final Stack stack;

    Browser(Stack stack) {
        this.stack = stack;
    }

    /** Started with the first test, and anew should it have died. */
    private static synchronized com.microsoft.playwright.Browser chromium() {
        com.microsoft.playwright.Browser present = running;
        if (present != null && present.isConnected()) {
            return present;
        }
        // Two cores run the whole product, two browsers and this test.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        com.microsoft.playwright.Browser started = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(FLAGS));
        running = started;
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return started;
    }

    private Page page(int width, int height) {
        BrowserContext context = chromium.newContext(
                new NewContextOptions().setViewportSize(width, height).setLocale("zh-CN"));
        contexts.add(context);
        context.setDefaultTimeout(60_000);
        return context.newPage();
    }

    /**
     * A person at a browser of their own, logged in through the identity provider. Who has logged in before still is: nothing but the cookies is
     * taken over, and whose session is gone, as after a kill of the gateway, logs in anew.
     */
    Page loggedIn(String user, int width, int height) {
        Page page = page(width, height);
        page.context().addCookies(SESSIONS.getOrDefault(user, List.of()));
        page.navigate(stack.gateway() + "/");
        Locator name = page.locator("input[name=username]");
        Locator person = page.getByTestId("person");
        name.or(person).first().waitFor();
        if (name.isVisible()) {
            name.fill(user);
            page.locator("input[name=password]").fill("lodestone");
            page.locator("button[type=submit]").first().click();
            page.waitForURL(url -> url.startsWith(stack.gateway().toString()) && !url.contains("/login"));
        }
        // The page goes back to where the login was asked for; only then may a test go elsewhere.
        person.waitFor();
        SESSIONS.put(user, page.context().cookies());
        return page;
    }

    /** Somebody whom nobody knows, on whatever site. */
    Page stranger(int width, int height) {
        return page(width, height);
    }

    /** A picture beside the test's reports, for whoever looks into a failure. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }

    /** What axe finds that keeps somebody out, once nothing fades or slides any more: half faded, a text is too pale. */
    static List<String> barriers(Page page) {
        still(page);
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    /** Until what was asked for is there and nothing moves but what always does. */
    static void settled(Page page) {
        PlaywrightAssertions.assertThat(page.locator("main").first()).isVisible();
        PlaywrightAssertions.assertThat(page.locator(".el-skeleton")).hasCount(0);
        still(page);
    }

    private static void still(Page page) {
        page.evaluate(
                "Promise.allSettled(document.getAnimations().filter((one) => one.playState === 'running' && one.effect?.getComputedTiming().iterations !== Infinity).map((one) => one.finished)).then(() => true)");
    }

    /** Picks in the open list of a field what says exactly this, as soon as it is offered. */
    static void pick(Page page, String option) {
        page.locator(".el-select-dropdown__item:visible")
                .filter(new Locator.FilterOptions().setHasText(option))
                .click();
    }

    /** By how many pixels the page is wider than its window. */
    static int overflow(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).intValue();
    }

    private static Path executable() {
        String given = System.getenv("LODESTONE_CHROMIUM");
        return List.of(
                        given == null ? "" : given,
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .stream()
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "Chromium is missing: install Debian's packages chromium and fonts-noto-cjk, or set LODESTONE_CHROMIUM"));
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
    }
}
