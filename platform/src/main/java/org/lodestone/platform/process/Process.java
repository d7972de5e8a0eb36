package org.lodestone.platform.process;

/**
 * The record of a work that takes several steps, each guarded and idempotent: what spans two aggregates, or takes longer than a request.
 * It is no aggregate: it has no events and no history of its own, only its state.
 */
public interface Process {

    String id();

    /** Counted by the store alone. */
    long version();

    /** Whether nothing is left to do; what is unfinished is resumed after a crash. */
    boolean finished();
}
