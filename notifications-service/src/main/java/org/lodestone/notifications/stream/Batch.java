package org.lodestone.notifications.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What goes out with one flush: frames that are ready, and which inbox rows are to be read for it. */
final class Batch {

    /** Small, because a client that stalls keeps some of them in memory. */
    static final int FULL = 16 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final List<String> rows = new ArrayList<>();
    private boolean counts;
    private int events;
    private long oldestWrittenAt;

    void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] frame) {
        bytes.writeBytes(frame);
    }

    void event(byte[] idLine, byte[] body, long writtenAt) {
        bytes.writeBytes(idLine);
        bytes.writeBytes(body);
        events++;
        oldestWrittenAt = oldestWrittenAt == 0 ? writtenAt : Math.min(oldestWrittenAt, writtenAt);
    }

    void row(String id) {
        rows.add(id);
        counts = true;
    }

    void counts() {
        counts = true;
    }

    boolean isFull() {
        return bytes.size() >= FULL || rows.size() >= 100;
    }

    boolean isEmpty() {
        return bytes.size() == 0 && !counts;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    List<String> rows() {
        return rows;
    }

    boolean wantsCounts() {
        return counts;
    }

    int events() {
        return events;
    }

    long oldestWrittenAt() {
        return oldestWrittenAt;
    }
}
