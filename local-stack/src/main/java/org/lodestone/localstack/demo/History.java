package org.lodestone.localstack.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The moments at which an item's history happened, evenly from when it was first heard of to some days ago. Counted from
 * a fixed day, so that a load that was interrupted goes on with the same requests.
 */
final class History {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Instant start;
    private final Duration step;
    private int steps;

    History(DemoItem item, LocalDate loadedOn, int moments) {
        LocalDate first = loadedOn.minusDays(item.days());
        int minute = Math.floorMod(item.key().hashCode(), 60);
        this.start = first.atTime(9, minute).atZone(ZONE).toInstant();
        this.step = Duration.ofDays(item.days()).minusHours(12).dividedBy(Math.max(moments, 1));
    }

    LocalDate startedOn() {
        return start.atZone(ZONE).toLocalDate();
    }

    /** The next moment. */
    Moment next() {
        return new Moment(start.plus(step.multipliedBy(steps++)));
    }

    record Moment(Instant at) {

        LocalDate on() {
            return at.atZone(ZONE).toLocalDate();
        }

        /** The body with its original time and author. */
        Map<String, Object> by(String author, Map<String, ?> body) {
            Map<String, Object> dated = new LinkedHashMap<>(body);
            dated.put("at", at.toString());
            dated.put("by", author);
            return dated;
        }
    }
}
