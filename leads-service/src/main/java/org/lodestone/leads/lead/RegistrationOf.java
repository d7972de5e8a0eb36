package org.lodestone.leads.lead;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** What a lead shows of the first-contact registration it holds; answered by the registrations. */
public interface RegistrationOf {

    /** @param state PROTECTED, CLASHING, ARBITRATED, TRANSFERRED or EXPIRED, at this moment */
    record Held(String id, String state, Instant until) {}

    /** Empty when it holds none. */
    Mono<Held> of(Lead lead);
}
