package org.lodestone.platform.table;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * Looks for a quotation mark without its partner. Such a one makes a single cell of all the rows up to the next mark, or to the end of the file,
 * and whoever reads the table would never know that they were there.
 */
final class CsvQuotes {

    private static final char QUOTE = '"';

    private final char delimiter;
    private State state = State.BEGIN;
    private int line = 1;
    private int opened;
    private boolean carriage;

    /** Where in a field. */
    private enum State {
        BEGIN,
        PLAIN,
        QUOTED,
        CLOSED
    }

    private CsvQuotes(char delimiter) {
        this.delimiter = delimiter;
    }

    /** @throws UnreadableTable with the line where it stands, as an editor counts */
    static void check(Path file, Charset encoding, char delimiter) throws IOException {
        CsvQuotes quotes = new CsvQuotes(delimiter);
        char[] buffer = new char[8192];
        try (Reader reader = CsvEncoding.reader(file, encoding)) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    quotes.take(buffer[i]);
                }
            }
        }
        if (quotes.state == State.QUOTED) {
            throw quotes.unclosed();
        }
    }

    private void take(char c) {
        boolean ends = c == '\r' || c == '\n';
        if (ends && !(c == '\n' && carriage)) {
            line++;
        }
        carriage = c == '\r';
        switch (state) {
            case BEGIN -> begin(c, ends);
            case PLAIN -> state = ends || c == delimiter ? State.BEGIN : State.PLAIN;
            case QUOTED -> state = c == QUOTE ? State.CLOSED : State.QUOTED;
            case CLOSED -> closed(c, ends);
        }
    }

    private void begin(char c, boolean ends) {
        if (c == QUOTE) {
            state = State.QUOTED;
            opened = line;
        } else {
            state = ends || c == delimiter ? State.BEGIN : State.PLAIN;
        }
    }

    /** Two marks are one in the text. Behind a text of several lines nothing may follow: what closed it was to open the next one. */
    private void closed(char c, boolean ends) {
        if (c == QUOTE) {
            state = State.QUOTED;
        } else if (ends || c == delimiter) {
            state = State.BEGIN;
        } else if (line > opened && !Character.isWhitespace(c)) {
            throw unclosed();
        }
    }

    private UnreadableTable unclosed() {
        return new UnreadableTable("unclosed-quote", opened);
    }
}
