package org.lodestone.leads.duplicate;

import java.time.Instant;
import org.lodestone.platform.process.Process;

/**
 * Somebody's word that two leads are not the same.
 *
 * @param id both ids in order: said of one is said of the other
 * @param apart false once it was taken back
 */
public record NonDuplicate(String id, long version, String zone, boolean apart, String by, Instant at)
        implements Process {

    static String id(String one, String other) {
        return one.compareTo(other) < 0 ? one + '|' + other : other + '|' + one;
    }

    NonDuplicate said(boolean now, String by, Instant at) {
        return new NonDuplicate(id, version, zone, now, by, at);
    }

    @Override
    public boolean finished() {
        return true;
    }
}
