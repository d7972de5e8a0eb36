package org.lodestone.leads.assignment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.assignment.Rule.When;
import org.lodestone.leads.lead.Profile.Channel;
import org.lodestone.platform.web.CheckedLater;
import org.lodestone.platform.web.Checks;

/** A rule as an administrator writes it, always the whole. */
record RuleForm(
        @Nullable String zone,
        @Nullable String name,
        @Nullable WhenForm when,
        @Nullable List<String> to,
        Rule.@Nullable Way by,
        @Nullable Integer capacity,
        @Nullable Boolean active,
        @Nullable Integer position)
        implements CheckedLater {

    private static final int MOST = 100;
    private static final int MOST_LEADS = 10_000;

    record WhenForm(
            @Nullable List<String> parks,
            @Nullable List<String> chains,
            @Nullable List<String> channels,
            @Nullable BigDecimal amountFrom,
            @Nullable BigDecimal amountTo) {

        When of() {
            return new When(listed(parks), listed(chains), listed(channels), amountFrom, amountTo);
        }
    }

    /** What needs no directory; {@link RuleDesk} holds the rest against it, and both are answered together. */
    @Override
    public void check(Checks checks) {
        checks.requiredName("name", name).required("by", by);
        checks.required("to", to).size("to", to, MOST);
        if (capacity != null && (capacity < 1 || capacity > MOST_LEADS)) {
            checks.add("capacity", "range", 1, MOST_LEADS);
        }
        if (when != null) {
            checks.size("when.parks", when.parks(), MOST).size("when.chains", when.chains(), MOST);
            List<String> known = Arrays.stream(Channel.values()).map(Enum::name).toList();
            if (!known.containsAll(listed(when.channels()))) {
                checks.add("when.channels", "type.enum", String.join(", ", known));
            }
            amounts(checks, when.amountFrom(), when.amountTo());
        }
    }

    /** Nothing is below an upper bound of nothing, or of the lower one. */
    private static void amounts(Checks checks, @Nullable BigDecimal from, @Nullable BigDecimal to) {
        if (from != null && from.signum() < 0) {
            checks.add("when.amountFrom", "negative");
        }
        if (to != null && to.signum() <= 0) {
            checks.add("when.amountTo", "positive");
        } else if (from != null && to != null && from.compareTo(to) >= 0) {
            checks.add("when.amountTo", "ascending");
        }
    }

    When conditions() {
        return when == null ? When.ALWAYS : when.of();
    }

    List<String> people() {
        return listed(to).stream().distinct().toList();
    }

    /** Checked before: name, people and way are there. */
    Rule of(String id) {
        return new Rule(
                id,
                Objects.requireNonNull(name).strip(),
                conditions(),
                people(),
                Objects.requireNonNull(by),
                capacity,
                active == null || active);
    }

    private static List<String> listed(@Nullable List<String> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
