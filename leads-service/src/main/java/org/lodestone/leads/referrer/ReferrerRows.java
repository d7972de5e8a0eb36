package org.lodestone.leads.referrer;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.leads.referrer.Brought.Counts;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Those a zone keeps and those its leads name, each with what they brought. */
@Component
class ReferrerRows {

    private final Referrers referrers;
    private final Brought brought;
    private final BusinessClock clock;

    ReferrerRows(Referrers referrers, Brought brought, BusinessClock clock) {
        this.referrers = referrers;
        this.brought = brought;
        this.clock = clock;
    }

    Mono<ReferrerView> of(Scope scope, Referrer referrer) {
        return brought.of(scope, referrer.zone())
                .map(counts -> ReferrerView.of(referrer, counts, clock.today(referrer.zone())));
    }

    Flux<ReferrerView> of(Scope scope, String zone) {
        return Mono.zip(referrers.of(zone).collectList(), brought.of(scope, zone))
                .flatMapIterable(found -> rows(zone, found.getT1(), found.getT2()));
    }

    private List<ReferrerView> rows(String zone, List<Referrer> kept, Counts counts) {
        LocalDate today = clock.today(zone);
        Set<String> names = kept.stream().map(Referrer::name).collect(Collectors.toSet());
        return Stream.concat(
                        kept.stream().map(one -> ReferrerView.of(one, counts, today)),
                        counts.leads().keySet().stream()
                                .filter(name -> !names.contains(name))
                                .map(name -> ReferrerView.named(zone, name, counts)))
                .toList();
    }
}
