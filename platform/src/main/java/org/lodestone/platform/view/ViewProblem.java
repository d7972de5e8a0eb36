package org.lodestone.platform.view;

import org.lodestone.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** Why a view is not saved. */
abstract sealed class ViewProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private ViewProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    static final class NameTaken extends ViewProblem {

        private static final long serialVersionUID = 1L;

        NameTaken(String name) {
            super(HttpStatus.CONFLICT, "view-name-taken", name);
        }
    }
}
