package org.lodestone.platform.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;

/** Opens a file that somebody sent; what it is follows from its content, never from its name. */
public final class Tables {

    private static final int HEAD = 512;
    private static final String OLE2 = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

    private Tables() {}

    /** The header is the first row that looks like one. */
    public static TableReader open(Path file, TableLimits limits) {
        return open(file, limits, _ -> false);
    }

    /**
     * Blocking.
     *
     * @param known whether a heading is one of ours: the header is the first row with three of them
     * @throws UnreadableTable with what to do instead
     */
    public static TableReader open(Path file, TableLimits limits, Predicate<String> known) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new UnreadableTable("empty");
            }
            if (size > limits.fileBytes()) {
                throw new UnreadableTable("too-large", limits.fileBytes() >> 20);
            }
            return open(file, head(file), limits, new Headers(known));
        } catch (IOException e) {
            throw new UnreadableTable(e, "broken");
        }
    }

    private static TableReader open(Path file, String head, TableLimits limits, Headers headers) throws IOException {
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            return XlsxTable.open(file, limits, headers);
        }
        if (head.startsWith(OLE2)) {
            throw new UnreadableTable(isEncrypted(file) ? "encrypted" : "old-excel");
        }
        String start =
                head.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<")) {
            throw new UnreadableTable("web-page");
        }
        if (start.startsWith("%pdf") || start.startsWith("{\\rtf")) {
            throw new UnreadableTable("document");
        }
        return CsvTable.open(file, limits, headers);
    }

    /** One character for each byte. */
    private static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        }
    }

    /** A workbook with a password is a compound file with a stream of this name, in UTF-16. */
    private static boolean isEncrypted(Path file) throws IOException {
        String name = new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(name);
    }
}
