package org.lodestone.leads.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.registration.Standing.Clash;
import org.lodestone.leads.registration.Standing.Dispute;
import org.lodestone.leads.registration.Standing.Share;
import org.lodestone.leads.registration.Standing.State;
import org.lodestone.leads.registration.Standing.Verdict;
import org.lodestone.platform.aggregate.HistoryEntry;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Scope;

/**
 * A registration for one reader. The holder's zone sees all of it but who disputes and why; another claimant sees the zone, the day and the
 * state, with an id to dispute it by, and nothing else.
 *
 * @param history oldest first; only where one is read
 * @param near only in the answer to who took it, and only where there are some
 */
record RegistrationView(
        String id,
        State state,
        String zone,
        LocalDate on,
        @Nullable Long version,
        @Nullable Instant until,
        @Nullable List<Share> credit,
        @Nullable String firm,
        @Nullable String uscc,
        @Nullable String project,
        @Nullable String leadId,
        @Nullable String leadNumber,
        @Nullable Boolean furtherProject,
        @Nullable Instant disputedAt,
        @Nullable List<DisputeView> disputes,
        @Nullable List<Clash> clashes,
        @Nullable RulingView ruling,
        @Nullable List<Line> history,
        @Nullable List<Near> near) {

    /** Another zone's first contact under a name like this one: the zone, the day, and nothing else. */
    record Near(String zone, LocalDate on) {}

    record DisputeView(
            String zone,
            Instant at,
            @Nullable String leadId,
            @Nullable String by,
            @Nullable String reason) {

        static DisputeView of(Dispute dispute, boolean judge) {
            return judge
                    ? new DisputeView(dispute.zone(), dispute.at(), dispute.leadId(), dispute.by(), dispute.reason())
                    : new DisputeView(dispute.zone(), dispute.at(), null, null, null);
        }
    }

    record RulingView(Verdict decision, String by, Instant at, String reason) {}

    /** @param note why, where that is for the reader */
    record Line(
            long sequence,
            Instant at,
            String by,
            String kind,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason,
            @Nullable String note) {

        static Line of(HistoryEntry entry, boolean judge) {
            boolean dispute = entry.kind().equals("disputed");
            String by = dispute && !judge ? "" : entry.by();
            String note = dispute && !judge ? null : entry.note();
            return new Line(
                    entry.sequence(), entry.at(), by, entry.kind(), entry.from(), entry.to(), entry.reason(), note);
        }
    }

    static RegistrationView of(
            Registration registration, Scope scope, Instant now, @Nullable List<HistoryEntry> history) {
        if (!scope.covers(registration.zone(), registration.park())) {
            return masked(registration, now);
        }
        boolean judge = scope.may(Right.ARBITRATE);
        Standing standing = registration.standing();
        Registration.Subject subject = registration.subject();
        return new RegistrationView(
                registration.id(),
                registration.stateAt(now),
                registration.zone(),
                registration.term().on(),
                registration.version(),
                registration.term().until(),
                standing.credit(),
                subject.firm(),
                subject.uscc(),
                subject.project(),
                subject.leadId(),
                subject.leadNumber(),
                subject.further(),
                standing.disputedAt(),
                standing.disputes().stream()
                        .map(dispute -> DisputeView.of(dispute, judge))
                        .toList(),
                standing.clashes(),
                ruling(standing),
                history == null
                        ? null
                        : history.reversed().stream()
                                .map(entry -> Line.of(entry, judge))
                                .toList(),
                null);
    }

    RegistrationView beside(List<Near> seen) {
        return new RegistrationView(
                id,
                state,
                zone,
                on,
                version,
                until,
                credit,
                firm,
                uscc,
                project,
                leadId,
                leadNumber,
                furtherProject,
                disputedAt,
                disputes,
                clashes,
                ruling,
                history,
                seen.isEmpty() ? null : seen);
    }

    private static RegistrationView masked(Registration registration, Instant now) {
        return new RegistrationView(
                registration.id(),
                registration.stateAt(now),
                registration.zone(),
                registration.term().on(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static @Nullable RulingView ruling(Standing standing) {
        Standing.Ruling last = standing.ruling();
        return last == null ? null : new RulingView(last.decision(), last.by(), last.at(), last.reason());
    }
}
