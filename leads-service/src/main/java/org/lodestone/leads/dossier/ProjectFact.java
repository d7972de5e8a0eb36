package org.lodestone.leads.dossier;

import org.jspecify.annotations.Nullable;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Amount;

/** What is known here of a project: no more than its events say. */
public record ProjectFact(
        String id,
        String number,
        String name,
        String zone,
        @Nullable String park,
        String stage,
        String status,
        @Nullable Amount amount,
        @Nullable String leadId,
        @Nullable String officer) {

    boolean within(Scope scope) {
        return scope.covers(zone, park);
    }
}
