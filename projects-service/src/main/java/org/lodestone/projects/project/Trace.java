package org.lodestone.projects.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Command;

/** Where a project comes from and who touched it last. */
public record Trace(@Nullable String leadId, Instant createdAt, String createdBy, Instant updatedAt, String updatedBy) {

    static Trace begin(@Nullable String leadId, Command command) {
        return new Trace(leadId, command.at(), command.by(), command.at(), command.by());
    }

    Trace touched(Command command) {
        return new Trace(leadId, createdAt, createdBy, command.at(), command.by());
    }
}
