package org.lodestone.leads.dossier;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.security.Scope;

/**
 * A link as seen from one of its ends.
 *
 * @param direction OUT: this company is shareholder, in the group or a branch of the other; IN: the other way round
 */
record LinkLine(
        String id,
        Link.Kind kind,
        Direction direction,
        Other investor,
        @Nullable BigDecimal percent,
        String zone,
        Instant at,
        String by,
        boolean mayRemove) {

    enum Direction {
        OUT,
        IN
    }

    record Other(String id, String name) {}

    static LinkLine of(Link link, Firm firm, Scope scope) {
        boolean out = firm.ids().contains(link.from().key());
        Link.End other = out ? link.to() : link.from();
        return new LinkLine(
                link.id(),
                link.kind(),
                out ? Direction.OUT : Direction.IN,
                new Other(other.key(), other.name()),
                link.percent(),
                link.zone(),
                link.at(),
                link.by(),
                LinkAccess.removes(link, scope));
    }
}
