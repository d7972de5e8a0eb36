package org.lodestone.platform.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks as no library would write them: part by part. */
final class HandMade {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    HandMade() {
        part("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                </Types>""");
        part("xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Type="worksheet" Target="worksheets/sheet1.xml"/>
                <Relationship Id="r2" Type="worksheet" Target="worksheets/sheet2.xml"/></Relationships>""");
        workbook("", "<sheet name=\"台账\" sheetId=\"1\" r:id=\"r1\"/>");
        part(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN
                        + "\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
                        + format(171, "0.00&quot;亿元&quot;")
                        + format(172, "[$￥-804]#,##0\\万\\元;[RED]-#,##0&quot;亿元&quot;")
                        + format(173, "0!.0,&quot;万元&quot;")
                        + format(174, "[h]:mm")
                        + format(175, "0&quot;亩&quot;")
                        + "</numFmts>"
                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/><xf numFmtId=\"170\"/><xf numFmtId=\"31\"/>"
                        + "<xf numFmtId=\"171\"/><xf numFmtId=\"172\"/><xf numFmtId=\"173\"/><xf numFmtId=\"20\"/><xf numFmtId=\"174\"/><xf numFmtId=\"175\"/></cellXfs></styleSheet>");
        part("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\"><si><t>共享</t></si></sst>");
    }

    HandMade workbook(String properties, String sheets) {
        return part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN
                        + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + properties + "<sheets>" + sheets + "</sheets></workbook>");
    }

    /** @param rows the inside of sheetData */
    HandMade sheet(String rows) {
        return sheet("sheet1", rows, "");
    }

    HandMade sheet(String name, String rows, String after) {
        return part(
                "xl/worksheets/" + name + ".xml",
                "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
    }

    HandMade part(String name, String content) {
        parts.put(name, ((content.startsWith("<?xml") ? "" : XML) + content).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    HandMade bytes(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    private static String format(int id, String code) {
        return "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + code + "\"/>";
    }

    /** As some generators do: neither the part nor a word about it. */
    HandMade withoutStyles() {
        parts.remove("xl/styles.xml");
        String types = new String(parts.get("[Content_Types].xml"), StandardCharsets.UTF_8);
        return part("[Content_Types].xml", types.replaceFirst("<Override PartName=\"/xl/styles.xml\"[^>]*/>", ""));
    }

    /** A row of texts. */
    static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (String text : texts) {
            row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    Path in(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "made", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return file;
    }
}
