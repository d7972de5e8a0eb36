package org.lodestone.leads.assignment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.assignment.Rule.When;
import org.lodestone.leads.lead.Profile.Channel;
import org.lodestone.platform.web.Checked;
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
        implements Checked {

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

    @Override
    public void check(Checks checks) {
        checks.code("zone", zone).requiredName("name", name).required("by", by);
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
            BigDecimal from = when.amountFrom();
            if (from != null && when.amountTo() != null && from.compareTo(when.amountTo()) >= 0) {
                checks.add("when.amountTo", "ascending");
            }
        }
    }

    /** Checked before: name, people and way are there. */
    Rule of(String id) {
        return new Rule(
                id,
                Objects.requireNonNull(name).strip(),
                when == null ? When.ALWAYS : when.of(),
                listed(to).stream().distinct().toList(),
                Objects.requireNonNull(by),
                capacity,
                active == null || active);
    }

    private static List<String> listed(@Nullable List<String> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
