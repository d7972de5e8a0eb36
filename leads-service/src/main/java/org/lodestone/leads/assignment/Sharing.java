package org.lodestone.leads.assignment;

import java.time.LocalDate;
import org.lodestone.leads.settings.OpenPool;
import org.lodestone.leads.settings.ZoneSettingsBook;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.stereotype.Component;

/** What a zone's settings say of sharing leads out. */
@Component
class Sharing {

    private final ZoneSettingsBook settings;
    private final BusinessClock clock;

    Sharing(ZoneSettingsBook settings, BusinessClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    OpenPool of(String zone) {
        return settings.of(zone).pool();
    }

    LocalDate today(String zone) {
        return clock.today(zone);
    }

    Places.Wish wish(String zone, String person, String lead) {
        return new Places.Wish(zone, person, lead, of(zone).capacity(), null);
    }

    Places.Wish claim(String zone, String person, String lead) {
        OpenPool pool = of(zone);
        Places.ClaimDay day = pool.claimsPerDay() == 0 ? null : new Places.ClaimDay(today(zone), pool.claimsPerDay());
        return new Places.Wish(zone, person, lead, pool.capacity(), day);
    }
}
