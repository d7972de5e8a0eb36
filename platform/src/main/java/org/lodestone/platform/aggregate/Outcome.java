package org.lodestone.platform.aggregate;

/** How a write ended. A lost race is one of these, not an exception to parse. Refusals of the domain are problems it throws. */
public sealed interface Outcome<A extends Aggregate> {

    /** Stored, with its event, before this value existed. */
    record Done<A extends Aggregate>(A aggregate) implements Outcome<A> {}

    /** The same command came before; {@code status} is what it was answered with, {@code aggregate} the present state. */
    record Replayed<A extends Aggregate>(A aggregate, int status) implements Outcome<A> {}

    /** Nothing of that id in the scope. */
    record Absent<A extends Aggregate>() implements Outcome<A> {}

    /** {@code If-Match} names another version. */
    record Stale<A extends Aggregate>(A current) implements Outcome<A> {}

    /** The idempotency key was used for another request. */
    record KeyReused<A extends Aggregate>() implements Outcome<A> {}

    /** Ten races lost in a row. */
    record Busy<A extends Aggregate>() implements Outcome<A> {}

    /** Over a hundred of its events wait for the broker. */
    record Backlogged<A extends Aggregate>() implements Outcome<A> {}
}
