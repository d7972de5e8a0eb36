package org.lodestone.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lodestone.platform.table.HandMade.row;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What somebody might send to break us, or by mistake. */
class HostileFileTests {

    private static final String ROWS = row(1, "线索名称", "投资方", "收集日期") + row(2, "甲", "乙", "丙");
    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    @TempDir
    Path folder;

    private String refusal(Path file) {
        try (TableReader table = Tables.open(file, TableLimits.standard())) {
            table.rows().forEachRemaining(_ -> {});
            return "none";
        } catch (UnreadableTable refused) {
            assertSentences(refused);
            return refused.code();
        }
    }

    /** Each refusal says in both languages what to do. */
    private static void assertSentences(UnreadableTable refused) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages-platform");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        Object[] arguments = refused.arguments().toArray();
        for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            String detail = messages.getMessage("problem.table-" + refused.code() + ".detail", arguments, locale);
            assertThat(detail).hasSizeGreaterThan(10).doesNotContain("{0}");
            assertThat(messages.getMessage("problem.table-" + refused.code() + ".title", arguments, locale))
                    .isNotEmpty();
        }
    }

    private Path file(String content) throws IOException {
        return file(content.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "sent", ".xlsx"), content);
    }

    private static byte[] ole2(String stream) {
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        byte[] file = java.util.Arrays.copyOf(OLE2, 4096);
        System.arraycopy(name, 0, file, 1024, name.length);
        return file;
    }

    @Test
    void whatIsNoTableSaysWhatToDo() throws IOException {
        assertThat(refusal(file(""))).isEqualTo("empty");
        assertThat(refusal(file(ole2("Workbook")))).isEqualTo("old-excel");
        assertThat(refusal(file(ole2("EncryptedPackage")))).isEqualTo("encrypted");
        assertThat(refusal(file("\uFEFF <html><table><tr><td>甲</td></tr></table></html>")))
                .isEqualTo("web-page");
        assertThat(refusal(file("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>")))
                .isEqualTo("web-page");
        assertThat(refusal(file("%PDF-1.7 ..."))).isEqualTo("document");
        assertThat(refusal(file("a\0b,c\0d"))).isEqualTo("not-a-table");
        assertThat(refusal(file(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2})))
                .isEqualTo("unknown-encoding");
        assertThat(refusal(file("只有一列\n没有分隔"))).isEqualTo("not-a-table");
        assertThat(refusal(file("甲,乙,丙\n\"没有结束的引号,1,2\n" + "x".repeat(2_000_000))))
                .isEqualTo("unclosed-quote");
        assertThat(refusal(file("甲,乙,丙\n\"" + "x".repeat(2_000_000) + "\",1,2\n")))
                .isEqualTo("broken-csv");
    }

    @Test
    void anArchiveThatIsNoWorkbookSaysWhatItIs() throws IOException {
        assertThat(refusal(new HandMade().sheet(ROWS).in(folder))).isEqualTo("none");
        Path archive = Files.createTempFile(folder, "zip", ".xlsx");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("台账.xlsx"));
            zip.write(new byte[100]);
        }
        assertThat(refusal(archive)).isEqualTo("archive");
        Path document = Files.createTempFile(folder, "ods", ".xlsx");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(document))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("mimetype"));
            zip.write("application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(refusal(document)).isEqualTo("open-document");
        assertThat(refusal(new HandMade()
                        .sheet(ROWS)
                        .bytes("xl/vbaProject.bin", OLE2)
                        .in(folder)))
                .isEqualTo("macros");
        byte[] whole = Files.readAllBytes(new HandMade().sheet(ROWS).in(folder));
        assertThat(refusal(file(java.util.Arrays.copyOf(whole, whole.length / 2))))
                .isEqualTo("broken");
        assertThat(refusal(new HandMade().in(folder))).isEqualTo("broken");
        assertThat(refusal(new HandMade().sheet("").in(folder))).isEqualTo("empty");
    }

    static Stream<Arguments> declarations() {
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
        String remote = "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">";
        return Stream.of(
                        "xl/worksheets/sheet1.xml",
                        "xl/sharedStrings.xml",
                        "xl/workbook.xml",
                        "xl/styles.xml",
                        "[Content_Types].xml")
                .flatMap(part -> Stream.of(entity, laughs, remote, "<!-- x -->").map(text -> Arguments.of(part, text)));
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void documentTypesAndEntitiesAreRefusedInEveryPart(String part, String declaration) throws IOException {
        String sheet = "<worksheet><sheetData>" + ROWS + "</sheetData></worksheet>";
        HandMade workbook = new HandMade().sheet(ROWS);
        String content = part.contains("sheet1") ? sheet : "<x/>";

        assertThat(refusal(workbook.part(part, "<?xml version=\"1.0\"?>" + declaration + content)
                        .in(folder)))
                .isEqualTo("forbidden-xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32BE"})
    void otherEncodingsHideNothing(String encoding) throws IOException {
        byte[] sheet = ("<?xml version=\"1.0\" encoding=\"" + encoding
                        + "\"?><!DOCTYPE x [<!ENTITY e \"x\">]><worksheet/>")
                .getBytes(java.nio.charset.Charset.forName(encoding));

        assertThat(refusal(
                        new HandMade().bytes("xl/worksheets/sheet1.xml", sheet).in(folder)))
                .isEqualTo("forbidden-xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"ZZZZZZ2\"><v>1</v></c>",
                "<c r=\"XFE2\"><v>1</v></c>",
                "<c t=\"s\"><v>2000000000</v></c>",
                "<c t=\"s\"><v>1</v></c>",
                "<c t=\"s\"><v>-1</v></c>",
                "<c t=\"zzz\"><v>1</v></c>",
                "<c s=\"x\"><v>1</v></c>",
                "<c t=\"n\"><f t=\"shared\" si=\"9\"/><v>1</v></c>"
            })
    void cellsThatWouldTripTheLibrary(String cell) throws IOException {
        String rows = row(1, "线索名称", "投资方", "收集日期") + "<row r=\"2\">" + cell + "</row>";

        assertThat(refusal(new HandMade().sheet(rows).in(folder))).isEqualTo("broken");
    }

    @Test
    void deepAndWideXmlIsRefused() throws IOException {
        HandMade deep =
                new HandMade().sheet(ROWS).part("xl/theme/theme1.xml", "<a>".repeat(100_000) + "</a>".repeat(100_000));
        assertThat(refusal(deep.in(folder))).isEqualTo("broken");
        HandMade attribute =
                new HandMade().sheet(ROWS).part("xl/theme/theme1.xml", "<a b=\"" + "x".repeat(2 << 20) + "\"/>");
        assertThat(refusal(attribute.in(folder))).isEqualTo("forbidden-xml");
        HandMade text = new HandMade()
                .sheet(ROWS)
                .part("xl/sharedStrings.xml", "<sst><si>" + "<t>长长长长长长</t>".repeat(50_000) + "</si></sst>");
        assertThat(refusal(text.in(folder))).isEqualTo("cell-too-long");
    }

    @Test
    void manyPartsAndTwinsAreRefused() throws IOException {
        HandMade many = new HandMade().sheet(ROWS);
        for (int i = 0; i < 3_000; i++) {
            many.bytes("xl/media/" + i, new byte[0]);
        }
        assertThat(refusal(many.in(folder))).isEqualTo("too-many-parts");
        HandMade twins = new HandMade().sheet(ROWS).part("XL/Worksheets/Sheet1.xml", "<worksheet/>");
        assertThat(refusal(twins.in(folder))).isEqualTo("broken");
    }

    @Test
    void aFileLargerThanTakenIsNotEvenOpened() {
        TableLimits small = new TableLimits(10, 10, 100, 1000);

        assertThatExceptionOfType(UnreadableTable.class)
                .isThrownBy(() -> Tables.open(file("x".repeat(101)), small))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("too-large"));
    }
}
