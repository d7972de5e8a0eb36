package org.lodestone.leads.registration;

import java.time.LocalDate;
import org.lodestone.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What only a registration refuses. */
abstract sealed class RegistrationProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private RegistrationProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    /** Somebody was first; which zone and since when is all that anybody learns. */
    static final class RegisteredFirst extends RegistrationProblem {

        private static final long serialVersionUID = 1L;

        RegisteredFirst(String zone, LocalDate on) {
            super(HttpStatus.CONFLICT, "registered-first", zone, on.toString());
            put("zone", zone);
            put("on", on.toString());
        }
    }

    static final class Expired extends RegistrationProblem {

        private static final long serialVersionUID = 1L;

        Expired() {
            super(HttpStatus.CONFLICT, "registration-expired");
        }
    }

    /** A lead that has ended, or became a project, stays where it is. */
    static final class TransferRefused extends RegistrationProblem {

        private static final long serialVersionUID = 1L;

        private final String state;

        TransferRefused(String state) {
            super(HttpStatus.CONFLICT, "transfer-refused", state);
            this.state = state;
        }

        String state() {
            return state;
        }
    }

    static final class AlreadyDisputed extends RegistrationProblem {

        private static final long serialVersionUID = 1L;

        AlreadyDisputed() {
            super(HttpStatus.CONFLICT, "already-disputed");
        }
    }
}
