package org.lodestone.platform.document;

import org.lodestone.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What only a document refuses. */
abstract sealed class DocumentProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private DocumentProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    /** By its content it is nothing that is kept here. */
    static final class WrongType extends DocumentProblem {

        private static final long serialVersionUID = 1L;

        WrongType(String found) {
            super(HttpStatus.UNPROCESSABLE_CONTENT, "document-type", found);
            put("found", found);
        }
    }

    /** The virus scanner says so. */
    static final class Infected extends DocumentProblem {

        private static final long serialVersionUID = 1L;

        Infected() {
            super(HttpStatus.UNPROCESSABLE_CONTENT, "document-infected");
        }
    }

    /** One owner, or one document, has as many as are kept. */
    static final class TooMany extends DocumentProblem {

        private static final long serialVersionUID = 1L;

        TooMany(int most) {
            super(HttpStatus.UNPROCESSABLE_CONTENT, "too-many-documents", most);
        }
    }
}
