package org.lodestone.leads.lead;

import java.util.List;
import reactor.core.publisher.Mono;

/** Who looks after whose work while they are away; answered by the assignment. */
public interface StandIns {

    /** The people this one stands in for today. */
    Mono<List<String>> coveredBy(String person);
}
