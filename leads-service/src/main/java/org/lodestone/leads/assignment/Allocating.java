package org.lodestone.leads.assignment;

import java.util.function.Function;
import org.lodestone.leads.lead.Allocation;
import org.lodestone.leads.lead.Because;
import org.lodestone.leads.lead.Because.Code;
import org.lodestone.platform.aggregate.Command;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives new leads to whom they belong, as far as that person may have one more. */
@Component
class Allocating implements Allocation {

    private final Places places;
    private final Sharing sharing;

    Allocating(Places places, Sharing sharing) {
        this.places = places;
        this.sharing = sharing;
    }

    @Override
    public <T> Mono<T> place(Newcomer lead, Function<Given, Mono<T>> store) {
        return named(lead, store);
    }

    /** A lead that is logged is never refused for want of room, unless somebody else was to have it. */
    private <T> Mono<T> named(Newcomer lead, Function<Given, Mono<T>> store) {
        Command command = lead.command();
        String owner = lead.asked().owner();
        if (owner == null) {
            return store.apply(new Given(lead.asked(), because(Code.NO_RULE, command)));
        }
        Mono<T> theirs = Mono.defer(() -> store.apply(new Given(lead.asked(), because(lead.code(), command))));
        Mono<T> kept = places.keep(sharing.wish(lead.zone(), owner, lead.id()), theirs);
        return lead.code() == Code.ASSIGNED
                ? kept
                : kept.onErrorResume(
                        AssignmentProblem.CapacityReached.class,
                        _ -> store.apply(new Given(lead.asked().ownedBy(null), because(Code.CAPACITY, command))));
    }

    @Override
    public <T> Mono<T> seated(Seat seat, Mono<T> write) {
        Mono<T> kept =
                seat.to() == null ? write : places.keep(sharing.wish(seat.zone(), seat.to(), seat.lead()), write);
        String from = seat.from();
        return from == null
                ? kept
                : kept.flatMap(done -> places.settle(places.holding(seat.zone(), from), seat.lead(), null, false)
                        .thenReturn(done));
    }

    private static Because because(Code code, Command command) {
        return Because.of(code, command.recordedAt(), command.by());
    }
}
