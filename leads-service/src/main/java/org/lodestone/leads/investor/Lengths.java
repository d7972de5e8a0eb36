package org.lodestone.leads.investor;

import java.util.Collection;

/** How long the longest is of those that begin, or end, with a character: what begins with no such one need not be looked up. */
final class Lengths {

    private final byte[] longest = new byte[Character.MAX_VALUE + 1];
    private final boolean byEnd;

    private Lengths(Collection<String> all, boolean byEnd) {
        this.byEnd = byEnd;
        for (String one : all) {
            char unit = one.charAt(byEnd ? one.length() - 1 : 0);
            longest[unit] = (byte) Math.max(longest[unit], one.length());
        }
    }

    static Lengths ofBeginnings(Collection<String> all) {
        return new Lengths(all, false);
    }

    static Lengths ofEndings(Collection<String> all) {
        return new Lengths(all, true);
    }

    /** No longer than the text; 0 when none fits. */
    int longestIn(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        return Math.min(longest[text.charAt(byEnd ? text.length() - 1 : 0)], text.length());
    }
}
