package org.lodestone.leads.settings;

/**
 * How a zone shares its leads out. 0 means without limit, or never.
 *
 * @param capacity unended leads a person may have
 * @param claimsPerDay that a person may take from the pool
 * @param recycleAfterWorkingDays without a follow-up, a lead goes back to the pool
 * @param reclaimAfterDays whoever let a lead lapse may claim it again
 */
public record OpenPool(int capacity, int claimsPerDay, int recycleAfterWorkingDays, int reclaimAfterDays) {

    static final OpenPool SHIPPED = new OpenPool(0, 10, 30, 30);
}
