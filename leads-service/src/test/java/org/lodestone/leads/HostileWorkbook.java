package org.lodestone.leads;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks as no spreadsheet program would write them: small to send, and large or treacherous inside. */
final class HostileWorkbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String HEADINGS = row(1, "线索名称", "投资方", "来源渠道", "收集日期");

    private static final int BLOCK = 1 << 16;

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private String declared = "";

    private interface Part {

        void writeTo(OutputStream out) throws IOException;
    }

    HostileWorkbook() {
        part("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                </Types>""");
        part("xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN
                        + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + "<sheets><sheet name=\"台账\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        part(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN + "\"><cellXfs><xf numFmtId=\"0\"/></cellXfs></styleSheet>");
        part("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\"><si><t>共享</t></si></sst>");
        rows("");
    }

    /** A row of texts. */
    static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (String text : texts) {
            row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    /** Between the sheet's first line and its root. */
    HostileWorkbook declaring(String doctype) {
        declared = doctype;
        return this;
    }

    /** Below the headings. */
    HostileWorkbook rows(String rows) {
        return rows(out -> text(out, rows));
    }

    /** So many rows below the headings, each made of its number. */
    HostileWorkbook rows(int count, IntFunction<String> row) {
        return rows(out -> {
            StringBuilder some = new StringBuilder();
            for (int number = 2; number < count + 2; number++) {
                some.append(row.apply(number));
                if (some.length() > BLOCK || number == count + 1) {
                    text(out, some.toString());
                    some.setLength(0);
                }
            }
        });
    }

    /** A picture, as its name says, of nothing but noughts: it packs to a thousandth. */
    HostileWorkbook picture(int megabytes) {
        byte[] noughts = new byte[1 << 20];
        parts.put("xl/media/image1.png", out -> {
            for (int i = 0; i < megabytes; i++) {
                out.write(noughts);
            }
        });
        return this;
    }

    private HostileWorkbook rows(Part inside) {
        parts.put("xl/worksheets/sheet1.xml", out -> {
            text(out, XML + declared + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + HEADINGS);
            inside.writeTo(out);
            text(out, "</sheetData></worksheet>");
        });
        return this;
    }

    private HostileWorkbook part(String name, String content) {
        parts.put(name, out -> text(out, XML + content));
        return this;
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().writeTo(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** As Excel wraps a workbook that has a password. */
    static byte[] encrypted() {
        byte[] file = Arrays.copyOf(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                4096);
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, file, 1024, name.length);
        return file;
    }
}
