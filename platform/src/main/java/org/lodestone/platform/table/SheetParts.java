package org.lodestone.platform.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Which part of the archive a sheet is: the reading library knows and does not tell. */
final class SheetParts {

    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final SheetScan.Found NOTHING = new SheetScan.Found("worksheet", 0, 0, -1, List.of());

    private SheetParts() {}

    /** A sheet that is not found has no merged cells; its rows are still counted as they are read. */
    static SheetScan.Found of(Path file, String relation, Map<String, SheetScan.Found> parts) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            ZipArchiveEntry relations = zip.getEntry(RELATIONS);
            if (relations == null) {
                return NOTHING;
            }
            try (InputStream in = zip.getInputStream(relations)) {
                String target = target(in, relation);
                String part = target == null ? "" : target.startsWith("/") ? target.substring(1) : "xl/" + target;
                return parts.getOrDefault(part, NOTHING);
            }
        } catch (XMLStreamException e) {
            throw new UnreadableTable(e, "broken");
        }
    }

    private static @Nullable String target(InputStream in, String relation) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && relation.equals(xml.getAttributeValue(null, "Id"))) {
                return xml.getAttributeValue(null, "Target");
            }
        }
        return null;
    }
}
