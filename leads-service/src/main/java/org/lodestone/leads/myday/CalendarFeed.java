package org.lodestone.leads.myday;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.process.Process;

/**
 * Somebody's day as a calendar that other programs read without a login, by an address that nobody can guess.
 *
 * @param hash of the secret in that address; {@code null} while there is none that works
 * @param language of its texts
 */
public record CalendarFeed(
        String id, long version, String person, @Nullable String hash, String language, Instant at) implements Process {

    @Override
    public boolean finished() {
        return true;
    }

    /** The address before it works no longer. */
    CalendarFeed renewed(CalendarFeed fresh) {
        return new CalendarFeed(id, version, person, fresh.hash(), fresh.language(), fresh.at());
    }

    CalendarFeed revoked(Instant now) {
        return hash == null ? this : new CalendarFeed(id, version, person, null, language, now);
    }
}
