package org.lodestone.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.platform.table.AmountText.HeaderUnit;
import org.lodestone.platform.web.Amount;
import org.lodestone.platform.web.FieldProblem;
import org.springframework.context.support.ResourceBundleMessageSource;

class AmountTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.2亿元 | | 12000 | CNY_10K",
                "１．２亿 | 意向投资额(万元) | 12000 | CNY_10K",
                "3,500万 | | 3500 | CNY_10K",
                "12000 | 意向投资额（万元） | 12000 | CNY_10K",
                "12,000.50 | 金额(万元) | 12000.5 | CNY_10K",
                "1.5 | 总投资（亿元） | 15000 | CNY_10K",
                "120000000 | 合同额(元) | 120000000 | CNY",
                "120000000元 | 万元 | 120000000 | CNY",
                "人民币500万元 | | 500 | CNY_10K",
                "￥ 500 万元 | | 500 | CNY_10K",
                "1亿2000万 | | 12000 | CNY_10K",
                "约3亿元左右 | | 30000 | CNY_10K",
                "一个亿 | 万元 | 10000 | CNY_10K",
                "3个亿 | | 30000 | CNY_10K",
                "8千万 | 万元 | 8000 | CNY_10K",
                "1.5千万元 | | 1500 | CNY_10K",
                "两千万 | | 2000 | CNY_10K",
                "三千五百万元 | | 3500 | CNY_10K",
                "一亿二千万 | | 12000 | CNY_10K",
                "一亿零五百万 | | 10500 | CNY_10K",
                "十五亿 | | 150000 | CNY_10K",
                "叁佰万元 | | 300 | CNY_10K",
                "0 | 万元 | 0 | CNY_10K"
            })
    void amountsAsLedgersHaveThem(String text, String header, String value, Amount.Unit unit) {
        assertThat(AmountText.parse(text, header == null ? null : HeaderUnit.of(header)))
                .isEqualTo(Reading.of(Amount.of(value, unit)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12000 | 投资额 | amount-without-unit",
                "5000万美元 | 万元 | foreign-currency",
                "USD 300 | 万元 | foreign-currency",
                "$300 | 万元 | foreign-currency",
                "1-2亿 | 万元 | amount-range",
                "10亿以上 | 万元 | amount-range",
                "待定 | 万元 | amount-unknown",
                "-300 | 万元 | negative-amount",
                "1,2亿 | 万元 | not-an-amount",
                "二五万 | 万元 | not-an-amount",
                "一个 | 万元 | not-an-amount",
                "三点五亿 | 万元 | not-an-amount",
                "3亿500元 | 万元 | not-an-amount",
                "=1+1 | 万元 | not-an-amount"
            })
    void whatIsNoAmountSaysWhy(String text, String header, String code) {
        Reading<Amount> reading = AmountText.parse(text, HeaderUnit.of(header));

        assertThat(reading).isInstanceOf(Reading.Refused.class);
        FieldProblem problem = ((Reading.Refused<Amount>) reading).on("investment");
        assertThat(problem.code()).isEqualTo("cell." + code);
        assertThat(words(problem, Locale.SIMPLIFIED_CHINESE)).doesNotContain("cell.");
        assertThat(words(problem, Locale.ENGLISH)).doesNotContain("cell.");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-11-23",
        "2026/11/3, 2026-11-03",
        "2026年11月23日, 2026-11-23",
        "2026.11.23, 2026-11-23",
        "２０２６－１１－２３, 2026-11-23",
        "20261123, 2026-11-23",
        "2026年11月23日（星期一）, 2026-11-23",
        "26年11月23日, 2026-11-23",
        "2026-11-23 08:30:00, 2026-11-23"
    })
    void datesAsPeopleTypeThem(String text, String date) {
        assertThat(DateText.parse(text)).isEqualTo(Reading.of(LocalDate.parse(date)));
    }

    @ParameterizedTest
    @CsvSource({
        "11/23/2026, date-order",
        "3/4/2026, date-order",
        "26-11-23, date-order",
        "2026.1, month-without-nought",
        "2026-13, impossible-date",
        "11月23日, date-without-year",
        "2026-02-30, impossible-date",
        "下周, not-a-date"
    })
    void whatCouldBeTwoDaysIsRefused(String text, String code) {
        assertThat(DateText.parse(text))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("cell." + code));
    }

    @ParameterizedTest
    @CsvSource({
        "2025.3, 2025-03-01",
        "2025.03, 2025-03-01",
        "2025.10, 2025-10-01",
        "2025.11, 2025-11-01",
        "2025年3月, 2025-03-01",
        "2025年3月份, 2025-03-01",
        "2025-03, 2025-03-01",
        "2025/3, 2025-03-01",
        "２０２５．３, 2025-03-01",
        "202503, 2025-03-01"
    })
    void aMonthAloneIsItsFirstDayAndSaysSo(String text, String date) {
        assertThat(DateText.parse(text))
                .isEqualTo(Reading.assumed(LocalDate.parse(date), "date-without-day", text, date));
    }

    @Test
    void aDateThatLostItsFormatIsReadAndSaysWhichItWas() {
        Cell cell = new Cell("46349", new java.math.BigDecimal("46349"), null, false, null);

        assertThat(DateText.of(cell))
                .isEqualTo(Reading.assumed(LocalDate.of(2026, 11, 23), "date-as-number", "46349", "2026-11-23"));
    }

    @Test
    void numbersMayCarryTheirUnit() {
        assertThat(NumberText.parse("１２０．５ 亩", java.util.Set.of("亩")))
                .isEqualTo(Reading.of(new java.math.BigDecimal("120.5")));
        assertThat(NumberText.parse("3,000㎡", java.util.Set.of("㎡")))
                .isEqualTo(Reading.of(new java.math.BigDecimal("3000")));
        assertThat(NumberText.parse("12.5%")).isEqualTo(Reading.of(new java.math.BigDecimal("0.125")));
        assertThat(NumberText.parse("1,20")).isEqualTo(Reading.refused("not-a-number", "1,20"));
    }

    private static String words(FieldProblem problem, Locale locale) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages-platform");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return List.of(problem.in(locale, messages)).toString().replace("code=cell.", "code=");
    }
}
