package org.lodestone.projects.project;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.web.Amount;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;

/**
 * A monthly report that is handed in.
 *
 * @param month {@code 2026-11}; not one that has not begun
 */
public record MonthReport(
        @Nullable String month,
        @Nullable String summary,
        @Nullable Amount invested,
        @Nullable Instant at,
        @Nullable String by)
        implements Checked {

    private static final int SUMMARY = 4000;
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    @Override
    public void check(Checks checks) {
        checks.required("month", month).required("summary", summary).text("summary", summary, SUMMARY);
        LocalDate first = firstDay();
        if (month != null && first == null) {
            checks.add("month", "month");
        }
        checks.notInFuture("month", first, null);
        if (invested != null && invested.value().signum() < 0) {
            checks.add("invested", "negative");
        }
    }

    YearMonth reported() {
        return YearMonth.from(Objects.requireNonNull(firstDay()));
    }

    ProgressReport received(Instant moment, String author) {
        return new ProgressReport(
                reported().toString(), Objects.requireNonNull(summary).strip(), invested, moment, author);
    }

    private @Nullable LocalDate firstDay() {
        if (month == null || !MONTH.matcher(month).matches()) {
            return null;
        }
        try {
            return YearMonth.parse(month).atDay(1);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
