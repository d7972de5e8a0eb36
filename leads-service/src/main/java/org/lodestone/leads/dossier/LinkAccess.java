package org.lodestone.leads.dossier;

import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Scope;

/** Who writes down how companies belong together, and who takes it back. */
final class LinkAccess {

    private LinkAccess() {}

    static boolean links(Scope scope) {
        return scope.may(Right.WRITE_OWN) || scope.may(Right.WRITE);
    }

    /** Who made it; and managers. */
    static boolean removes(Link link, Scope scope) {
        return scope.may(Right.WRITE) || (links(scope) && link.by().equals(scope.subject()));
    }
}
