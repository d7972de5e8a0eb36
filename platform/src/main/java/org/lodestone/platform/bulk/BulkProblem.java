package org.lodestone.platform.bulk;

import org.lodestone.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** Why a job is not begun, or not undone; and why a row stays as it is. */
abstract sealed class BulkProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private BulkProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    static final class TooManyRows extends BulkProblem {

        private static final long serialVersionUID = 1L;

        TooManyRows(int most) {
            super(HttpStatus.UNPROCESSABLE_CONTENT, "bulk-too-many", most);
        }
    }

    static final class Running extends BulkProblem {

        private static final long serialVersionUID = 1L;

        Running() {
            super(HttpStatus.CONFLICT, "bulk-running");
        }
    }

    static final class TooLate extends BulkProblem {

        private static final long serialVersionUID = 1L;

        TooLate(long days) {
            super(HttpStatus.CONFLICT, "bulk-too-late", days);
        }
    }

    /** Undoing would take back somebody else's work. */
    static final class ChangedSince extends BulkProblem {

        private static final long serialVersionUID = 1L;

        ChangedSince() {
            super(HttpStatus.CONFLICT, "changed-since");
        }
    }
}
