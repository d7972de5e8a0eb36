package org.lodestone.notifications.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param ring size of the ring; at most a fifth of the heap is used
 * @param sources how many aggregates' sequences are remembered to recognise a relay's duplicates
 * @param flush how long writes are gathered before they are flushed together
 * @param heartbeat pause between two comments with the present position
 * @param maxAge a stream ends after this, ± a tenth, and the client resumes: so load spreads again after a restart
 * @param perPerson more streams than this, and the oldest gives way
 * @param budget events a resume may read again from the log
 * @param catchUps how many resumes read the log at a time
 * @param drain over what time open streams are ended at shutdown
 */
@ConfigurationProperties("lodestone.stream")
record StreamProperties(
        @DefaultValue("32MB") DataSize ring,
        @DefaultValue("1000000") int sources,
        @DefaultValue("5ms") Duration flush,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("15m") Duration maxAge,
        @DefaultValue("5") int perPerson,
        @DefaultValue("50000") int budget,
        @DefaultValue("8") int catchUps,
        @DefaultValue("2s") Duration drain) {

    long ringBytes() {
        return Math.min(ring.toBytes(), Runtime.getRuntime().maxMemory() / 5);
    }
}
