package org.lodestone.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A workbook changed in one cell, as a person does who repairs it: everything else stays as it was written. */
final class Workbook {

    private static final int HEX = 16;
    private static final Pattern REFERENCE = Pattern.compile("&#x([0-9A-Fa-f]{3,5});");

    private Workbook() {}

    static byte[] replaced(byte[] workbook, String cell, String with) throws IOException {
        Path file = Files.createTempFile("ledger", ".xlsx");
        Files.write(file, workbook);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        boolean found = false;
        // By its directory: a workbook written as a stream says the sizes of its parts only there.
        try (ZipFile in = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(changed)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                String text = spoken(new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                found |= text.contains(">" + cell + "<");
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(text.replace(">" + cell + "<", ">" + with + "<").getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        } finally {
            Files.delete(file);
        }
        if (!found) {
            throw new IllegalStateException("No cell of the workbook says " + cell);
        }
        return changed.toByteArray();
    }

    static boolean says(byte[] workbook, String words) throws IOException {
        Path file = Files.createTempFile("ledger", ".xlsx");
        Files.write(file, workbook);
        try (ZipFile in = new ZipFile(file.toFile())) {
            boolean found = false;
            for (ZipEntry entry : Collections.list(in.entries())) {
                found |= spoken(new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                        .contains(words);
            }
            return found;
        } finally {
            Files.delete(file);
        }
    }

    /** Characters outside ASCII may stand as references. */
    private static String spoken(String xml) {
        return REFERENCE.matcher(xml).replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), HEX)));
    }
}
