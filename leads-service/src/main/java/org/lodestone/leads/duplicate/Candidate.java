package org.lodestone.leads.duplicate;

import java.util.List;

/**
 * A lead that may be the same.
 *
 * @param confidence 0 to 1, two decimals; 1 only for what is certain
 */
public record Candidate(
        String id, String number, String zone, Certainty certainty, double confidence, List<Reason> reasons) {}
