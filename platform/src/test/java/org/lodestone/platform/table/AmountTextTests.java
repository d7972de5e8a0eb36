package org.lodestone.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
                "0 | 万元 | 0 | CNY_10K",
                "RMB 350 million | 万元 | 35000 | CNY_10K",
                "0.35 bn RMB | 万元 | 35000 | CNY_10K",
                "CNY 1,200m | | 120000 | CNY_10K",
                "¥500k | 万元 | 50 | CNY_10K",
                "350 million yuan | 亿元 | 35000 | CNY_10K",
                "3.5亿元人民币 | | 35000 | CNY_10K",
                "约3000万 | | 3000 | CNY_10K",
                "近3亿元 | | 30000 | CNY_10K",
                "拟投资3亿元 | | 30000 | CNY_10K",
                "总投资额约 1.5 亿 元 | | 15000 | CNY_10K",
                "1,200.50 万元 | | 1200.5 | CNY_10K",
                "3000w | 元 | 3000 | CNY_10K",
                "３０００Ｗ元 | | 3000 | CNY_10K",
                "人民币叁仟伍佰万元整 | | 3500 | CNY_10K",
                "叁亿元整 | | 30000 | CNY_10K",
                "3.5亿元。 | | 35000 | CNY_10K",
                "百亿 | | 1000000 | CNY_10K",
                "RMB 12,000,000 元 | 万元 | 12000000 | CNY",
                "¥12,000 | 金额（元） | 12000 | CNY"
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
                "500-800万 | 万元 | amount-range",
                "500–800万元 | 万元 | amount-range",
                "1亿至2亿 | 万元 | amount-range",
                "3亿余元 | 万元 | amount-range",
                "十多亿 | 万元 | amount-range",
                "5000万起 | 万元 | amount-range",
                "1亿+ | 万元 | amount-range",
                "逾3亿元 | 万元 | amount-range",
                "USD 20m | 万元 | foreign-currency",
                "US$20 million | 万元 | foreign-currency",
                "3亿港币 | 万元 | foreign-currency",
                "20亿日元 | 万元 | foreign-currency",
                "350 million | 万元 | amount-without-currency",
                "20m | 亿元 | amount-without-currency",
                "RMB 12,000,000 | 万元 | amount-without-unit",
                "￥500 | 亿元 | amount-without-unit",
                "RMB 1,2 million | 万元 | not-an-amount",
                "几千万 | 万元 | not-an-amount",
                "数亿元 | 万元 | not-an-amount",
                "上亿 | 万元 | not-an-amount",
                "两三亿 | 万元 | not-an-amount",
                "3万亿 | 万元 | not-an-amount",
                "一期2亿，二期3亿 | 万元 | not-an-amount",
                "3000万元/年 | 万元 | not-an-amount",
                "1.2E+08 | 万元 | not-an-amount",
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
    @CsvSource(
            delimiter = '|',
            value = {"120000000 | 万元 | 120000000 | 12000", "3500 | 亿元 | 35000000 | 3500"})
    void anAmountThatIsRatherOneOfYuanIsReadAndSaysSo(String text, String header, String value, String yi) {
        assertThat(AmountText.parse(text, HeaderUnit.of(header)))
                .isEqualTo(Reading.assumed(Amount.of(value, Amount.Unit.CNY_10K), "amount-huge", text, yi));
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
        "二〇二六年十一月二十三日, 2026-11-23",
        "2026年三月五日, 2026-03-05",
        "2026年十月十号, 2026-10-10",
        "2026 11 3, 2026-11-03",
        "2026 1 12, 2026-01-12",
        "5 March 2026, 2026-03-05",
        "5-Mar-2026, 2026-03-05",
        "2026年3.5, 2026-03-05",
        "2026-11-23。, 2026-11-23",
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
        "3月下旬, date-without-year",
        "二月, date-without-year",
        "3月15日至18日, date-without-year",
        "2025Q3, date-period",
        "25年Q3, date-period",
        "Q3 2025, date-period",
        "2025年第三季度, date-period",
        "2025年3季度, date-period",
        "2025年上半年, date-period",
        "2025年底, date-period",
        "2025年, date-period",
        "2025, date-period",
        "2025.3.5-2025.3.8, date-period",
        "2025年3月5日至8日, date-period",
        "上月, date-relative",
        "上个月15日, date-relative",
        "去年, date-relative",
        "今年3月5日, date-relative",
        "下周, date-relative",
        "本月底, date-relative",
        "近期, date-relative",
        "最近, date-relative",
        "0025-03-05, date-year",
        "1900-01-12, date-year",
        "2026 2 30, impossible-date",
        "31-Feb-2026, impossible-date",
        "2025年13月上旬, impossible-date",
        "春节后, not-a-date",
        "Monday, not-a-date"
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
    void anEnglishDateWithItsCommaIsOne() {
        assertThat(DateText.parse("March 5, 2026")).isEqualTo(Reading.of(LocalDate.of(2026, 3, 5)));
        assertThat(DateText.parse("Sept. 12th, 2026")).isEqualTo(Reading.of(LocalDate.of(2026, 9, 12)));
    }

    @ParameterizedTest
    @CsvSource({
        "2025年3月上旬, 2025-03-01",
        "2025年3月中旬, 2025-03-11",
        "2025年3月下旬, 2025-03-21",
        "2025.3下旬, 2025-03-21",
        "2025年3月初, 2025-03-01",
        "2024年2月底, 2024-02-29",
        "2025年12月末, 2025-12-31",
        "二〇二五年三月上旬, 2025-03-01",
        "二〇二五年三月, 2025-03-01",
        "2025 3, 2025-03-01"
    })
    void aPartOfAMonthIsItsFirstDayOrItsLastAndSaysSo(String text, String date) {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026年5月10日（周日）下午3点",
                "2026年5月10日上午",
                "2026年5月10日15时30分",
                "2026-05-10 15:30:33",
                "2026年5月10号 晚8点半",
                "二〇二六年五月十日下午三点"
            })
    void theTimeBehindADayIsLeftAside(String text) {
        assertThat(DateText.parse(text)).isEqualTo(Reading.of(LocalDate.of(2026, 5, 10)));
    }
}
