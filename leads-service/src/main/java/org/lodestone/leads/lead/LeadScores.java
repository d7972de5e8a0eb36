package org.lodestone.leads.lead;

/** Scores a lead, for lists that sort by it and for verdicts that remember what it was. */
public interface LeadScores {

    /** Follows from the lead and its zone's present settings alone; never waits. */
    Judged of(Lead lead);

    /**
     * @param score out of 100
     * @param settingsVersion of the zone's settings it was made by
     */
    record Judged(int score, long settingsVersion) {}
}
