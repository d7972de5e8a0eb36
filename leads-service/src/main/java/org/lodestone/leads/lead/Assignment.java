package org.lodestone.leads.lead;

import org.jspecify.annotations.Nullable;

/** Who answers for a lead: officer, department and sponsor 包联领导. */
public record Assignment(
        @Nullable String owner,
        @Nullable String department,
        @Nullable String sponsor) {}
