package org.lodestone.projects.project;

import org.lodestone.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What projects refuse, besides what every service refuses. */
abstract sealed class ProjectProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private ProjectProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    /** One report a month. */
    static final class ReportExists extends ProjectProblem {

        private static final long serialVersionUID = 1L;

        ReportExists(String month) {
            super(HttpStatus.CONFLICT, "report-exists", month);
        }
    }

    /** The document would outgrow what can be kept. */
    static final class TooManyPapers extends ProjectProblem {

        private static final long serialVersionUID = 1L;

        TooManyPapers(int most) {
            super(HttpStatus.UNPROCESSABLE_CONTENT, "too-many-papers", most);
        }
    }
}
