package org.lodestone.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HighlighterTests {

    @Test
    void highlightsShowTheMatchInTheOriginalSpellingAndAreSafe() {
        Highlighter chinese = new Highlighter(Firms.SCHEMA, "華鑫");
        assertThat(chinese.mark("龙电华鑫<b>", true)).isEqualTo("龙电<mark>华鑫</mark>&lt;b&gt;");
        assertThat(chinese.mark("没有", true)).isEmpty();
        assertThat(new Highlighter(Firms.SCHEMA, "<b>").mark("a<b>c", true)).isEqualTo("a<mark>&lt;b&gt;</mark>c");
        assertThat(new Highlighter(Firms.SCHEMA, "ldhx").mark("新龙电华鑫", true)).isEqualTo("新<mark>龙电华鑫</mark>");
        assertThat(new Highlighter(Firms.SCHEMA, "huax").mark("龙电华鑫", true)).isEqualTo("龙电<mark>华鑫</mark>");
        assertThat(new Highlighter(Firms.SCHEMA, "huax").mark("龙电华鑫", false)).isEmpty();
        assertThat(new Highlighter(Firms.SCHEMA, "lg").mark("ＬＧ化学 alg", true)).isEqualTo("<mark>ＬＧ</mark>化学 alg");
        assertThat(new Highlighter(Firms.SCHEMA, "电池").mark("电".repeat(500) + "池" + "料".repeat(500), false))
                .startsWith("…电")
                .contains("<mark>电池</mark>料")
                .endsWith("…")
                .hasSizeLessThan(200);
    }
}
