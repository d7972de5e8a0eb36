package org.lodestone.leads.lead;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.time.WorkingTime;

/**
 * What we do about a lead: follow-ups, the next step, the verdict, and the clocks that run.
 *
 * @param followUps oldest first
 * @param dues the clocks that run now; follows from the rest and is kept so that lists and events need not work it out
 * @param waits oldest first, never two at once; absent in leads of a time when nobody waited
 */
public record Care(
        List<FollowUp> followUps,
        @Nullable NextAction nextAction,
        @Nullable Assessment assessment,
        List<Due> dues,
        @Nullable List<Wait> waits) {

    /** A lead that is spoken of for years stays a small document. */
    public static final int MOST_FOLLOW_UPS = 1000;

    public record NextAction(
            @Nullable String what, @Nullable LocalDate on) {}

    /**
     * 研判: the latest verdict.
     *
     * @param score what the lead was worth when it was given, so that a difference stays visible
     * @param settingsVersion of the zone's settings that score was made by
     */
    public record Assessment(
            Verdict verdict,
            String by,
            Instant at,
            @Nullable String note,
            @Nullable Integer score,
            @Nullable Long settingsVersion) {

        Assessment beside(LeadScores.Judged judged) {
            return new Assessment(verdict, by, at, note, judged.score(), judged.settingsVersion());
        }
    }

    public enum Verdict {
        PROCEED,
        REJECT,
        MORE
    }

    /** 跟进记录. {@code at} is when it happened. */
    public record FollowUp(
            String id,
            Instant at,
            Kind kind,
            String summary,
            @Nullable String problems,
            @Nullable String needs,
            @Nullable NextAction nextAction,
            String by,
            Instant recordedAt,
            String recordedBy) {

        /** A slip of the pen is put right within a day; later it is part of the record. */
        Instant editableUntil() {
            return recordedAt.plus(Duration.ofHours(24));
        }

        public enum Kind {
            CALL,
            MEETING,
            VISIT,
            MESSAGE,
            EMAIL,
            OTHER
        }
    }

    /**
     * A clock that runs.
     *
     * @param since when it began to run; absent where it is a date that was promised
     * @param dueAt from here on the lead is late: yellow
     * @param redAt from here on it is very late: red
     */
    public record Due(
            String kind,
            Instant dueAt,
            Instant redAt,
            @Nullable Instant since) {

        /** Whether both fall due at the same moments. */
        boolean agrees(Due other) {
            return kind.equals(other.kind) && dueAt.equals(other.dueAt) && redAt.equals(other.redAt);
        }
    }

    /** More than this would be a way of never being late; the older ones stay in the history. */
    static final int MOST_WAITS = 50;

    @Override
    public List<Wait> waits() {
        return waits == null ? List.of() : waits;
    }

    static Care begin(@Nullable NextAction next) {
        return new Care(List.of(), next, null, List.of(), List.of());
    }

    Optional<Wait> waitAt(Instant moment) {
        return waits().stream().filter(wait -> wait.covers(moment)).findFirst();
    }

    /** A new one ends the one that runs. */
    Care waiting(Wait wait) {
        List<Wait> all = new ArrayList<>(awake(wait.from()).waits());
        all.add(wait);
        List<Wait> kept = List.copyOf(all.subList(Math.max(0, all.size() - MOST_WAITS), all.size()));
        return new Care(followUps, nextAction, assessment, dues, kept);
    }

    Care awake(Instant at) {
        List<Wait> all = waits().stream()
                .map(wait -> wait.covers(at) ? wait.endedAt(at) : wait)
                .toList();
        return new Care(followUps, nextAction, assessment, dues, all);
    }

    /** What waits for a date wakes when work begins on it, as the calendar now says. */
    Care waitingBy(WorkingTime time, Instant now) {
        List<Wait> all = waits().stream().map(wait -> wait.anew(time, now)).toList();
        return all.equals(waits()) ? this : new Care(followUps, nextAction, assessment, dues, all);
    }

    @Nullable
    public Instant lastFollowUpAt() {
        return followUps.stream()
                .map(FollowUp::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    Optional<FollowUp> followUp(String id) {
        return followUps.stream().filter(known -> known.id().equals(id)).findFirst();
    }

    /** The next step follows an edited one, if it was the one that set it. */
    Care replacing(FollowUp known, @Nullable FollowUp edited) {
        List<FollowUp> all = Stream.concat(
                        followUps.stream().filter(one -> !one.id().equals(known.id())), Stream.ofNullable(edited))
                .sorted(Comparator.comparing(FollowUp::at))
                .toList();
        boolean set = known.nextAction() != null && known.nextAction().equals(nextAction);
        NextAction next = edited != null && set ? edited.nextAction() : nextAction;
        return new Care(all, next, assessment, dues, waits);
    }

    /** A follow-up that names no next step leaves the one there is. */
    Care with(FollowUp followUp) {
        List<FollowUp> all = Stream.concat(followUps.stream(), Stream.of(followUp))
                .sorted(Comparator.comparing(FollowUp::at))
                .toList();
        NextAction next = followUp.nextAction() == null ? nextAction : followUp.nextAction();
        return new Care(all, next, assessment, dues, waits);
    }

    Care with(@Nullable NextAction next) {
        return new Care(followUps, next, assessment, dues, waits);
    }

    Care with(Assessment verdict) {
        return new Care(followUps, nextAction, verdict, dues, waits);
    }

    Care with(List<Due> clocks) {
        return new Care(followUps, nextAction, assessment, clocks, waits);
    }
}
