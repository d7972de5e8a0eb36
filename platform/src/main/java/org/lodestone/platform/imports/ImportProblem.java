package org.lodestone.platform.imports;

import org.lodestone.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What only an import refuses; a file that cannot be read is refused by the table. */
abstract sealed class ImportProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private ImportProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    /** The state it is in does not allow it. */
    static final class NotNow extends ImportProblem {

        private static final long serialVersionUID = 1L;

        NotNow(ImportProcess.State state) {
            super(HttpStatus.CONFLICT, "import-not-now", state.name());
            put("state", state.name());
        }
    }

    /** A header and nothing below it. */
    static final class NoRows extends ImportProblem {

        private static final long serialVersionUID = 1L;

        NoRows() {
            super(HttpStatus.UNPROCESSABLE_CONTENT, "import-no-rows");
        }
    }

    /** No column is one of ours. */
    static final class NoColumns extends ImportProblem {

        private static final long serialVersionUID = 1L;

        NoColumns() {
            super(HttpStatus.UNPROCESSABLE_CONTENT, "import-no-columns");
        }
    }
}
