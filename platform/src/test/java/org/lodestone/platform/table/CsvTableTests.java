package org.lodestone.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTests {

    private static final Set<String> KNOWN = Set.of("线索名称", "投资方", "收集日期");

    @TempDir
    Path folder;

    private TableReader open(byte[] content) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "sent", ""), content);
        return Tables.open(file, TableLimits.standard(), KNOWN::contains);
    }

    private List<List<String>> texts(byte[] content) throws IOException {
        try (TableReader table = open(content)) {
            List<List<String>> rows = new ArrayList<>();
            table.rows()
                    .forEachRemaining(
                            row -> rows.add(row.cells().stream().map(Cell::text).toList()));
            return rows;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16", "UTF-16LE"})
    void theEncodingFollowsFromTheBytes(String encoding) throws IOException {
        String mark = encoding.equals("UTF-16LE") ? "\uFEFF" : "";
        byte[] content = (mark + "线索名称,投资方,收集日期\r\n铜箔项目,某某（中国）有限公司,2026-11-23\r\n").getBytes(Charset.forName(encoding));

        assertThat(texts(content)).containsExactly(List.of("铜箔项目", "某某（中国）有限公司", "2026-11-23"));
    }

    @Test
    void theMarkOfUtf8IsNoPartOfTheHeader() throws IOException {
        try (TableReader table = open("\uFEFF线索名称,投资方,收集日期\n".getBytes(StandardCharsets.UTF_8))) {
            assertThat(table.header()).containsExactly("线索名称", "投资方", "收集日期");
            assertThat(table.origin().encoding()).isEqualTo("UTF-8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theDelimiterFollowsFromTheHeader(String delimiter) throws IOException {
        String content = "台账，2026年\n" + String.join(delimiter, "线索名称", "投资方", "收集日期") + "\n"
                + String.join(delimiter, "\"甲,乙;丙\"", "丁") + "\n\n" + delimiter + delimiter + "\n";

        assertThat(texts(content.getBytes(StandardCharsets.UTF_8))).containsExactly(List.of("甲,乙;丙", "丁", ""));
    }

    @Test
    void rowsAreNumberedAsASpreadsheetWould() throws IOException {
        String content = "线索名称,投资方,收集日期\n\"两\n行\",乙,丙\n\n丁,戊,己,多余\n";
        try (TableReader table = open(content.getBytes(StandardCharsets.UTF_8))) {
            List<Integer> numbers = new ArrayList<>();
            table.rows().forEachRemaining(row -> numbers.add(row.number()));
            assertThat(numbers).containsExactly(2, 4);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "甲,\"乙,丙\\n丁,戊,己\\n庚,辛,壬\\n | 2",
                "甲,乙,丙\\n丁,\"戊,己\\n庚,\"辛\",壬\\n癸,子,丑\\n | 3",
                "甲,乙,丙\\r\\n\"丁,戊,己\\r\\n庚,辛,壬 | 3",
                "甲,\"两\\n行\",丙\\n丁,\"戊,己\\n庚,辛,壬\\n | 4"
            })
    void aQuotationMarkWithoutItsPartnerIsSaidWithItsLine(String below, int line) {
        String content = "线索名称,投资方,收集日期\n" + below.replace("\\r", "\r").replace("\\n", "\n");

        assertThatExceptionOfType(UnreadableTable.class)
                .isThrownBy(() -> texts(content.getBytes(StandardCharsets.UTF_8)))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("unclosed-quote");
                    assertThat(refused.arguments()).isEqualTo(List.of(line));
                });
    }

    @Test
    void quotationMarksThatLoseNothingAreNoMistake() throws IOException {
        String content = "线索名称,投资方,收集日期\n5\"管件,乙,丙\n\"5寸\"管件,乙,丙\n\"说\"\"好\"\"\",\"两\n行\" ,丙\n\"\",\"a,b\",\"\"\"\"\n";

        assertThat(texts(content.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        List.of("5\"管件", "乙", "丙"),
                        List.of("5寸管件", "乙", "丙"),
                        List.of("说\"好\"", "两\n行", "丙"),
                        List.of("", "a,b", "\""));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsWrittenIsReadAgain(boolean workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Object> values = List.of(
                "=1+1",
                "+8613800000000",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(A1)",
                "911403001234567890",
                "多\n行，\"引号\"",
                new java.math.BigDecimal("120000.50"),
                7,
                java.time.LocalDate.of(2026, 11, 23),
                "\t=1");
        try (TableWriter table = workbook ? TableWriter.xlsx(out, "台账") : TableWriter.csv(out)) {
            table.header(java.util.stream.IntStream.range(0, values.size())
                    .mapToObj(i -> new TableWriter.Column("列" + i, 12))
                    .toList());
            table.row(values);
        }

        List<String> expected =
                new ArrayList<>(values.stream().map(Object::toString).toList());
        expected.set(6, workbook ? "120000.5" : "120000.50");
        expected.set(9, "=1");
        assertThat(texts(out.toByteArray())).containsExactly(expected);
        if (!workbook) {
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("'=1+1,'+86", ",'-2+3", ",'@SUM", "'\t=1");
        }
    }

    @Test
    void theThousandAndFirstRowTooManyIsRefused() throws IOException {
        String content = "线索名称,投资方,收集日期\n" + "甲,乙,丙\n".repeat(11);
        Path file = Files.writeString(folder.resolve("rows"), content);
        List<TableRow> rows = new ArrayList<>();
        try (TableReader table = Tables.open(file, new TableLimits(10, 10, 10_000, 10_000))) {
            assertThatExceptionOfType(UnreadableTable.class)
                    .isThrownBy(() -> table.rows().forEachRemaining(rows::add))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo("too-many-rows"));
        }
        assertThat(rows).hasSize(10);
    }
}
