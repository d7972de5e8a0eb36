package org.lodestone.leads.assignment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** Why somebody does not get a lead, or cannot give it away. */
abstract sealed class AssignmentProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private AssignmentProblem(String slug, Object... arguments) {
        super(HttpStatus.CONFLICT, slug, arguments);
    }

    /** Somebody has it already: only those who may assign take it away from them. */
    static final class Owned extends AssignmentProblem {

        private static final long serialVersionUID = 1L;

        Owned(@Nullable String owner) {
            super("lead-owned", owner == null ? "" : owner);
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

        AlreadyOwner(String owner) {
            super("already-owner", owner);
        }
    }

    /** It went to somebody else while a handover was under way. */
    static final class NotTheirs extends AssignmentProblem {

        private static final long serialVersionUID = 1L;

        NotTheirs(String person) {
            super("not-theirs", person);
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

        CapacityReached(String person, int capacity) {
            super("capacity-reached", person, capacity);
            put("person", person);
            put("capacity", capacity);
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

        LapsedRecently(Instant until) {
            super("lapsed-recently", until.toString());
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
