package org.lodestone.notifications.deadline;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A moment at which to look at a lead or registration: if its clock still stands so, people are told. Public only for the database driver.
 *
 * @param id begins with when to look, so that what is due is a range of ids, in order
 * @param at when the light turns
 * @param partition of the log that has its events
 * @param sequence of the event that asked for it
 */
public record Reminder(
        @BsonId String id, String subject, String kind, Light light, Instant at, String partition, long sequence) {

    static Reminder of(Watched watched, String kind, Light light, Instant at, String partition) {
        String name = watched.id() + '|' + kind + '|' + light + '|' + at.toEpochMilli();
        return new Reminder(moment(at) + '|' + name, watched.id(), kind, light, at, partition, watched.sequence());
    }

    /** The same, looked at later. */
    Reminder later(Instant when) {
        String rest = id.substring(id.indexOf('|'));
        return new Reminder(moment(when) + rest, subject, kind, light, at, partition, sequence);
    }

    /** What an alert's id is made of: the same light of the same limit is one alert, whatever else changed. */
    String key() {
        return "deadline|" + subject + '|' + kind + '|' + light + '|' + at.toEpochMilli();
    }

    /** Every id of a moment up to this one is smaller. */
    static String endOf(Instant moment) {
        return moment(moment.plusMillis(1));
    }

    private static String moment(Instant moment) {
        return "%015d".formatted(Math.max(0, moment.toEpochMilli()));
    }
}
