package org.lodestone.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lodestone.platform.table.HandMade.row;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.platform.table.AmountText.HeaderUnit;
import org.lodestone.platform.table.Cell.Flaw;
import org.lodestone.platform.table.TableReader.Table;
import org.lodestone.platform.web.Amount;

/** What people do to workbooks. */
class DirtyWorkbookTests {

    private static final Set<String> KNOWN = Set.of("线索名称", "投资方", "收集日期", "意向投资额(万元)");
    private static final String HEADER = row(1, "线索名称", "投资方", "收集日期");

    @TempDir
    Path folder;

    private TableReader open(HandMade workbook) throws IOException {
        return Tables.open(workbook.in(folder), TableLimits.standard(), KNOWN::contains);
    }

    private List<TableRow> rows(HandMade workbook) throws IOException {
        try (TableReader table = open(workbook)) {
            List<TableRow> rows = new ArrayList<>();
            table.rows().forEachRemaining(rows::add);
            return rows;
        }
    }

    private Cell only(String cell) throws IOException {
        String header = row(1, "线索名称", "投资方", "收集日期");
        return rows(new HandMade().sheet(header + "<row r=\"2\">" + cell + "</row>"))
                .getFirst()
                .cells()
                .getFirst();
    }

    @Test
    void theHeaderIsFoundBelowTitlesAndRemarks() throws IOException {
        HandMade workbook = new HandMade()
                .sheet(row(1, "2026年招商线索台账") + row(2, "单位：万元", "", "填报：招商一部", "x")
                        + "<row r=\"5\"><c r=\"B5\" t=\"inlineStr\"><is><t> 线索名称 </t></is></c><c r=\"C5\" t=\"inlineStr\"><is><t>投资方</t></is></c>"
                        + "<c r=\"D5\" t=\"inlineStr\"><is><t>收集日期</t></is></c><c r=\"E5\" s=\"1\"/></row>"
                        + row(6, "", "铜箔项目", "某公司"));

        try (TableReader table = open(workbook)) {
            assertThat(table.header()).containsExactly("", "线索名称", "投资方", "收集日期");
            assertThat(table.origin().headerRow()).isEqualTo(5);
            assertThat(table.rows().next().number()).isEqualTo(6);
        }
    }

    @Test
    void aHeaderOfTwoRowsIsOne() throws IOException {
        String merges =
                "<mergeCells count=\"3\"><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/><mergeCell ref=\"D1:E1\"/></mergeCells>";
        HandMade workbook = new HandMade()
                .sheet(
                        "sheet1",
                        row(1, "线索名称", "投资方", "收集日期", "投资（亿元）", "")
                                + row(2, "", "", "", "意向投资额(万元)", "总投资")
                                + row(3, "铜箔项目", "某公司", "2026-11-23", "1", "2")
                                + row(4, "线索名称", "投资方", "收集日期", "意向投资额(万元)", "总投资"),
                        merges);
        Set<String> known = Set.of("线索名称", "投资方", "收集日期", "意向投资额(万元)", "总投资");

        try (TableReader table = Tables.open(workbook.in(folder), TableLimits.standard(), known::contains)) {
            assertThat(table.header()).containsExactly("线索名称", "投资方", "收集日期", "意向投资额(万元)", "总投资（亿元）");
            assertThat(table.origin().headerRow()).isEqualTo(2);
            List<Integer> numbers = new ArrayList<>();
            table.rows().forEachRemaining(row -> numbers.add(row.number()));
            assertThat(numbers).containsExactly(3);
        }
    }

    @Test
    void headingsMergedDownwardsFromAGroupRowBelongToTheirColumns() throws IOException {
        HandMade workbook = new HandMade()
                .sheet(row(1, "线索名称", "企业情况", "", "", "备注")
                        + row(2, "", "投资方", "收集日期", "意向投资额(万元)")
                        + row(3, "铜箔项目", "某公司", "2026-11-23", "1"));

        try (TableReader table = open(workbook)) {
            assertThat(table.header()).containsExactly("线索名称", "投资方", "收集日期", "意向投资额(万元)");
        }
    }

    @Test
    void aHeaderThatIsRepeatedForEveryPageIsNoRow() throws IOException {
        assertThat(rows(new HandMade()
                        .sheet(HEADER
                                + row(2, "甲", "某公司", "2026-11-23")
                                + row(3, "线索名称", "投资方", " 收集日期 ")
                                + row(4, "乙", "某公司", "2026-11-24"))))
                .extracting(TableRow::number)
                .containsExactly(2, 4);
    }

    @Test
    void emptyRowsAreNoRows() throws IOException {
        String styled = "<row r=\"4\" s=\"3\"><c r=\"A4\" s=\"1\"/></row><row r=\"900000\"/>";

        assertThat(rows(new HandMade().sheet(HEADER + row(2, "甲") + row(3, " ", "　") + styled)))
                .hasSize(1);
    }

    @Test
    void mergedDownwardsMeansEveryRow() throws IOException {
        HandMade workbook = new HandMade()
                .sheet(
                        "sheet1",
                        HEADER + row(2, "甲", "一号") + row(3, "", "二号") + row(4, "", "三号") + row(5, "", "四号"),
                        "<mergeCells count=\"2\"><mergeCell ref=\"A2:A4\"/><mergeCell ref=\"B5:C5\"/></mergeCells>");

        assertThat(rows(workbook))
                .extracting(row -> row.cells().getFirst().text())
                .containsExactly("甲", "甲", "甲", "");
    }

    @Test
    void hiddenSheetsAreLeftAloneAndHiddenRowsSaySo() throws IOException {
        HandMade workbook = new HandMade()
                .workbook(
                        "",
                        "<sheet name=\"字典\" sheetId=\"1\" state=\"hidden\" r:id=\"r1\"/><sheet name=\"台账\" sheetId=\"2\" r:id=\"r2\"/>")
                .sheet(HEADER + row(2, "不看"))
                .sheet("sheet2", HEADER + row(2, "看") + row(3, "藏").replace("<row ", "<row hidden=\"1\" "), "");

        try (TableReader table = open(workbook)) {
            assertThat(table.origin().tables()).extracting(Table::sheet).containsExactly("台账");
            List<TableRow> rows = new ArrayList<>();
            table.rows().forEachRemaining(rows::add);
            assertThat(rows).extracting(TableRow::hidden).containsExactly(false, true);
        }
    }

    @Test
    void ofSeveralSheetsTheOneWithOurHeader() throws IOException {
        HandMade workbook = new HandMade()
                .workbook(
                        "",
                        "<sheet name=\"说明\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"数据\" sheetId=\"2\" r:id=\"r2\"/>")
                .sheet(row(1, "一", "二", "三", "四", "五"))
                .sheet("sheet2", HEADER + row(2, "甲"), "");

        try (TableReader table = open(workbook)) {
            assertThat(table.origin().tables())
                    .as("an explanation is no table")
                    .extracting(Table::sheet)
                    .containsExactly("数据");
        }
    }

    @Test
    void severalTablesAreOneAndEachColumnStandsWhereItsHeadingIs() throws IOException {
        HandMade workbook = new HandMade()
                .workbook(
                        "",
                        "<sheet name=\"一季度\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"二季度\" sheetId=\"2\" r:id=\"r2\"/>")
                .sheet(
                        "sheet1",
                        HEADER + row(2, "甲", "甲公司", "2026-01-05") + row(3, "", "乙公司", "2026-01-06"),
                        "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>")
                .sheet(
                        "sheet2",
                        row(1, "二季度台账")
                                + row(2, "收集日期", "线索名称", "备注", "投资方")
                                + row(3, "2026-04-05", "丙", "急", "丙公司")
                                + row(4, "收集日期", "线索名称", "备注", "投资方"),
                        "");

        try (TableReader table = open(workbook)) {
            assertThat(table.header()).containsExactly("线索名称", "投资方", "收集日期", "备注");
            assertThat(table.origin().tables())
                    .containsExactly(new Table("一季度", List.of(0, 1, 2)), new Table("二季度", List.of(2, 0, 3, 1)));
            List<TableRow> rows = new ArrayList<>();
            table.rows().forEachRemaining(rows::add);
            assertThat(rows)
                    .extracting(row -> row.table() + " " + row.number() + " "
                            + row.cells().stream().map(Cell::text).toList())
                    .containsExactly(
                            "0 2 [甲, 甲公司, 2026-01-05, ]", "0 3 [甲, 乙公司, 2026-01-06, ]", "1 3 [丙, 丙公司, 2026-04-05, 急]");
        }
    }

    @Test
    void severalTablesTogetherMayHaveNoMoreRowsThanOne() {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 2; i < 6_002; i++) {
            rows.append(row(i, "甲", "甲公司"));
        }
        assertRefused(
                new HandMade()
                        .workbook(
                                "",
                                "<sheet name=\"一\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"二\" sheetId=\"2\" r:id=\"r2\"/>")
                        .sheet(rows.toString())
                        .sheet("sheet2", rows.toString(), ""),
                "too-many-rows");
    }

    @Test
    void datesAreDatesInBothSystems() throws IOException {
        assertThat(only("<c s=\"1\"><v>46349</v></c>").date()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(only("<c s=\"3\"><v>46349.75</v></c>").date()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(only("<c s=\"4\"><v>46349</v></c>").text()).isEqualTo("2026-11-23");

        HandMade since1904 = new HandMade()
                .workbook("<workbookPr date1904=\"1\"/>", "<sheet name=\"台账\" sheetId=\"1\" r:id=\"r1\"/>")
                .sheet(HEADER + "<row r=\"2\"><c s=\"1\"><v>44887</v></c></row>");
        assertThat(rows(since1904).getFirst().cells().getFirst().date()).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void numbersKeepWhatWasTyped() throws IOException {
        assertThat(only("<c><v>3500.0999999999999</v></c>").text()).isEqualTo("3500.1");
        assertThat(only("<c><v>1.2E8</v></c>").text()).isEqualTo("120000000");
        assertThat(only("<c s=\"2\"><v>0.125</v></c>"))
                .isEqualTo(new Cell("12.5%", new BigDecimal("0.125"), null, false, null));
        assertThat(only("<c><v>911403001234567000</v></c>").flaw()).isEqualTo(Flaw.DIGITS_LOST);
        assertThat(only("<c><v>1E999999999</v></c>").flaw()).isEqualTo(Flaw.DIGITS_LOST);
        assertThat(only("<c t=\"s\"><v>0</v></c>").text()).isEqualTo("共享");
        assertThat(only("<c t=\"b\"><v>1</v></c>").text()).isEqualTo("TRUE");
    }

    @Test
    void aNumberMeansWhatItsFormatShows() throws IOException {
        assertThat(only("<c s=\"5\"><v>3.2</v></c>").text()).isEqualTo("3.2亿元");
        assertThat(only("<c s=\"6\"><v>12000</v></c>").text()).isEqualTo("12000万元");
        assertThat(only("<c s=\"10\"><v>120</v></c>").text()).isEqualTo("120");
        // It shows 1500.0万元.
        assertThat(only("<c s=\"7\"><v>15000000</v></c>").text()).isEqualTo("15000000元");
        assertThat(AmountText.of(only("<c s=\"5\"><v>3.2</v></c>"), HeaderUnit.WAN))
                .isEqualTo(Reading.of(Amount.of("32000", Amount.Unit.CNY_10K)));
    }

    @Test
    void aTimeOfDayIsOne() throws IOException {
        assertThat(only("<c s=\"8\"><v>0.395833333333333</v></c>").text()).isEqualTo("09:30");
        assertThat(only("<c s=\"9\"><v>0.5</v></c>").text()).isEqualTo("0.5");
        assertThat(only("<c s=\"8\"><v>46349.5</v></c>").text()).isEqualTo("46349.5");
    }

    @Test
    void aWorkbookWithoutStylesIsReadWithoutFormats() throws IOException {
        HandMade workbook = new HandMade()
                .withoutStyles()
                .sheet(HEADER + "<row r=\"2\"><c s=\"1\"><v>46349</v></c><c t=\"s\"><v>0</v></c></row>");

        assertThat(rows(workbook).getFirst().cells()).extracting(Cell::text).startsWith("46349", "共享");
    }

    @Test
    void formulasAreNeverRun() throws IOException {
        assertThat(only("<c><f>A1*2</f><v>7</v></c>")).isEqualTo(new Cell("7", new BigDecimal("7"), null, true, null));
        assertThat(only("<c t=\"str\"><f>A1&amp;B1</f><v>甲乙</v></c>").text()).isEqualTo("甲乙");
        assertThat(only("<c><f>A1*2</f></c>").flaw()).isEqualTo(Flaw.FORMULA_WITHOUT_VALUE);
        assertThat(only("<c t=\"e\"><v>#REF!</v></c>").flaw()).isEqualTo(Flaw.ERROR);
        assertThat(only("<c t=\"e\"><f>A1</f><v>#DIV/0!</v></c>").flaw()).isEqualTo(Flaw.ERROR);
    }

    @Test
    void textsLoseOnlyWhatNobodySees() throws IOException {
        assertThat(only("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">　\u200B铜箔\u00A0项目\n二期 </t></is></c>")
                        .text())
                .isEqualTo("铜箔 项目\n二期");
        assertThat(only("<c t=\"inlineStr\"><is><t>" + "长".repeat(40_000) + "</t></is></c>")
                        .flaw())
                .isEqualTo(Flaw.TOO_LONG);
    }

    @Test
    void tooManyColumnsAndRowsAreRefused() {
        String wide = "<row r=\"2\"><c r=\"ZZ2\"><v>1</v></c></row>";
        assertRefused(new HandMade().sheet(HEADER + wide), "too-many-columns");
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 2; i < 10_003; i++) {
            rows.append("<row><c><v>1</v></c></row>");
        }
        assertRefused(new HandMade().sheet(rows.toString()), "too-many-rows");
    }

    private void assertRefused(HandMade workbook, String code) {
        assertThatExceptionOfType(UnreadableTable.class)
                .isThrownBy(() -> rows(workbook))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
