package org.lodestone.localstack.supervisor;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Moves the business clock, forward only: what has happened stays in the past. */
final class ClockCommand {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Pattern STEP = Pattern.compile("\\+(\\d{1,4})([dhm])");

    private final Home home;
    private final Clock clock;

    ClockCommand(Home home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    String run(@Nullable String to) {
        Duration offset = offset();
        if (to == null) {
            return shown(offset);
        }
        Duration wished = wished(to, offset);
        if (wished.compareTo(offset) < 0) {
            throw new Complaint("The business clock only moves forward; it is " + shown(offset)
                    + " already. ./lodestone reset sets it back, with empty data.");
        }
        home.prepare();
        Home.write(home.clockFile(), wished.toString());
        return shown(wished);
    }

    private Duration offset() {
        return Home.read(home.clockFile())
                .filter(text -> !text.isEmpty())
                .map(Duration::parse)
                .orElse(Duration.ZERO);
    }

    private Duration wished(String to, Duration offset) {
        Matcher step = STEP.matcher(to);
        if (step.matches()) {
            long count = Long.parseLong(step.group(1));
            return offset.plus(
                    switch (step.group(2)) {
                        case "d" -> Duration.ofDays(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofMinutes(count);
                    });
        }
        try {
            Instant target = LocalDateTime.parse(to).atZone(ZONE).toInstant();
            // Rounded up: what falls due at that very minute is due then.
            return Duration.between(clock.instant(), target)
                    .plusNanos(999_999_999)
                    .truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            throw new Complaint("The clock takes +2d, +3h, +30m or a time like 2026-11-25T09:01, not " + to + ".");
        }
    }

    private String shown(Duration offset) {
        return SHOWN.format(clock.instant().plus(offset).atZone(ZONE)) + " (" + ZONE + ")"
                + (offset.isZero() ? "" : ", " + offset + " ahead");
    }
}
