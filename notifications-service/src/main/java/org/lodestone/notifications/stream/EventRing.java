package org.lodestone.notifications.stream;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.lodestone.notifications.stream.StreamEvent.Content;

/**
 * The newest events, bounded by bytes. One thread writes; readers are cursors and take no lock. A reader that fell behind finds nothing
 * at its index and knows by that.
 */
final class EventRing {

    private static final int SLOTS = 1 << 17;

    private final AtomicReferenceArray<@Nullable StreamEvent> slots = new AtomicReferenceArray<>(SLOTS);
    private final long maxBytes;
    private final LogLayout layout;
    private final long[] from;
    private final long[] next;
    private long bytes;
    private volatile long appended;
    private volatile long first;
    private volatile long end;

    /** @param start next offset of each slot of the layout: nothing before it will be in the ring */
    EventRing(long maxBytes, LogLayout layout, long[] start) {
        this.maxBytes = maxBytes;
        this.layout = layout;
        this.from = start.clone();
        this.next = start.clone();
    }

    /**
     * What the ring holds at one moment.
     *
     * @param first index of the oldest event
     * @param end index of the event to come
     * @param from per slot, every event from this offset on is in the ring
     * @param next per slot, the offset to be read next
     */
    record Window(long first, long end, long[] from, long[] next) {}

    /** Appends an event and drops the oldest ones that no longer fit. */
    synchronized StreamEvent append(int slot, long offset, long writtenAt, Content content) {
        next[slot] = offset + 1;
        StreamEvent event = new StreamEvent(
                end, appended, slot, offset, writtenAt, EventFrames.idLine(layout.token(next)), content);
        bytes += event.bytes();
        appended += event.bytes();
        while (first < end && (bytes > maxBytes || end - first >= SLOTS)) {
            dropOldest();
        }
        slots.set((int) (end % SLOTS), event);
        end++;
        return event;
    }

    /** A record that sends nothing: a duplicate, or nothing of ours. */
    synchronized void skip(int slot, long offset) {
        next[slot] = offset + 1;
    }

    private void dropOldest() {
        int at = (int) (first % SLOTS);
        StreamEvent oldest = slots.get(at);
        if (oldest != null) {
            bytes -= oldest.bytes();
            from[oldest.slot()] = oldest.offset() + 1;
            slots.set(at, null);
        }
        first++;
    }

    /** Nothing if it is gone, or not there yet. */
    @Nullable
    StreamEvent get(long index) {
        StreamEvent event = slots.get((int) (index % SLOTS));
        return event != null && event.index() == index ? event : null;
    }

    long end() {
        return end;
    }

    synchronized Window window() {
        return new Window(first, end, from.clone(), next.clone());
    }

    synchronized long size() {
        return bytes;
    }

    /** How much there is for a reader at that index; for one that was overrun, all that the ring holds. */
    long bytesFrom(long cursor) {
        if (cursor >= end) {
            return 0;
        }
        StreamEvent event = get(cursor);
        return event == null ? size() : appended - event.after();
    }

    LogLayout layout() {
        return layout;
    }

    /** Milliseconds of the oldest event; 0 while there is none. */
    long oldestWrittenAt() {
        StreamEvent oldest = get(first);
        return oldest == null ? 0 : oldest.writtenAt();
    }
}
