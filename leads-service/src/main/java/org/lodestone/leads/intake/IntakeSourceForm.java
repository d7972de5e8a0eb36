package org.lodestone.leads.intake;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.intake.IntakeSource.Kind;
import org.lodestone.leads.lead.Profile.Channel;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;

/**
 * A source as an administrator makes it.
 *
 * @param origins the sites a form may stand on, as browsers name them: {@code https://www.example.com}
 * @param perHour submissions; 60 where it is left out
 */
record IntakeSourceForm(
        @Nullable String name,
        @Nullable String zone,
        @Nullable Kind kind,
        @Nullable Channel channel,
        @Nullable String referrer,
        @Nullable List<String> origins,
        @Nullable Integer perHour)
        implements Checked {

    private static final int USUAL = 60;
    private static final int MOST_PER_HOUR = 100_000;
    private static final int MOST_ORIGINS = 50;
    private static final Pattern ORIGIN =
            Pattern.compile("https?://[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?(:[1-9][0-9]{0,4})?");

    @Override
    public void check(Checks checks) {
        checks.requiredName("name", name).required("zone", zone).code("zone", zone);
        checks.required("kind", kind).name("referrer", referrer).size("origins", origins, MOST_ORIGINS);
        if (kind == Kind.FORM) {
            checks.required("origins", origins);
        }
        for (int i = 0; origins != null && i < origins.size(); i++) {
            if (!ORIGIN.matcher(origins.get(i)).matches()) {
                checks.add("origins[" + i + "]", "origin");
            }
        }
        if (perHour != null && (perHour < 1 || perHour > MOST_PER_HOUR)) {
            checks.add("perHour", "range", 1, MOST_PER_HOUR);
        }
    }

    /** Checked before: name, zone and kind are there. */
    IntakeSource of(String id, String key, Command command) {
        return new IntakeSource(
                id,
                1,
                Objects.requireNonNull(zone),
                Objects.requireNonNull(name).strip(),
                Objects.requireNonNull(kind),
                channel == null ? Channel.PLATFORM : channel,
                referrer,
                origins == null ? List.of() : List.copyOf(origins),
                perHour == null ? USUAL : perHour,
                List.of(new IntakeSource.Key(IntakeKeys.hash(key), command.at(), null)),
                command.at(),
                command.by(),
                null);
    }
}
