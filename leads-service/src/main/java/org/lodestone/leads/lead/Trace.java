package org.lodestone.leads.lead;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Command;

/**
 * Who touched a lead last, and what else may be the same lead.
 *
 * @param duplicates ids in the same zone with the same credit code or company name when it was last looked
 */
public record Trace(
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        @Nullable Instant duplicateCheckAt,
        List<String> duplicates) {

    static Trace begin(Command command, List<String> duplicates) {
        return new Trace(command.at(), command.by(), command.at(), command.by(), command.recordedAt(), duplicates);
    }

    Trace touched(Command command) {
        return new Trace(createdAt, createdBy, command.at(), command.by(), duplicateCheckAt, duplicates);
    }

    Trace listing(List<String> found) {
        return new Trace(createdAt, createdBy, updatedAt, updatedBy, duplicateCheckAt, found);
    }

    Trace checked(Instant at, List<String> found) {
        return new Trace(createdAt, createdBy, updatedAt, updatedBy, at, found);
    }
}
