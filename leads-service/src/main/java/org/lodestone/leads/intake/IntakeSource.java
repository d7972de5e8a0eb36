package org.lodestone.leads.intake;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Profile.Channel;
import org.lodestone.platform.process.Process;

/**
 * Where leads come from without a person of the house; it lives until it is revoked.
 *
 * @param referrer who gets the credit
 * @param keys accepted now, newest first
 * @param perHour submissions
 */
public record IntakeSource(
        String id,
        long version,
        String zone,
        String name,
        Kind kind,
        @Nullable Channel channel,
        @Nullable String referrer,
        List<String> origins,
        int perHour,
        List<Key> keys,
        Instant createdAt,
        String createdBy,
        @Nullable Instant revokedAt)
        implements Process {

    public enum Kind {
        /** Another system keeps the key secret. */
        SERVER,
        /** A page shows the key to everybody; the sites it stands on are what is checked. */
        FORM
    }

    /**
     * @param hash SHA-256; the key itself is nowhere
     * @param until when it ends; open while it is the present one
     */
    public record Key(String hash, Instant since, @Nullable Instant until) {

        boolean isGood(Instant now) {
            return until == null || now.isBefore(until);
        }
    }

    @Override
    public boolean finished() {
        return revokedAt != null;
    }

    boolean accepts(@Nullable String key, Instant now) {
        return revokedAt == null
                && key != null
                && keys.stream().anyMatch(known -> known.isGood(now) && IntakeKeys.matches(key, known.hash()));
    }

    /** The keys before end at {@code oldUntil}, or when they would have. */
    IntakeSource rotated(String hash, Instant now, Instant oldUntil) {
        Stream<Key> old = keys.stream()
                .filter(key -> key.isGood(now))
                .map(key -> key.isGood(oldUntil) ? new Key(key.hash(), key.since(), oldUntil) : key)
                .filter(key -> key.isGood(now));
        return with(Stream.concat(Stream.of(new Key(hash, now, null)), old).toList(), null);
    }

    IntakeSource revoked(Instant now) {
        return revokedAt == null ? with(List.of(), now) : this;
    }

    private IntakeSource with(List<Key> present, @Nullable Instant ended) {
        return new IntakeSource(
                id, version, zone, name, kind, channel, referrer, origins, perHour, present, createdAt, createdBy,
                ended);
    }
}
