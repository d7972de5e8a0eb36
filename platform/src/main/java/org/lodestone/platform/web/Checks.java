package org.lodestone.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.time.BusinessClock;

/** Collects everything that is wrong with a request, so that it is answered at once. An absent optional value is never wrong. */
public final class Checks {

    public static final int NAME_LENGTH = 200;

    private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n\\t\\u2028\\u2029]");
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:-]{0,99}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");
    private static final Pattern PHONE = Pattern.compile("[+0-9*][0-9*() -]{2,29}");

    private final BusinessClock clock;
    private final List<FieldProblem> problems = new ArrayList<>();

    public Checks(BusinessClock clock) {
        this.clock = clock;
    }

    public Checks add(String field, String code, Object... arguments) {
        problems.add(FieldProblem.of(field, code, arguments));
        return this;
    }

    /** Present: not {@code null}, blank or empty. */
    public Checks required(String field, @Nullable Object value) {
        boolean absent = switch (value) {
            case null -> true;
            case String text -> text.isBlank();
            case Collection<?> items -> items.isEmpty();
            case Object _ -> false;
        };
        return absent ? add(field, "required") : this;
    }

    /** One line of at most 200 characters, blank never. */
    public Checks name(String field, @Nullable String value) {
        if (value == null) {
            return this;
        }
        if (value.isBlank()) {
            return add(field, "required");
        }
        if (LINE_BREAK.matcher(value).find()) {
            return add(field, "control-character");
        }
        return text(field, value, NAME_LENGTH);
    }

    public Checks requiredName(String field, @Nullable String value) {
        return value == null ? required(field, value) : name(field, value);
    }

    public Checks text(String field, @Nullable String value, int maxLength) {
        return value != null && value.codePointCount(0, value.length()) > maxLength
                ? add(field, "too-long", maxLength)
                : this;
    }

    /** A code or id: letters and digits of any script, {@code . _ : -} inside, at most 100. */
    public Checks code(String field, @Nullable String value) {
        return value != null && !CODE.matcher(value).matches() ? add(field, "code") : this;
    }

    public Checks email(String field, @Nullable String value) {
        return value != null && !EMAIL.matcher(value).matches() ? add(field, "email") : this;
    }

    public Checks phone(String field, @Nullable String value) {
        return value != null && !PHONE.matcher(value).matches() ? add(field, "phone") : this;
    }

    public Checks size(String field, @Nullable Collection<?> value, int max) {
        return value != null && value.size() > max ? add(field, "too-many", max) : this;
    }

    /** Not later than today in that zone, by the business clock. */
    public Checks notInFuture(String field, @Nullable LocalDate date, @Nullable String zone) {
        return date != null && date.isAfter(clock.today(zone)) ? add(field, "future") : plausible(field, date);
    }

    public Checks notInFuture(String field, @Nullable Instant moment) {
        return moment != null && moment.isAfter(clock.now()) ? add(field, "future") : this;
    }

    public Checks notInPast(String field, @Nullable LocalDate date, @Nullable String zone) {
        return date != null && date.isBefore(clock.today(zone)) ? add(field, "past") : plausible(field, date);
    }

    /** Between 1900 and 2199: anything else is a slip of the keyboard. */
    public Checks plausible(String field, @Nullable LocalDate date) {
        return date != null && (date.getYear() < 1900 || date.getYear() > 2199) ? add(field, "date") : this;
    }

    public Checks positive(String field, @Nullable Amount amount) {
        return amount != null && !amount.isPositive() ? add(field, "positive") : this;
    }

    /** A wrong check digit is let through; see {@link Uscc#isValid}. An identity card number never is. */
    public Checks uscc(String field, @Nullable String value) {
        if (value == null) {
            return this;
        }
        return switch (Uscc.kind(value)) {
            case VALID, WRONG_CHECK -> this;
            case ID_CARD -> add(field, "id-card");
            case MALFORMED -> add(field, "uscc");
        };
    }

    public List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    public void orThrow() {
        if (!problems.isEmpty()) {
            throw new ValidationProblem(problems);
        }
    }
}
