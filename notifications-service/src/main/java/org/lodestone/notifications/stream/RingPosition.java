package org.lodestone.notifications.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestone.notifications.stream.EventRing.Window;
import org.lodestone.platform.events.StreamToken;

/** Where one stream stands in the ring, and the line that tells its client so. One thread at a time moves it. */
final class RingPosition {

    private volatile long cursor;
    /** The position before anything at the cursor was seen; replaced by that of the last event passed. */
    private byte[] idLine = {};
    /** While events of the ring may be older than where the client was: where each partition goes on for this stream alone. */
    private long @Nullable [] ahead;

    private long sharedFrom;

    RingPosition(EventRing ring) {
        jumpToEnd(ring);
    }

    long cursor() {
        return cursor;
    }

    byte[] idLine() {
        return idLine;
    }

    void jumpToEnd(EventRing ring) {
        Window now = ring.window();
        cursor = now.end();
        ahead = null;
        stand(ring.layout(), now.next());
    }

    /** What the client has seen, wherever it is read from. */
    void stand(LogLayout layout, long[] position) {
        stand(EventFrames.idLine(layout.token(position)));
    }

    void stand(byte[] line) {
        idLine = line;
    }

    /** Goes on in the ring, which reaches back to the position. */
    void enter(LogLayout layout, Window window, long[] position) {
        cursor = Arrays.equals(position, window.next()) ? window.end() : window.first();
        ahead = cursor == window.end() ? null : position.clone();
        sharedFrom = window.end();
        stand(layout, position);
    }

    /** Past the event at the cursor; false if the client had it before. */
    boolean pass(LogLayout layout, StreamEvent event) {
        cursor++;
        long[] own = ahead;
        boolean isNew = own == null || event.offset() >= own[event.slot()];
        if (own != null && isNew) {
            own[event.slot()] = event.offset() + 1;
            stand(layout, own);
        }
        // Past what the ring held at the resume, everybody's position is this stream's too.
        if (own == null || event.index() + 1 >= sharedFrom) {
            ahead = null;
            stand(event.id());
        }
        return isNew;
    }

    /** Offsets of what the client was last told; empty if the log is another one by now. */
    Optional<long[]> told(LogLayout layout, Window window) {
        String line = new String(idLine, StandardCharsets.US_ASCII);
        return StreamToken.parse(line.substring("id: ".length()).strip())
                .flatMap(token -> layout.position(token, window.next()));
    }
}
