package org.lodestone.leads.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.registration.Standing.Clash;
import org.lodestone.leads.registration.Standing.Dispute;
import org.lodestone.leads.registration.Standing.Ruling;
import org.lodestone.leads.registration.Standing.Share;
import org.lodestone.leads.registration.Standing.State;
import org.lodestone.leads.registration.Standing.Verdict;
import org.lodestone.platform.aggregate.Aggregate;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.aggregate.Decision.Line;

/** The first contact with a firm, protected for a zone for a time. Its zone is the holder's. */
public record Registration(
        String id, long version, String zone, @Nullable String park, Subject subject, Term term, Standing standing)
        implements Aggregate {

    /**
     * Who and what is protected, as the holder's lead says it.
     *
     * @param further another project of a firm that was registered already: it holds the keys of its project alone
     */
    public record Subject(
            String leadId,
            String leadNumber,
            String firm,
            @Nullable String uscc,
            String project,
            boolean further) {}

    /**
     * @param on the first contact's day in the zone's time
     * @param until from here on it is expired, whether or not that was announced yet
     * @param command key of the command that took it, so that the same command again is answered and not refused
     */
    public record Term(
            LocalDate on,
            Instant takenAt,
            Instant until,
            @Nullable String command) {

        Term until(Instant later) {
            return new Term(on, takenAt, later, command);
        }
    }

    static Decision<Registration> take(Registration first, Command command) {
        return new Decision<>(first, RegistrationEvents.taken(first, command), Line.of("taken"));
    }

    static Registration first(String id, String zone, @Nullable String park, Subject subject, Term term) {
        return new Registration(id, 0, zone, park, subject, term, Standing.begin(zone));
    }

    /** The same lead registers again what had expired: a new term, and nothing is left of old quarrels. */
    Decision<Registration> retake(Registration anew, Command command) {
        if (!isOver(command.at())) {
            throw new RegistrationProblem.RegisteredFirst(zone, term.on());
        }
        return new Decision<>(anew, RegistrationEvents.taken(anew, command), line("taken", State.PROTECTED, null));
    }

    /** Progress counts from when it was made, also when it is only seen after the time has run out; an announced end is one. */
    Decision<Registration> renew(Instant until, String cause, Command command) {
        if (standing.state() == State.EXPIRED || !until.isAfter(term.until())) {
            throw new RegistrationProblem.Expired();
        }
        Registration next = with(term.until(until));
        return new Decision<>(
                next,
                RegistrationEvents.renewed(next, cause, command),
                new Line("renewed", null, null, cause, null, null));
    }

    Decision<Registration> change(Subject changed, @Nullable String inPark, Command command) {
        Registration next = new Registration(id, version, zone, inPark, changed, term, standing);
        return new Decision<>(next, RegistrationEvents.changed(this, next, command), Line.of("changed"));
    }

    /** @param left the same without a person who asked to be forgotten */
    Decision<Registration> forget(Registration left, Command command) {
        return new Decision<>(
                left, RegistrationEvents.changed(this, left, command), Line.quiet("personal-data-erased"));
    }

    Decision<Registration> dispute(Dispute dispute, Command command) {
        mustBeActive(command.at());
        if (standing.isDisputedBy(dispute.zone())) {
            throw new RegistrationProblem.AlreadyDisputed();
        }
        Registration next = with(standing.with(dispute));
        Line line = new Line("disputed", state(), State.CLASHING.name(), dispute.zone(), dispute.reason(), null);
        return new Decision<>(next, RegistrationEvents.disputed(next, dispute.zone(), command), line);
    }

    Decision<Registration> clash(Clash clash, Command command) {
        Registration next = with(standing.with(clash));
        return new Decision<>(
                next,
                RegistrationEvents.clashFound(next, clash.zone(), command),
                line("clash-found", State.CLASHING, clash.zone()));
    }

    /** @param heir whom it goes to; only with a transfer */
    Decision<Registration> arbitrate(Ruling ruling, List<Share> shares, @Nullable Heir heir, Command command) {
        mustBeActive(command.at());
        State state = ruling.decision() == Verdict.TRANSFER ? State.TRANSFERRED : State.ARBITRATED;
        Standing settled = standing.ruled(state, ruling, shares);
        Registration next = heir == null
                ? with(settled)
                : new Registration(id, version, heir.zone(), heir.park(), heir.subject(), term, settled);
        Line line =
                new Line("arbitrated", state(), state.name(), ruling.decision().name(), ruling.reason(), null);
        return new Decision<>(next, RegistrationEvents.arbitrated(this, next, ruling, command), line);
    }

    /** It goes with its lead, and keeps its days. */
    Decision<Registration> transfer(Heir heir, Command command) {
        Registration next = new Registration(
                id, version, heir.zone(), heir.park(), heir.subject(), term, standing.transferred(heir.zone()));
        return new Decision<>(
                next,
                RegistrationEvents.transferred(this, next, command),
                line("transferred", State.TRANSFERRED, heir.zone()));
    }

    /** The lead that goes on with it. */
    record Heir(String zone, @Nullable String park, Subject subject) {}

    /** @param cause {@code TIME}, or {@code SETTLED} when another one was preferred */
    Decision<Registration> expire(String cause, Command command) {
        Registration next = with(standing.in(State.EXPIRED));
        return new Decision<>(
                next, RegistrationEvents.expired(next, cause, command), line("expired", State.EXPIRED, cause));
    }

    /** What it is at a moment: time takes a protection away without anybody writing it down. */
    State stateAt(Instant now) {
        return term.until().isAfter(now) ? standing.state() : State.EXPIRED;
    }

    boolean isOver(Instant now) {
        return stateAt(now) == State.EXPIRED;
    }

    boolean isOf(String leadId) {
        return Objects.equals(subject.leadId(), leadId);
    }

    boolean clashesWith(String other) {
        return standing.clashes().stream()
                .anyMatch(clash -> clash.registration().equals(other));
    }

    /** Whether the city preferred this one to the other. */
    boolean hasEnded(String other) {
        Ruling last = standing.ruling();
        return last != null && last.ended().contains(other);
    }

    /** Everybody but the holder who has to do with it. */
    Stream<String> rivals() {
        return Stream.concat(
                standing.disputes().stream().map(Dispute::zone),
                standing.clashes().stream().map(Clash::zone));
    }

    private void mustBeActive(Instant now) {
        if (isOver(now)) {
            throw new RegistrationProblem.Expired();
        }
    }

    private Line line(String kind, State to, @Nullable String reason) {
        return new Line(kind, state(), to.name(), reason, null, null);
    }

    private String state() {
        return standing.state().name();
    }

    private Registration with(Term next) {
        return new Registration(id, version, zone, park, subject, next, standing);
    }

    private Registration with(Standing next) {
        return new Registration(id, version, zone, park, subject, term, next);
    }
}
