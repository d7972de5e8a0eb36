package org.lodestone.platform.table;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One pass over an XML part of a workbook with the strict parser of the JDK: what the reading library would trip over is refused here,
 * and what it does not tell (merged cells, how many rows) is learnt.
 */
final class SheetScan {

    private static final XMLInputFactory XML = strict();
    private static final Set<String> TEXTS = Set.of("worksheet", "sst");
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_ITEMS = 500_000;
    private static final int MOST_ARRAY_FORMULAS = 100;

    private final TableLimits limits;
    private final List<CellRange> merges = new ArrayList<>();
    private final StringBuilder index = new StringBuilder();
    private String root = "";
    private int rows;
    private int items;
    private int arrays;
    private int characters;
    private int column = -1;
    private int lastShared = -1;
    private boolean shared;
    private boolean rowHasContent;

    SheetScan(TableLimits limits) {
        this.limits = limits;
    }

    /**
     * @param rows rows with content, the header and titles included
     * @param items how many texts, styles and the like
     * @param lastShared the highest number of a shared text that a cell names; −1 for none
     */
    record Found(String root, int rows, int items, int lastShared, List<CellRange> merges) {}

    private static XMLInputFactory strict() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** @param mostHeld bytes of a part that the library holds in memory whole: all but the sheets */
    Found scan(InputStream in, long mostHeld) throws XMLStreamException {
        XMLStreamReader xml = XML.createXMLStreamReader(in);
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> begin(xml);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml);
                    case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                    default -> {}
                }
                if (!root.equals("worksheet") && xml.getLocation().getCharacterOffset() > mostHeld) {
                    throw new UnreadableTable("unpacks-too-large", mostHeld >> 20);
                }
            }
        } finally {
            xml.close();
        }
        return new Found(root, rows, items, lastShared, List.copyOf(merges));
    }

    private void begin(XMLStreamReader xml) {
        String name = xml.getLocalName();
        root = root.isEmpty() ? name : root;
        characters = TEXTS.contains(root) ? characters : 0;
        switch (name) {
            case "c" -> beginCell(xml.getAttributeValue(null, "r"), xml.getAttributeValue(null, "t"));
            case "si", "xf", "numFmt", "Override", "Relationship", "sheet" -> countItem();
            case "f" -> countFormula(xml.getAttributeValue(null, "t"));
            case "mergeCell" -> merged(CellRange.of(xml.getAttributeValue(null, "ref")));
            default -> {}
        }
    }

    private void beginCell(@Nullable String reference, @Nullable String type) {
        column = reference == null ? column + 1 : CellRange.column(reference);
        characters = 0;
        shared = "s".equals(type);
        index.setLength(0);
        if (column < 0 || column >= MOST_COLUMNS) {
            throw new UnreadableTable("broken");
        }
    }

    private void countItem() {
        characters = 0;
        if (++items > MOST_ITEMS) {
            throw new UnreadableTable("too-many-parts", MOST_ITEMS);
        }
    }

    /** The library looks through all of them at every cell. */
    private void countFormula(@Nullable String type) {
        if ("array".equals(type) && ++arrays > MOST_ARRAY_FORMULAS) {
            throw new UnreadableTable("formulas", MOST_ARRAY_FORMULAS);
        }
    }

    private void merged(@Nullable CellRange merge) {
        if (merge != null && merge.bottom() > merge.top() && merges.size() < limits.rows()) {
            merges.add(merge);
        }
    }

    private void text(XMLStreamReader xml) {
        characters += xml.getTextLength();
        if (characters > 4 * TableLimits.CELL_CHARACTERS) {
            throw new UnreadableTable("cell-too-long", TableLimits.CELL_CHARACTERS);
        }
        if (!xml.isWhiteSpace() && root.equals("worksheet")) {
            rowHasContent = true;
            if (column >= limits.columns()) {
                throw new UnreadableTable("too-many-columns", limits.columns());
            }
        }
        if (shared && index.length() < 20) {
            index.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
    }

    private void end(String name) {
        if (name.equals("c") && shared) {
            lastShared = Math.max(lastShared, number(index.toString().strip()));
            shared = false;
        } else if (name.equals("row")) {
            rows += rowHasContent ? 1 : 0;
            rowHasContent = false;
            column = -1;
            characters = 0;
        }
    }

    private static int number(String text) {
        if (text.isEmpty()) {
            return -1;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new UnreadableTable("broken");
        }
        return Integer.parseInt(text);
    }
}
