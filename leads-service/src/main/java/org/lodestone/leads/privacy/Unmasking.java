package org.lodestone.leads.privacy;

import java.time.Instant;

/**
 * Somebody looked at a contact as it is.
 *
 * @param contact its id: what was seen is not kept here
 * @param reason why, in the words of who looked
 */
public record Unmasking(
        String id, Instant at, String by, String lead, String number, String zone, String contact, String reason) {}
