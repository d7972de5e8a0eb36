package org.lodestone.notifications.mail;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An alert on its way to one address. Public only for the database driver, which reads records by reflection.
 *
 * @param id {@code notificationId:email:address}; while nobody announced an address, {@code notificationId:email}
 * @param cause why nothing is sent, where it is skipped
 * @param leaseUntil whoever claimed it may work until then
 * @param fence counts the claims: only the last one may say how it ended
 */
public record Delivery(
        @BsonId String id,
        String notificationId,
        String recipient,
        @Nullable String address,
        Status status,
        @Nullable String cause,
        Instant nextAttemptAt,
        Instant leaseUntil,
        long fence,
        List<Attempt> attempts) {

    public enum Status {
        /** Nobody has announced the recipient yet. */
        WAITING,
        PENDING,
        SENT,
        /** Refused for good, or tried as often as is sensible. */
        DEAD,
        SKIPPED
    }

    /** @param outcome {@code sent}, or what the mail server said */
    public record Attempt(Instant at, String outcome) {}

    static Delivery pending(String notificationId, String recipient, String address, Instant now) {
        return of(notificationId + ":email:" + address, notificationId, recipient, address, Status.PENDING, null, now);
    }

    static Delivery waiting(String notificationId, String recipient, Instant now) {
        return of(notificationId + ":email", notificationId, recipient, null, Status.WAITING, null, now);
    }

    static Delivery skipped(String notificationId, String recipient, String cause, Instant now) {
        return of(notificationId + ":email", notificationId, recipient, null, Status.SKIPPED, cause, now);
    }

    private static Delivery of(
            String id,
            String notificationId,
            String recipient,
            @Nullable String address,
            Status status,
            @Nullable String cause,
            Instant now) {
        return new Delivery(id, notificationId, recipient, address, status, cause, now, Instant.EPOCH, 0, List.of());
    }
}
