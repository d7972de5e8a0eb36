package org.lodestone.leads.referrer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;

/**
 * What is said of a referrer.
 *
 * @param zone may be left out by someone of one zone
 */
record ReferrerForm(
        @Nullable String name,
        @Nullable String zone,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String note)
        implements Checked {

    private static final int NOTE = 2000;

    @Override
    public void check(Checks checks) {
        checks.name("name", name).code("zone", zone).plausible("from", from).plausible("until", until);
        checks.text("note", note, NOTE);
        if (from != null && until != null && until.isBefore(from)) {
            checks.add("until", "until-before-from");
        }
    }

    Referrer of(String own, String called) {
        return new Referrer(Referrer.id(own, called), 1, own, called, from, until, note);
    }
}
