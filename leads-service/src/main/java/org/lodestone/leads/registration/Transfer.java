package org.lodestone.leads.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.process.Process;

/**
 * A lead on its way to another zone: it ends here, begins there, and its registration follows it.
 *
 * @param heir the id the new lead has from the beginning, so that it is opened once however often that is tried
 * @param number of the new lead, drawn before it is needed for the same reason
 * @param refusedIn the state of the lead that forbade it
 */
public record Transfer(
        String id,
        long version,
        Asked asked,
        String heir,
        String number,
        Step step,
        @Nullable String refusedIn) implements Process {

    /** @param fingerprint of the request, to know it again */
    public record Asked(
            String lead, String fromZone, String toZone, String reason, String by, Instant at, String fingerprint) {}

    /** What has been done. */
    public enum Step {
        BEGUN,
        CLOSED,
        OPENED,
        DONE,
        REFUSED
    }

    static Transfer begin(String id, Asked asked, String heir, String number) {
        return new Transfer(id, 0, asked, heir, number, Step.BEGUN, null);
    }

    @Override
    public boolean finished() {
        return step == Step.DONE || step == Step.REFUSED;
    }

    /** Only ever onwards, one step at a time: who comes late changes nothing. */
    Transfer after(Step done, Step next) {
        return step == done ? new Transfer(id, version, asked, heir, number, next, refusedIn) : this;
    }

    Transfer refused(String state) {
        return step == Step.BEGUN ? new Transfer(id, version, asked, heir, number, Step.REFUSED, state) : this;
    }
}
