package org.lodestone.platform.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks a workbook once, keeping nothing, before the library that reads it sees a byte: afterwards everything in it is known to be
 * small, well-formed and free of tricks. The library opens the file with the same archive reader, so that it sees the same parts.
 */
final class WorkbookGuard {

    private static final int MOST_PARTS = 2_000;
    private static final int CENTRAL_HEADER = 0x504B0102;

    /** What the library holds in memory whole. */
    private static final long MOST_HELD = 32 << 20;

    /** Drawings of old are no well-formed XML; they are not read, only kept small. */
    private static final long MOST_DRAWING = 4 << 20;

    private final TableLimits limits;
    private final GuardedStream.Budget budget;
    private final Map<String, SheetScan.Found> found = new HashMap<>();

    private WorkbookGuard(TableLimits limits, long packed) {
        this.limits = limits;
        this.budget = new GuardedStream.Budget(packed, limits.inflatedBytes());
    }

    /**
     * @param sheets what every worksheet holds, by the name of its part
     * @param styled whether there are formats; a workbook may do without
     */
    record Checked(Map<String, SheetScan.Found> sheets, boolean styled) {}

    static Checked check(Path file, TableLimits limits) throws IOException {
        countParts(file);
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            refuseOtherKinds(parts);
            WorkbookGuard guard = new WorkbookGuard(limits, Files.size(file));
            for (ZipArchiveEntry part : parts) {
                guard.scan(zip, part);
            }
            return new Checked(guard.sheets(), guard.has("styleSheet"));
        } catch (XMLStreamException e) {
            throw new UnreadableTable(e, "broken");
        }
    }

    private void scan(ZipFile zip, ZipArchiveEntry part) throws IOException, XMLStreamException {
        if (!zip.canReadEntryData(part)) {
            throw new UnreadableTable("encrypted");
        }
        boolean drawing = part.getName().toLowerCase(Locale.ROOT).endsWith(".vml");
        try (InputStream unpacked = new BufferedInputStream(zip.getInputStream(part))) {
            boolean xml = looksLikeXml(unpacked) && !drawing;
            InputStream guarded = new GuardedStream(unpacked, budget, xml);
            if (xml) {
                found.put(part.getName(), new SheetScan(limits).scan(guarded, MOST_HELD));
            }
            if (guarded.transferTo(OutputStream.nullOutputStream()) > MOST_DRAWING && drawing) {
                throw new UnreadableTable("unpacks-too-large", MOST_DRAWING >> 20);
            }
        }
    }

    private boolean has(String root) {
        return found.values().stream().anyMatch(part -> part.root().equals(root));
    }

    private Map<String, SheetScan.Found> sheets() {
        int texts = found.values().stream()
                .filter(part -> part.root().equals("sst"))
                .mapToInt(SheetScan.Found::items)
                .max()
                .orElse(0);
        // Asked for a text that is not there, the library reads on for ever.
        if (found.values().stream().anyMatch(part -> part.lastShared() >= texts)) {
            throw new UnreadableTable("broken");
        }
        return found.entrySet().stream()
                .filter(part -> part.getValue().root().equals("worksheet"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** By its first bytes, since the library goes by the content types a file declares, not by names. */
    private static boolean looksLikeXml(InputStream unpacked) throws IOException {
        unpacked.mark(8);
        byte[] head = unpacked.readNBytes(4);
        unpacked.reset();
        int first = head.length == 0 ? -1 : head[0] & 0xFF;
        int second = head.length < 2 ? -1 : head[1] & 0xFF;
        boolean bom16 = (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
        boolean wide = first == 0 && head.length == 4 && (second == '<' || head[3] == '<');
        if (bom16 || wide) {
            throw new UnreadableTable("forbidden-xml");
        }
        return first == '<' || first == ' ' || first == '\t' || first == '\r' || first == '\n' || first == 0xEF;
    }

    private static void refuseOtherKinds(List<ZipArchiveEntry> parts) {
        Set<String> names = parts.stream()
                .map(part -> part.getName().toLowerCase(Locale.ROOT).replace('\\', '/'))
                .collect(Collectors.toSet());
        if (names.size() != parts.size()) {
            throw new UnreadableTable("broken");
        }
        if (!names.contains("[content_types].xml")) {
            throw new UnreadableTable(names.contains("mimetype") ? "open-document" : "archive");
        }
        if (names.stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
            throw new UnreadableTable("macros");
        }
        if (names.stream().noneMatch(name -> name.endsWith("workbook.xml"))) {
            throw new UnreadableTable(names.contains("xl/workbook.bin") ? "binary-excel" : "archive");
        }
    }

    /** Counted by hand: the archive reader holds them all before it can be asked. */
    private static void countParts(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int window = 0;
            int parts = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                window = window << 8 | next;
                if (window == CENTRAL_HEADER && ++parts > MOST_PARTS) {
                    throw new UnreadableTable("too-many-parts", MOST_PARTS);
                }
            }
        }
    }
}
