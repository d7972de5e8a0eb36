package org.lodestone.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Counts the clicks the page itself hears, from one moment on. */
final class Clicks {

    private static final String COUNTER =
            "if (!window.counted) { window.counted = true; addEventListener('click', (event) => { if (event.isTrusted) sessionStorage.setItem('clicks', Number(sessionStorage.getItem('clicks') ?? 0) + 1) }, true) }";

    private final Page page;

    private Clicks(Page page) {
        this.page = page;
    }

    static Clicks on(Page page, String address) {
        page.addInitScript(COUNTER);
        page.navigate(address);
        return here(page);
    }

    static Clicks here(Page page) {
        page.evaluate(COUNTER);
        page.evaluate("sessionStorage.setItem('clicks', 0)");
        return new Clicks(page);
    }

    void atMost(int most) {
        Object heard = page.evaluate("Number(sessionStorage.getItem('clicks'))");
        assertThat(((Number) heard).intValue()).as("clicks").isBetween(1, most);
    }
}
