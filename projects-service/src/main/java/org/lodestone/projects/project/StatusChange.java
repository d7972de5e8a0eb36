package org.lodestone.projects.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;

/**
 * A change of status that is asked for.
 *
 * @param reason a code or words
 * @param approver who decided it
 * @param on since when it holds
 */
public record StatusChange(
        @Nullable ProjectStatus to,
        @Nullable String reason,
        @Nullable String approver,
        @Nullable LocalDate on,
        @Nullable Instant at,
        @Nullable String by)
        implements Checked {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    @Override
    public void check(Checks checks) {
        checks.required("to", to).requiredName("reason", reason).requiredName("approver", approver);
        checks.required("on", on).notInFuture("on", on, null);
    }

    /** An event carries codes, never words of people. */
    String reasonCode() {
        return reason != null && CODE.matcher(reason).matches() ? reason : "OTHER";
    }

    ProjectStatus target() {
        return Objects.requireNonNull(to);
    }

    LocalDate since() {
        return Objects.requireNonNull(on);
    }

    Progress.Standing standing(Instant moment) {
        return new Progress.Standing(target(), moment, on, reason, approver);
    }
}
