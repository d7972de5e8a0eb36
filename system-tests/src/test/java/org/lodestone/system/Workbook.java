package org.lodestone.system;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A workbook changed in one cell, as a person does who repairs it: everything else stays as it was written. */
final class Workbook {

    private Workbook() {}

    static byte[] replaced(byte[] workbook, String cell, String with) throws IOException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        boolean found = false;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(changed)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                String text = new String(content, StandardCharsets.UTF_8);
                found |= text.contains(">" + cell + "<");
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(text.replace(">" + cell + "<", ">" + with + "<").getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        if (!found) {
            throw new IllegalStateException("No cell of the workbook says " + cell);
        }
        return changed.toByteArray();
    }
}
