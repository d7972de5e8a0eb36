package org.lodestone.platform.document;

import org.lodestone.platform.security.Scope;

/**
 * What a document belongs to.
 *
 * @param kind e.g. {@code lead}
 */
public record DocumentOwner(String kind, String id, String zone) {

    /** Begins the keys of all its documents. */
    String key() {
        return kind + ":" + id + ":";
    }

    /** Whether the parks allow it too is for who finds the owner. */
    boolean within(Scope scope) {
        return scope.covers(zone, null);
    }
}
