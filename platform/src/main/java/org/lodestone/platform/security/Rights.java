package org.lodestone.platform.security;

import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.web.Problem;

/** Asked at the door of every operation. */
public final class Rights {

    private Rights() {}

    /** 403 unless the scope has at least one of these rights. */
    public static void require(Scope scope, Right... anyOf) {
        for (Right right : anyOf) {
            if (scope.may(right)) {
                return;
            }
        }
        throw Problem.forbidden();
    }

    /** The same for a write; history may be brought in without the right to write, since {@link Right#BACKFILL} was already asked for. */
    public static void require(Command command, Right... anyOf) {
        if (!command.backfill()) {
            require(command.scope(), anyOf);
        }
    }

    /** 403 unless the scope reaches this zone: for creating something there. What exists and is out of reach is a 404, by the store. */
    public static void requireZone(Scope scope, String zone) {
        if (!scope.everyZone() && !scope.zones().contains(zone)) {
            throw Problem.zoneNotYours(zone);
        }
    }
}
