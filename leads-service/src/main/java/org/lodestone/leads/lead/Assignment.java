package org.lodestone.leads.lead;

import org.jspecify.annotations.Nullable;

/** Who answers for a lead: officer, department and sponsor 包联领导. */
public record Assignment(
        @Nullable String owner,
        @Nullable String department,
        @Nullable String sponsor) {

    public Assignment ownedBy(@Nullable String next) {
        return new Assignment(next, department, sponsor);
    }
}
