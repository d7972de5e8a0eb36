package org.lodestone.localstack.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The moments at which an item's history happened: evenly over the working hours from when it was first heard of until
 * yesterday. Counted from a fixed day, so that a load that was interrupted goes on with the same requests.
 */
final class History {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final int MINUTES_A_DAY = 8 * 60;

    private final LocalDate start;
    private final int days;
    private final int moments;
    private final int minute;
    private int used;

    /** @param moments how many will be asked for */
    History(DemoItem item, LocalDate loadedOn, int moments) {
        this.start = loadedOn.minusDays(item.days());
        this.days = item.days();
        this.moments = moments + 1;
        this.minute = Math.floorMod(item.key().hashCode(), 20);
    }

    LocalDate startedOn() {
        return start;
    }

    /** The next moment, later than all before. */
    Moment next() {
        int minutes = (int) ((long) used++ * days * MINUTES_A_DAY / moments);
        return new Moment(start.plusDays(minutes / MINUTES_A_DAY)
                .atTime(OPENS.plusMinutes(minutes % MINUTES_A_DAY + minute))
                .atZone(ZONE)
                .toInstant());
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
