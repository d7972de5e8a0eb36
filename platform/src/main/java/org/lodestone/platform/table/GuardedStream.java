package org.lodestone.platform.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A part of a workbook while it is unpacked: counts what comes out against what the whole file may unpack to, and refuses the XML that
 * no spreadsheet program writes and every attack needs: document types, entities, comments, other encodings than UTF-8.
 */
final class GuardedStream extends FilterInputStream {

    /** Longer without a new tag is no cell, and would be held in memory as one piece. */
    private static final int LONGEST_RUN = 1 << 20;

    private final Budget budget;
    private final boolean xml;
    private long position;
    private int run;
    private int before;

    GuardedStream(InputStream in, Budget budget, boolean xml) {
        super(in);
        this.budget = budget;
        this.xml = xml;
    }

    /** What all parts of one file share. */
    static final class Budget {

        private static final long SMALL = 32 << 20;
        private static final long MOST_RATIO = 150;

        private final long packed;
        private final long most;
        private long left;

        Budget(long packed, long most) {
            this.packed = packed;
            this.most = most;
            this.left = most;
        }

        void spend(int bytes) {
            left -= bytes;
            long spent = most - left;
            if (left < 0 || (spent > SMALL && spent / packed > MOST_RATIO)) {
                throw new UnreadableTable("unpacks-too-large", most >> 20);
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, length);
        if (read > 0) {
            budget.spend(read);
            for (int i = offset; xml && i < offset + read; i++) {
                look(into[i] & 0xFF);
            }
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** The parser closes at the end of the document; what follows it is looked at too. */
    @Override
    public void close() {}

    private void look(int next) {
        boolean declares = before == '<' && (next == '!' || (next == '?' && position > 4));
        run = next == '<' ? 0 : run + 1;
        if (next == 0 || declares || run > LONGEST_RUN) {
            throw new UnreadableTable("forbidden-xml");
        }
        before = next;
        position++;
    }
}
