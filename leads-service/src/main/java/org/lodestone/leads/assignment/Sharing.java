package org.lodestone.leads.assignment;

import java.time.Instant;
import java.time.LocalDate;
import org.lodestone.leads.assignment.Places.ClaimDay;
import org.lodestone.leads.assignment.Places.Wish;
import org.lodestone.leads.settings.OpenPool;
import org.lodestone.leads.settings.ZoneSettingsBook;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a zone's settings and rules say of how many leads a person may have. */
@Component
class Sharing {

    private final ZoneSettingsBook settings;
    private final RuleBooks books;
    private final BusinessClock clock;

    Sharing(ZoneSettingsBook settings, RuleBooks books, BusinessClock clock) {
        this.settings = settings;
        this.books = books;
        this.clock = clock;
    }

    OpenPool of(String zone) {
        return settings.of(zone).pool();
    }

    Instant now() {
        return clock.now();
    }

    /** Where nobody limits, nobody counts. */
    Mono<Boolean> counts(String zone) {
        return of(zone).capacity() > 0 ? Mono.just(true) : books.of(zone).map(RuleBook::limits);
    }

    Mono<Wish> wish(String zone, String person, String lead) {
        return counts(zone).map(counted -> new Wish(zone, person, lead, limit(zone, counted), null));
    }

    /** A rule may leave its people less room than the zone does. */
    Mono<Wish> wish(String zone, String person, String lead, Rule rule) {
        return counts(zone).map(counted -> {
            int most = limit(zone, counted);
            int own = rule.capacity() == null ? most : Math.min(most == 0 ? Integer.MAX_VALUE : most, rule.capacity());
            return new Wish(zone, person, lead, own, null);
        });
    }

    Mono<Wish> claim(String zone, String person, String lead) {
        int most = of(zone).claimsPerDay();
        LocalDate today = clock.today(zone);
        ClaimDay day = most == 0 ? null : new ClaimDay(today, most);
        return counts(zone).map(counted -> new Wish(zone, person, lead, limit(zone, counted), day));
    }

    private int limit(String zone, boolean counted) {
        int capacity = of(zone).capacity();
        return counted && capacity == 0 ? Integer.MAX_VALUE : capacity;
    }
}
