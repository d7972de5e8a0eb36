package org.lodestone.notifications.inbox;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it lies in somebody's inbox. Its id follows from event, rule and recipient, so the same alert cannot be there twice.
 *
 * @param seq counts a recipient's alerts; grows, may skip
 * @param at when it happened
 * @param title in Chinese, as {@code body}
 * @param because the strongest of the recipient's ties to the subject, see {@link Because}
 */
public record Notification(
        @BsonId String id,
        String recipient,
        long seq,
        Instant at,
        String eventId,
        String type,
        Severity severity,
        String title,
        String body,
        Subject subject,
        String rule,
        Because because,
        String link,
        @Nullable Instant readAt,
        @Nullable Words english) {

    /** An alert in one language. */
    public record Words(String title, String body) {}

    public enum Severity {
        INFO,
        YELLOW,
        RED
    }

    /** Why somebody is told; the strongest first. */
    public enum Because {
        SPONSOR,
        DEPARTMENT_LEAD,
        OFFICER,
        OWNER,
        STAND_IN,
        WATCHER,
        LEADER,
        ESCALATION
    }

    /** @param kind {@code lead} or {@code project} */
    public record Subject(
            String kind,
            String id,
            String name,
            String zone,
            @Nullable String park) {}

    Notification numbered(long number) {
        return new Notification(
                id, recipient, number, at, eventId, type, severity, title, body, subject, rule, because, link, readAt,
                english);
    }

    public Row row() {
        return new Row(
                id,
                seq,
                at,
                type,
                severity,
                title,
                body,
                new Row.Subject(subject.kind(), subject.id(), subject.name(), subject.zone()),
                new Row.Reason(rule, because),
                link,
                readAt != null,
                english);
    }

    /**
     * What its reader gets.
     *
     * @param english the title and body in English; absent in alerts of a time when there was only Chinese
     */
    public record Row(
            String id,
            long seq,
            Instant at,
            String type,
            Severity severity,
            String title,
            String body,
            Subject subject,
            Reason reason,
            String link,
            boolean read,
            @Nullable Words english) {

        public record Subject(String kind, String id, String name, String zone) {}

        public record Reason(String rule, Because because) {}
    }
}
