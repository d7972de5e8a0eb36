package org.lodestone.notifications.deadline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestone.notifications.deadline.Watched.People;
import org.lodestone.notifications.inbox.Notification.Because;

/**
 * Who hears of which light. What the zone itself set as a limit concerns everybody the lead names; a date its owner promised concerns them,
 * and the others once it is long past; a registration concerns whoever holds it; a limit of a project concerns its officer and who
 * watches it, and once it is very late whoever answers for the department and its sponsor, too.
 *
 * @param name of the rule, by which people know it and words are found
 */
record Rule(String name, Audience audience) {

    private static final Map<String, Rule> BY_KIND = Map.of(
            "next-action",
            new Rule("next-action-late", Audience.PROMISED),
            "revisit",
            new Rule("revisit-due", Audience.PROMISED),
            "registration-expiry",
            new Rule("registration-ending", Audience.HOLDER),
            Watching.ENDED,
            new Rule(Watching.ENDED, Audience.HOLDER),
            Watching.CLASH,
            new Rule(Watching.CLASH, Audience.HOLDER));

    private enum Audience {
        EVERYBODY,
        PROMISED,
        HOLDER,
        PROJECT
    }

    /** A kind nobody here has heard of is a limit like others. */
    static Rule of(String kind) {
        String plain = kind.contains(":") ? kind.substring(0, kind.indexOf(':')) : kind;
        return BY_KIND.getOrDefault(plain, new Rule(plain + "-late", Audience.EVERYBODY));
    }

    static Rule ofProject(String kind) {
        return new Rule("project-" + kind + "-late", Audience.PROJECT);
    }

    /** The strongest reason of each. */
    Map<String, Because> recipients(People people, Light light) {
        Map<String, Because> recipients = new LinkedHashMap<>();
        for (Because because : reasons(people, light)) {
            those(people, because).forEach(person -> recipients.putIfAbsent(person, because));
        }
        return recipients;
    }

    private List<Because> reasons(People people, Light light) {
        List<Because> everybody = List.of(Because.SPONSOR, Because.DEPARTMENT_LEAD, Because.OWNER, Because.WATCHER);
        return switch (audience) {
            case EVERYBODY -> everybody;
            case PROMISED -> light == Light.RED ? everybody : List.of(Because.OWNER);
            case HOLDER -> List.of(Because.DEPARTMENT_LEAD, Because.OWNER);
            case PROJECT ->
                light == Light.RED || people.owner() == null
                        ? List.of(Because.SPONSOR, Because.DEPARTMENT_LEAD, Because.OFFICER, Because.WATCHER)
                        : List.of(Because.OFFICER, Because.WATCHER);
        };
    }

    private static List<String> those(People people, Because because) {
        return switch (because) {
            case SPONSOR -> present(people.sponsor());
            case DEPARTMENT_LEAD -> present(people.departmentLead());
            case OWNER, OFFICER -> present(people.owner());
            case WATCHER -> people.watchers();
            case STAND_IN, LEADER, ESCALATION -> List.of();
        };
    }

    private static List<String> present(@Nullable String person) {
        List<String> present = new ArrayList<>();
        if (person != null) {
            present.add(person);
        }
        return present;
    }
}
