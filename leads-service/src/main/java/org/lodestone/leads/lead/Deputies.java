package org.lodestone.leads.lead;

import java.util.List;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Right;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whose leads somebody may work on besides their own, since they stand in for them. */
@Component
class Deputies {

    private final StandIns standIns;

    Deputies(StandIns standIns) {
        this.standIns = standIns;
    }

    /** Only asked for those who may not work on everybody's anyway. */
    Mono<List<String>> of(Command command) {
        return command.scope().may(Right.WRITE)
                ? Mono.just(List.of())
                : standIns.coveredBy(command.scope().subject());
    }
}
