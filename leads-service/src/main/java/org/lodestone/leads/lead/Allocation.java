package org.lodestone.leads.lead;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Command;
import reactor.core.publisher.Mono;

/** Who gets a lead for which nobody was named, and whether somebody may be given one more; answered by the assignment. */
public interface Allocation {

    /**
     * A lead about to be stored.
     *
     * @param asked whom the writer names; the department and the sponsor stay as they are named
     * @param code why, if it becomes that person's
     * @param last the one named is only for want of anybody a rule chooses
     */
    record Newcomer(
            String id,
            String zone,
            LeadForm form,
            Assignment asked,
            Because.Code code,
            boolean last,
            Command command) {}

    record Given(Assignment assignment, @Nullable Because because) {}

    /** Whose the new lead is, where no rule is to be asked and no place to be kept for it; empty where {@link #place} has to. */
    Mono<Given> freely(Newcomer lead);

    /** Decides whose the new lead is and keeps a place with them while it is stored. */
    <T> Mono<T> place(Newcomer lead, Function<Given, Mono<T>> store);

    /** Keeps a place with {@code to}, or with whoever stands in for them, while a lead goes there; refuses when there is none. */
    <T> Mono<T> seated(Seat seat, Function<Taker, Mono<T>> write);

    record Seat(
            String zone,
            String lead,
            @Nullable String from,
            @Nullable String to) {}

    /**
     * @param owner {@code null} for the pool
     * @param insteadOf who was named and is away
     */
    record Taker(@Nullable String owner, @Nullable String insteadOf) {

        public static Taker of(@Nullable String owner) {
            return new Taker(owner, null);
        }
    }
}
