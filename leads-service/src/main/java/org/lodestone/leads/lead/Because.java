package org.lodestone.leads.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a lead lies where it lies: with its owner, or in the open pool.
 *
 * @param rule the id of the assignment rule that chose, with its name at that moment
 * @param by whoever decided; {@code system} for a rule
 * @param insteadOf the absent person the owner stands in for
 */
public record Because(
        Code code,
        @Nullable String rule,
        @Nullable String ruleName,
        Instant at,
        String by,
        @Nullable String insteadOf) {

    public enum Code {
        /** Who logged it has it. */
        CREATED,
        ASSIGNED,
        CLAIMED,
        RULE,
        /** Nobody was named on intake, and no rule chose. */
        DEPARTMENT_HEAD,
        IMPORTED,
        HANDOVER,
        MERGED,
        RELEASED,
        RECYCLED,
        /** Came from another zone, and no rule chose. */
        TRANSFERRED,
        NO_RULE,
        /** Whoever should have it has as many as they may. */
        CAPACITY
    }

    public static Because of(Code code, Instant at, String by) {
        return new Because(code, null, null, at, by, null);
    }

    public Because standingInFor(@Nullable String absent) {
        return new Because(code, rule, ruleName, at, by, absent);
    }
}
