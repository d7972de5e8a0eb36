package org.lodestone.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of any registration event needs without asking back: the firm, the zones, the dates, the shares.
 *
 * @param leadId the lead that holds it
 * @param project the name of that lead
 * @param state {@code PROTECTED}, {@code CLASHING}, {@code ARBITRATED}, {@code TRANSFERRED} or {@code EXPIRED}
 * @param on the first contact's day, in the zone's time
 * @param until when the protection ends unless it is renewed
 * @param credit who may count how much of it; together 100
 */
public record RegistrationFacts(
        String firm,
        @Nullable String uscc,
        String project,
        String leadId,
        String zone,
        String state,
        LocalDate on,
        Instant until,
        List<Credit> credit,
        String by) {

    /** @param percent of the whole, 0 to 100 */
    public record Credit(String zone, int percent) {}
}
