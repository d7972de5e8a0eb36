package org.lodestone.leads.merge;

import org.lodestone.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What only a merge refuses. */
abstract sealed class MergeProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private MergeProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    /** A converted, merged or transferred lead stays where it is. */
    static final class CannotGo extends MergeProblem {

        private static final long serialVersionUID = 1L;

        CannotGo(String number, String state) {
            super(HttpStatus.CONFLICT, "cannot-be-merged", number, state);
            put("state", state);
        }
    }

    /** A lead that is gone itself cannot take another one in, nor give anything back. */
    static final class CannotTake extends MergeProblem {

        private static final long serialVersionUID = 1L;

        CannotTake(String number, String state) {
            super(HttpStatus.CONFLICT, "cannot-take-merge", number, state);
            put("state", state);
        }
    }

    static final class OtherZone extends MergeProblem {

        private static final long serialVersionUID = 1L;

        OtherZone() {
            super(HttpStatus.UNPROCESSABLE_CONTENT, "merge-across-zones");
        }
    }

    /** Both together are more than one lead holds. */
    static final class TooMany extends MergeProblem {

        private static final long serialVersionUID = 1L;

        TooMany(String what) {
            super(HttpStatus.UNPROCESSABLE_CONTENT, "merge-too-many", what);
        }
    }

    static final class UndoTooLate extends MergeProblem {

        private static final long serialVersionUID = 1L;

        UndoTooLate(long days) {
            super(HttpStatus.CONFLICT, "merge-undo-too-late", days);
        }
    }

    /** It came to nothing, so that there is nothing to undo. */
    static final class NothingToUndo extends MergeProblem {

        private static final long serialVersionUID = 1L;

        NothingToUndo() {
            super(HttpStatus.CONFLICT, "merge-not-done");
        }
    }
}
