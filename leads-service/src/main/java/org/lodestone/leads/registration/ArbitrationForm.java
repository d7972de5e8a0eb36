package org.lodestone.leads.registration;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.registration.Standing.Share;
import org.lodestone.leads.registration.Standing.Verdict;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;

/**
 * The city's decision as it is sent.
 *
 * @param toZone with a transfer: whose lead of the same firm goes on with it
 * @param credit with a split: at least two zones, together 100
 */
record ArbitrationForm(
        @Nullable Verdict decision,
        @Nullable String toZone,
        @Nullable List<ShareForm> credit,
        @Nullable String reason) implements Checked {

    private static final int MOST_SHARES = 20;
    private static final int WHOLE = 100;

    record ShareForm(@Nullable String zone, @Nullable Integer percent) {}

    @Override
    public void check(Checks checks) {
        checks.required("decision", decision);
        checks.required("reason", reason).text("reason", reason, RegistrationController.REASON_LENGTH);
        checks.code("toZone", toZone).size("credit", credit, MOST_SHARES);
        if (decision == Verdict.TRANSFER) {
            checks.required("toZone", toZone);
        }
        if (decision == Verdict.SPLIT) {
            checks.required("credit", credit);
        }
        if (credit != null) {
            check(checks, credit);
        }
    }

    private static void check(Checks checks, List<ShareForm> credit) {
        Set<String> zones = new HashSet<>();
        int sum = 0;
        for (int i = 0; i < credit.size(); i++) {
            ShareForm share = credit.get(i);
            String field = "credit[" + i + "]";
            if (share == null || share.zone() == null || !zones.add(share.zone())) {
                checks.add(field + ".zone", share == null || share.zone() == null ? "required" : "repeated");
            }
            if (share == null || share.percent() == null || share.percent() < 1 || share.percent() > WHOLE) {
                checks.add(field + ".percent", "range", 1, WHOLE);
            } else {
                sum += share.percent();
            }
        }
        if (sum != WHOLE) {
            checks.add("credit", "credit-sum");
        }
    }

    Verdict verdict() {
        return Objects.requireNonNull(decision);
    }

    String because() {
        return Objects.requireNonNull(reason).strip();
    }

    /** Checked before: every share has its zone and its percent. */
    List<Share> sharesOr(String zone) {
        return credit == null
                ? Standing.whole(zone)
                : credit.stream()
                        .map(share -> new Share(
                                Objects.requireNonNull(share.zone()), Objects.requireNonNull(share.percent())))
                        .toList();
    }
}
