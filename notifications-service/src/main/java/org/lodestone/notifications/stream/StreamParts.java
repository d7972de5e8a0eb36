package org.lodestone.notifications.stream;

import org.springframework.stereotype.Component;

/** What every session works with. */
@Component
record StreamParts(
        EventStreamHub hub,
        CatchUps catchUps,
        EventFrames frames,
        StreamMetrics metrics,
        StreamProperties properties) {}
