package org.lodestone.notifications.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.contracts.Deadline;
import org.lodestone.contracts.LeadDeadlinesChanged;
import org.lodestone.contracts.LeadEvent;
import org.lodestone.contracts.LeadFacts;
import org.lodestone.contracts.ProjectEvent;
import org.lodestone.contracts.ProjectFacts;
import org.lodestone.contracts.RegistrationArbitrated;
import org.lodestone.contracts.RegistrationChanged;
import org.lodestone.contracts.RegistrationClashFound;
import org.lodestone.contracts.RegistrationDisputed;
import org.lodestone.contracts.RegistrationEvent;
import org.lodestone.contracts.RegistrationExpired;
import org.lodestone.contracts.RegistrationFacts;
import org.lodestone.contracts.RegistrationRenewed;
import org.lodestone.contracts.RegistrationTaken;
import org.lodestone.contracts.RegistrationTransferred;
import org.lodestone.notifications.deadline.Watched.About;
import org.lodestone.notifications.deadline.Watched.Clock;
import org.lodestone.notifications.deadline.Watched.People;
import org.lodestone.notifications.deadline.Watched.State;

/** What is watched after an event: the clocks it does not name go on as they were. */
final class Watching {

    static final String CLASH = "first-contact-clash";
    static final String ENDED = "registration-ended";

    /** So long before a protection ends its holders hear of it. */
    private static final Duration FORETOLD = Duration.ofDays(7);

    private static final String REVISIT = "revisit";

    private Watching() {}

    static Watched after(@Nullable Watched before, CloudEvent<?> event, LeadEvent told) {
        List<Clock> clocks = running(before, told.deadlines());
        State state = new State(about(event.subject(), told.lead()), clocks, waiting(before, told));
        return new Watched(event.subject(), event.sequence(), state);
    }

    static Watched after(@Nullable Watched before, CloudEvent<?> event, ProjectEvent told) {
        State state = new State(about(event.subject(), told.project()), running(before, told.deadlines()), null);
        return new Watched(event.subject(), event.sequence(), state);
    }

    private static List<Clock> running(@Nullable Watched before, @Nullable List<Deadline> told) {
        List<Clock> clocks = clocksOf(before);
        for (Deadline deadline : listed(told)) {
            stop(clocks, deadline.kind());
            if (deadline.dueAt() != null) {
                clocks.add(new Clock(deadline.kind(), deadline.dueAt(), deadline.dueAt(), deadline.redAt()));
            }
        }
        return List.copyOf(clocks);
    }

    static Watched after(@Nullable Watched before, CloudEvent<?> event, RegistrationEvent told) {
        List<Clock> clocks = clocksOf(before);
        for (Deadline deadline : listed(told.deadlines())) {
            stop(clocks, deadline.kind());
            if (deadline.dueAt() != null) {
                Instant soon = deadline.dueAt().minus(FORETOLD);
                clocks.add(new Clock(deadline.kind(), deadline.dueAt(), soon, null));
            }
        }
        quarrel(clocks, told, event.time());
        RegistrationFacts facts = told.registration();
        About about = new About(facts.leadId(), facts.firm(), facts.zone(), null, null, null);
        return new Watched(event.subject(), event.sequence(), new State(about, List.copyOf(clocks), null));
    }

    /** A clash is told at once and stands until it is settled; an end is told when it came by itself. */
    private static void quarrel(List<Clock> clocks, RegistrationEvent told, Instant at) {
        switch (told) {
            case RegistrationClashFound found -> clash(clocks, found.with(), at);
            case RegistrationDisputed disputed -> clash(clocks, disputed.byZone(), at);
            case RegistrationExpired expired -> {
                clocks.clear();
                if (expired.cause().equals("TIME")) {
                    Instant end = expired.registration().until();
                    clocks.add(new Clock(ENDED, end, null, end));
                }
            }
            case RegistrationTaken _, RegistrationArbitrated _, RegistrationTransferred _ ->
                clocks.removeIf(
                        clock -> clock.kind().startsWith(CLASH) || clock.kind().equals(ENDED));
            case RegistrationChanged _, RegistrationRenewed _ -> {}
        }
    }

    private static void clash(List<Clock> clocks, String with, Instant at) {
        String kind = CLASH + ':' + with;
        stop(clocks, kind);
        clocks.add(new Clock(kind, at, at, null));
    }

    private static void stop(List<Clock> clocks, String kind) {
        clocks.removeIf(clock -> clock.kind().equals(kind));
    }

    /** A wait ends with what puts the lead aside, which is when its revisit date begins to run. */
    private static @Nullable Instant waiting(@Nullable Watched before, LeadEvent told) {
        if (told instanceof LeadDeadlinesChanged changed) {
            return changed.waitingUntil();
        }
        boolean aside = listed(told.deadlines()).stream()
                .anyMatch(deadline -> deadline.kind().equals(REVISIT) && deadline.dueAt() != null);
        return before == null || aside ? null : before.state().waitingUntil();
    }

    private static About about(String id, LeadFacts lead) {
        List<String> watchers = lead.watchers() == null ? List.of() : lead.watchers();
        People people = new People(lead.owner(), lead.departmentLead(), lead.sponsor(), watchers);
        return new About(id, lead.name(), lead.zone(), lead.park(), people, null);
    }

    private static About about(String id, ProjectFacts project) {
        List<String> watchers = project.watchers() == null ? List.of() : project.watchers();
        People people = new People(project.officer(), project.departmentLead(), project.sponsor(), watchers);
        return new About(id, project.name(), project.zone(), project.park(), people, About.PROJECT);
    }

    private static List<Clock> clocksOf(@Nullable Watched before) {
        return before == null
                ? new ArrayList<>()
                : new ArrayList<>(before.state().clocks());
    }

    private static List<Deadline> listed(@Nullable List<Deadline> deadlines) {
        return deadlines == null ? List.of() : deadlines;
    }
}
