package org.lodestone.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With 64 MB, whatever the file: what is too much is refused, what is taken away is written as it goes. */
class FlatHeapTests {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    Path folder;

    @Test
    void aMillionRowsAreRefused() throws Exception {
        Path file = folder.resolve("million.xlsx");
        try (ZipFile parts = new ZipFile(new HandMade().in(folder).toFile());
                ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry part : java.util.Collections.list(parts.entries())) {
                zip.putNextEntry(new ZipEntry(part.getName()));
                zip.write(parts.getInputStream(part).readAllBytes());
            }
            zip.putNextEntry(new ZipEntry(SHEET));
            PrintStream sheet = new PrintStream(zip, false, StandardCharsets.UTF_8);
            sheet.print("<worksheet><sheetData>" + HandMade.row(1, "线索名称", "投资方", "收集日期"));
            for (int row = 2; row <= 1_000_001; row++) {
                sheet.print(
                        "<row r=\"" + row + "\"><c r=\"A" + row + "\"><v>" + row * 7919L % 100_003 + "</v></c></row>");
            }
            sheet.print("</sheetData></worksheet>");
            sheet.flush();
            zip.closeEntry();
        }

        assertThat(HeapProbe.run("read", file.toString())).isEqualTo("too-many-rows");
    }

    @Test
    void aMillionLinesAreRefused() throws Exception {
        Path file = folder.resolve("million.csv");
        Files.writeString(file, "甲,乙,丙\n" + "1,2,3\n".repeat(1_000_000));

        assertThat(HeapProbe.run("read", file.toString())).isEqualTo("too-many-rows");
    }

    @Test
    void tenGigabytesInTenMegabytesAreRefused() throws Exception {
        Path file = folder.resolve("bomb.xlsx");
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile plain = new ZipFile(new HandMade().in(folder).toFile())) {
            for (ZipEntry part : java.util.Collections.list(plain.entries())) {
                parts.put(part.getName(), deflated(plain.getInputStream(part).readAllBytes(), 1, true));
            }
        }
        String row = "<row><c><v>1</v></c></row>";
        byte[] start = deflated(("<worksheet><sheetData>" + row).getBytes(StandardCharsets.UTF_8), 1, false);
        byte[] rest = deflated((row + " ".repeat(100_000)).repeat(10).getBytes(StandardCharsets.UTF_8), 10_000, true);
        parts.put(
                SHEET,
                ByteBuffer.allocate(start.length + rest.length)
                        .put(start)
                        .put(rest)
                        .array());
        write(file, parts);

        assertThat(Files.size(file)).isLessThan(TableLimits.standard().fileBytes());
        assertThat(HeapProbe.run("read", file.toString())).isEqualTo("unpacks-too-large");
    }

    @Test
    void tenThousandRowsAreRead() throws Exception {
        Path file = folder.resolve("ledger.xlsx");

        assertThat(HeapProbe.run("write", file.toString(), "10000")).isEqualTo("written 10000");
        assertThat(HeapProbe.run("read", file.toString())).isEqualTo("rows 10000");
    }

    @Test
    void aHundredThousandRowsAreWritten() throws Exception {
        assertThat(HeapProbe.run("write", folder.resolve("export.xlsx").toString(), "100000"))
                .isEqualTo("written 100000");
    }

    /** The same bytes many times over without packing them as often: every repetition is a block of its own. */
    private static byte[] deflated(byte[] content, int times, boolean last) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(content);
        byte[] buffer = new byte[content.length + 1000];
        int length = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
        ByteArrayOutputStream all = new ByteArrayOutputStream(length * times);
        for (int i = 0; i < times; i++) {
            all.write(buffer, 0, length);
        }
        if (last) {
            all.writeBytes(new byte[] {3, 0});
        }
        deflater.end();
        return all.toByteArray();
    }

    /** An archive whose headers lie about sizes. */
    private static void write(Path file, Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream central = new ByteArrayOutputStream();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            int offset = 0;
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                byte[] name = part.getKey().getBytes(StandardCharsets.UTF_8);
                int packed = part.getValue().length;
                ByteBuffer local = little(30).putInt(0x04034B50);
                out.write(shared(local, packed, name).putShort((short) 0).array());
                out.write(name);
                out.write(part.getValue());
                ByteBuffer entry = little(46).putInt(0x02014B50).putShort((short) 20);
                central.writeBytes(shared(entry, packed, name)
                        .putShort((short) 0)
                        .position(42)
                        .putInt(offset)
                        .array());
                central.writeBytes(name);
                offset += 30 + name.length + packed;
            }
            out.write(central.toByteArray());
            out.write(little(22)
                    .putInt(0x06054B50)
                    .putInt(0)
                    .putShort((short) parts.size())
                    .putShort((short) parts.size())
                    .putInt(central.size())
                    .putInt(offset)
                    .array());
        }
    }

    private static ByteBuffer shared(ByteBuffer header, int packed, byte[] name) {
        return header.putShort((short) 20)
                .putShort((short) 0)
                .putShort((short) 8)
                .putInt(0)
                .putInt(0)
                .putInt(packed)
                .putInt(packed)
                .putShort((short) name.length);
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
