package org.lodestone.platform.security;

/** What can be allowed. Which role has which is {@link RightsMatrix}. */
public enum Right {
    READ,
    /** Sees contacts of leads they own, unmasked. */
    READ_OWN_CONTACTS,
    READ_CONTACTS,
    /** Creates; changes, moves and follows up what they own, created or claim. */
    WRITE_OWN,
    WRITE,
    /** Assigns to others, bulk, merge, views for all. */
    ASSIGN,
    /** Verdicts; suspending and terminating projects. */
    DECIDE,
    /** Arbitrates, transfers between zones, splits credit. */
    ARBITRATE,
    IMPORT,
    EXPORT,
    /** Directory, templates, calendars, settings, intake sources, personal data, dead letters. */
    ADMINISTER,
    /** Writes history with its original time and author. */
    BACKFILL
}
