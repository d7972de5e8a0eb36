package org.lodestone.platform.security;

import java.util.Locale;
import java.util.Optional;

/** The roles of the trade, as tokens name them in {@code roles}. */
public enum Role {
    OFFICER,
    MANAGER,
    LEADER,
    CITY,
    VIEWER,
    ADMIN;

    /** A role of somebody else's system is not ours: empty, not an error. */
    public static Optional<Role> of(String claim) {
        for (Role role : values()) {
            if (role.name().equalsIgnoreCase(claim)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
