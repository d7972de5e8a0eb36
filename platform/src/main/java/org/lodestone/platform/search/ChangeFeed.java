package org.lodestone.platform.search;

import java.time.Duration;
import java.util.Map;

/** The service's own topic, as an index follows it: which aggregates changed, up to which version. One thread at a time. */
interface ChangeFeed extends AutoCloseable {

    /** Behind the last event there is now. */
    Offsets end();

    /** Whether nothing after these is lost, and they are of this incarnation of the topic. */
    boolean reaches(Offsets offsets);

    void seek(Offsets offsets);

    /** The ids heard of next, with their highest sequence; possibly none. */
    Map<String, Long> poll(Duration atMost);

    /** Behind what was polled last. */
    Offsets position();

    @Override
    void close();

    /** Connects; each attempt has a feed of its own. */
    interface Source {

        ChangeFeed open();
    }
}
