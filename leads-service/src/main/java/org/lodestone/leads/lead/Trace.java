package org.lodestone.leads.lead;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Command;

/**
 * Who touched a lead last, and what else may be the same lead.
 *
 * @param duplicates ids in the same zone with the same credit code or company name when it was last looked
 * @param from the lead of another zone that this one continues
 * @param to the lead of another zone that continues this one
 * @param custody how it came to whom it has; absent while nobody wrote that down
 * @param response absent where no response is asked for, and for leads of a time when nobody wrote it down
 */
public record Trace(
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        @Nullable Instant duplicateCheckAt,
        List<String> duplicates,
        @Nullable Place from,
        @Nullable Place to,
        @Nullable Custody custody,
        @Nullable Response response) {

    /** A lead in another zone: this one began there, or went on there. */
    public record Place(String zone, String lead, String number) {}

    static Trace begin(Command command, List<String> duplicates) {
        return new Trace(
                command.at(),
                command.by(),
                command.at(),
                command.by(),
                command.recordedAt(),
                duplicates,
                null,
                null,
                null,
                null);
    }

    Trace touched(Command command) {
        return new Trace(
                createdAt,
                createdBy,
                command.at(),
                command.by(),
                duplicateCheckAt,
                duplicates,
                from,
                to,
                custody,
                response);
    }

    Trace lastTouched(Instant at) {
        return new Trace(
                createdAt, createdBy, at, updatedBy, duplicateCheckAt, duplicates, from, to, custody, response);
    }

    Trace listing(List<String> found) {
        return new Trace(
                createdAt, createdBy, updatedAt, updatedBy, duplicateCheckAt, found, from, to, custody, response);
    }

    Trace checked(Instant at, List<String> found) {
        return new Trace(createdAt, createdBy, updatedAt, updatedBy, at, found, from, to, custody, response);
    }

    Trace comingFrom(Place place) {
        return new Trace(
                createdAt, createdBy, updatedAt, updatedBy, duplicateCheckAt, duplicates, place, to, custody, response);
    }

    Trace goingTo(Place place) {
        return new Trace(
                createdAt,
                createdBy,
                updatedAt,
                updatedBy,
                duplicateCheckAt,
                duplicates,
                from,
                place,
                custody,
                response);
    }

    Trace keptBy(Custody next) {
        return new Trace(
                createdAt, createdBy, updatedAt, updatedBy, duplicateCheckAt, duplicates, from, to, next, response);
    }

    /** The clock of the first response runs until then. */
    Trace expecting(Instant dueAt) {
        return response != null && response.at() != null ? this : with(new Response(dueAt, null));
    }

    /** @param at {@code null}: not yet, or not any more; what was given before stays given */
    Trace answered(@Nullable Instant at) {
        if (response == null || (at != null && response.at() != null)) {
            return this;
        }
        return with(new Response(response.dueAt(), at));
    }

    private Trace with(Response next) {
        return new Trace(
                createdAt, createdBy, updatedAt, updatedBy, duplicateCheckAt, duplicates, from, to, custody, next);
    }
}
