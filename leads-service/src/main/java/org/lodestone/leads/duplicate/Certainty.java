package org.lodestone.leads.duplicate;

/** The same credit code is certain; everything else is for a person to judge. */
public enum Certainty {
    CERTAIN,
    PROBABLE
}
