package org.lodestone.leads.privacy;

import java.time.Instant;

/**
 * Somebody looked for a person's data, or took it out. Whose it was is not kept here.
 *
 * @param records in how many documents the person was
 */
public record PersonalDataRequest(String id, Instant at, String by, Kind kind, String reason, long records) {

    public enum Kind {
        SEARCH,
        EXPORT
    }
}
