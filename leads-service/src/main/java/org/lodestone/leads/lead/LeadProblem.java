package org.lodestone.leads.lead;

import java.util.Collection;
import org.lodestone.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What only a lead refuses; the common refusals are {@link Problem}'s own. */
abstract sealed class LeadProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private LeadProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    /** A reason that is in no list of the template. */
    static final class UnknownReason extends LeadProblem {

        private static final long serialVersionUID = 1L;

        UnknownReason(Collection<String> known) {
            super(HttpStatus.BAD_REQUEST, "unknown-reason", String.join(", ", known));
        }
    }

    /** Nobody works on a lead that another one continues. */
    static final class MergedAway extends LeadProblem {

        private static final long serialVersionUID = 1L;

        MergedAway(String into) {
            super(HttpStatus.CONFLICT, "lead-merged");
            put("mergedInto", into);
        }
    }

    /** Nobody works on a lead that another zone continues. */
    static final class TransferredAway extends LeadProblem {

        private static final long serialVersionUID = 1L;

        TransferredAway(String zone) {
            super(HttpStatus.CONFLICT, "lead-transferred", zone);
        }
    }

    /** A lead becomes merged by being merged, which needs another one. */
    static final class MergeInstead extends LeadProblem {

        private static final long serialVersionUID = 1L;

        MergeInstead() {
            super(HttpStatus.CONFLICT, "merge-instead");
        }
    }

    static final class FollowUpNotYours extends LeadProblem {

        private static final long serialVersionUID = 1L;

        FollowUpNotYours() {
            super(HttpStatus.FORBIDDEN, "follow-up-not-yours");
        }
    }

    /** Older than a day: part of the record. */
    static final class FollowUpClosed extends LeadProblem {

        private static final long serialVersionUID = 1L;

        FollowUpClosed() {
            super(HttpStatus.CONFLICT, "follow-up-closed");
        }
    }

    /** What is held or at an end waits for nothing. */
    static final class NotOpen extends LeadProblem {

        private static final long serialVersionUID = 1L;

        NotOpen() {
            super(HttpStatus.CONFLICT, "nothing-to-wait-for");
        }
    }

    static final class TooManyFollowUps extends LeadProblem {

        private static final long serialVersionUID = 1L;

        TooManyFollowUps(int most) {
            super(HttpStatus.UNPROCESSABLE_CONTENT, "too-many-follow-ups", most);
        }
    }
}
