package org.lodestone.leads.assignment;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;
import org.lodestone.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** Why somebody does not get a lead, or cannot give it away. */
abstract sealed class AssignmentProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private AssignmentProblem(String slug, Object... arguments) {
        super(HttpStatus.CONFLICT, slug, arguments);
    }

    /** Somebody has it already: only those who may assign take it away from them. */
    static final class Owned extends AssignmentProblem {

        private static final long serialVersionUID = 1L;

        /** @param name of the owner, for people */
        Owned(String owner, String name) {
            super("lead-owned", name);
            put("owner", owner);
        }
    }

    /** Held, lost or converted: nobody claims it. */
    static final class NotOpen extends AssignmentProblem {

        private static final long serialVersionUID = 1L;

        NotOpen() {
            super("lead-not-open");
        }
    }

    static final class AlreadyOwner extends AssignmentProblem {

        private static final long serialVersionUID = 1L;

        AlreadyOwner(String name) {
            super("already-owner", name);
        }
    }

    /** It went to somebody else while a handover was under way. */
    static final class NotTheirs extends AssignmentProblem {

        private static final long serialVersionUID = 1L;

        NotTheirs(String name) {
            super("not-theirs", name);
        }
    }

    static final class NotOwned extends AssignmentProblem {

        private static final long serialVersionUID = 1L;

        NotOwned() {
            super("not-owned");
        }
    }

    static final class CapacityReached extends AssignmentProblem {

        private static final long serialVersionUID = 1L;

        private final String person;
        private final int capacity;

        CapacityReached(String person, int capacity) {
            this(person, capacity, person);
        }

        private CapacityReached(String person, int capacity, String name) {
            super("capacity-reached", name, capacity);
            this.person = person;
            this.capacity = capacity;
            put("person", person);
            put("capacity", capacity);
        }

        /** With the name people know them by. */
        CapacityReached naming(UnaryOperator<String> names) {
            return new CapacityReached(person, capacity, names.apply(person));
        }
    }

    static final class ClaimLimit extends AssignmentProblem {

        private static final long serialVersionUID = 1L;

        ClaimLimit(int limit) {
            super("claim-limit", limit);
            put("limit", limit);
        }
    }

    static final class LapsedRecently extends AssignmentProblem {

        private static final long serialVersionUID = 1L;

        /** @param place whose clock people read it by */
        LapsedRecently(Instant until, ZoneId place) {
            super("lapsed-recently", MINUTES.format(until.atZone(place)));
            put("until", until.toString());
        }
    }

    static final class TooManyWatchers extends AssignmentProblem {

        private static final long serialVersionUID = 1L;

        TooManyWatchers(int most) {
            super("too-many-watchers", most);
        }
    }
}
