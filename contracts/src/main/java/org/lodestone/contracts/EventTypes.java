package org.lodestone.contracts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Wire names: literals that never change, so that a class may. */
public final class EventTypes {

    private static final Map<String, Class<? extends Event>> BY_NAME = new LinkedHashMap<>();
    private static final Map<Class<? extends Event>, String> BY_CLASS = new LinkedHashMap<>();

    static {
        name("lead.captured.v1", LeadCaptured.class);
        name("lead.changed.v1", LeadChanged.class);
        name("lead.state-changed.v1", LeadStateChanged.class);
        name("lead.followed-up.v1", LeadFollowedUp.class);
        name("lead.assessed.v1", LeadAssessed.class);
        name("lead.assigned.v1", LeadAssigned.class);
        name("lead.deadlines-changed.v1", LeadDeadlinesChanged.class);
        name("lead.converted.v1", LeadConverted.class);
        name("lead.project-handed-over.v1", LeadProjectHandedOver.class);
        name("lead.withdrawn.v1", LeadWithdrawn.class);
        name("registration.taken.v1", RegistrationTaken.class);
        name("registration.changed.v1", RegistrationChanged.class);
        name("registration.renewed.v1", RegistrationRenewed.class);
        name("registration.disputed.v1", RegistrationDisputed.class);
        name("registration.arbitrated.v1", RegistrationArbitrated.class);
        name("registration.transferred.v1", RegistrationTransferred.class);
        name("registration.expired.v1", RegistrationExpired.class);
        name("registration.clash-found.v1", RegistrationClashFound.class);
        name("project.opened.v1", ProjectOpened.class);
        name("project.changed.v1", ProjectChanged.class);
        name("project.stage-changed.v1", ProjectStageChanged.class);
        name("project.status-changed.v1", ProjectStatusChanged.class);
        name("project.progress-reported.v1", ProjectProgressReported.class);
        name("zone.changed.v1", ZoneChanged.class);
        name("park.changed.v1", ParkChanged.class);
        name("chain.changed.v1", ChainChanged.class);
        name("person.changed.v1", PersonChanged.class);
        name("person.absences-changed.v1", PersonAbsencesChanged.class);
        name("calendar.changed.v1", CalendarChanged.class);
    }

    private EventTypes() {}

    public static String nameOf(Class<? extends Event> event) {
        String name = BY_CLASS.get(event);
        if (name == null) {
            throw new IllegalArgumentException("no wire name for " + event.getSimpleName());
        }
        return name;
    }

    /** Empty for a type of a newer version: a reader counts it and goes on. */
    public static Optional<Class<? extends Event>> classOf(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static Map<String, Class<? extends Event>> all() {
        return Map.copyOf(BY_NAME);
    }

    private static void name(String name, Class<? extends Event> event) {
        BY_NAME.put(name, event);
        BY_CLASS.put(event, name);
    }
}
