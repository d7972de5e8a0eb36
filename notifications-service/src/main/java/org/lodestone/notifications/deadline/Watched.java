package org.lodestone.notifications.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A lead, a registration or a project as its events say it is. The projection's own document, so it moves in the same guarded write as the sequence.
 * Public only for the database driver, which reads records by reflection.
 */
public record Watched(@BsonId String id, long sequence, State state) {

    /** @param waitingUntil while it waits for a known reason nobody is told */
    public record State(
            About about, List<Clock> clocks, @Nullable Instant waitingUntil) {}

    /**
     * @param lead the lead or the project itself, or the lead that holds the registration
     * @param people of a lead or a project; those of a registration are its lead's
     * @param kind {@code project}; absent for leads and registrations
     */
    public record About(
            String lead,
            String name,
            String zone,
            @Nullable String park,
            @Nullable People people,
            @Nullable String kind) {

        static final String PROJECT = "project";

        boolean isProject() {
            return PROJECT.equals(kind);
        }
    }

    /** @param owner of a lead, or the officer of a project */
    public record People(
            @Nullable String owner,
            @Nullable String departmentLead,
            @Nullable String sponsor,
            List<String> watchers) {}

    /**
     * A clock that runs, or a moment somebody must hear of.
     *
     * @param kind as its event calls it; behind a colon the zone it is about
     * @param dueAt what people know as the limit
     */
    public record Clock(
            String kind,
            Instant dueAt,
            @Nullable Instant yellowAt,
            @Nullable Instant redAt) {

        @Nullable
        Instant at(Light light) {
            return switch (light) {
                case YELLOW -> yellowAt;
                case RED -> redAt;
            };
        }

        /** Told late, only the later light is worth telling. */
        boolean isOvertaken(Light light, Instant now) {
            return light == Light.YELLOW && redAt != null && !redAt.isAfter(now);
        }
    }

    Optional<Clock> clock(String kind) {
        return state.clocks().stream()
                .filter(clock -> clock.kind().equals(kind))
                .findFirst();
    }

    boolean waits(Instant now) {
        return state.waitingUntil() != null && state.waitingUntil().isAfter(now);
    }

    /** Every light of it that is still to come or has come. */
    Stream<Reminder> reminders(String partition) {
        return state.clocks().stream()
                .flatMap(clock -> Stream.of(Light.values())
                        .flatMap(light -> Stream.ofNullable(clock.at(light))
                                .map(at -> Reminder.of(this, clock.kind(), light, at, partition))));
    }
}
