package org.lodestone.notifications.stream;

import org.jspecify.annotations.Nullable;

/**
 * A place in the ring.
 *
 * @param index counts everything the ring ever held
 * @param after bytes of everything the ring ever held before it
 * @param slot which partition, see {@link LogLayout}
 * @param offset in that partition
 * @param writtenAt the broker's time of the record, in milliseconds
 * @param id the frame's {@code id:} line: the position after this event for whoever saw everything before it
 */
record StreamEvent(long index, long after, int slot, long offset, long writtenAt, byte[] id, Content content) {

    /** Objects and references around the bytes; a round figure is good enough for a bound. */
    private static final int OVERHEAD = 400;

    int bytes() {
        return OVERHEAD + id.length + content.bytes();
    }

    /** What is sent, and what decides to whom. */
    sealed interface Content {

        int bytes();
    }

    /**
     * An event of a lead, a registration or a project.
     *
     * @param body the frame's {@code event:} and {@code data:} lines
     */
    record Announcement(Facts facts, byte[] body) implements Content {

        @Override
        public int bytes() {
            return body.length;
        }
    }

    /**
     * Somebody's inbox changed.
     *
     * @param row the new row; {@code null} where only the counts changed
     */
    record Doorbell(String recipient, @Nullable String row) implements Content {

        @Override
        public int bytes() {
            return 0;
        }
    }

    /**
     * How far somebody's job is.
     *
     * @param body the frame's {@code event:} and {@code data:} lines
     */
    record JobNews(String owner, byte[] body) implements Content {

        @Override
        public int bytes() {
            return body.length;
        }
    }

    /** What filters and scopes look at. */
    record Facts(
            String type,
            String zone,
            @Nullable String park,
            String subject,
            @Nullable String owner,
            @Nullable String officer,
            @Nullable String stage,
            @Nullable String state,
            @Nullable String chain) {}
}
