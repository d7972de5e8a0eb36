package org.lodestone.platform.security;

import static org.lodestone.platform.security.Right.ADMINISTER;
import static org.lodestone.platform.security.Right.ARBITRATE;
import static org.lodestone.platform.security.Right.ASSIGN;
import static org.lodestone.platform.security.Right.BACKFILL;
import static org.lodestone.platform.security.Right.DECIDE;
import static org.lodestone.platform.security.Right.EXPORT;
import static org.lodestone.platform.security.Right.IMPORT;
import static org.lodestone.platform.security.Right.READ;
import static org.lodestone.platform.security.Right.READ_CONTACTS;
import static org.lodestone.platform.security.Right.READ_OWN_CONTACTS;
import static org.lodestone.platform.security.Right.WRITE;
import static org.lodestone.platform.security.Right.WRITE_OWN;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The table of roles and rights, as data: tests walk it cell by cell. Several roles add up; what is not listed is denied. */
public final class RightsMatrix {

    private static final Map<Role, Set<Right>> RIGHTS = Map.of(
            Role.OFFICER, Set.of(READ, READ_OWN_CONTACTS, WRITE_OWN, IMPORT, EXPORT),
            Role.MANAGER, Set.of(READ, READ_CONTACTS, WRITE_OWN, WRITE, ASSIGN, DECIDE, IMPORT, EXPORT),
            Role.LEADER, Set.of(READ, READ_CONTACTS, WRITE_OWN, WRITE, ASSIGN, DECIDE, IMPORT, EXPORT),
            Role.CITY, Set.of(READ, ARBITRATE, EXPORT),
            Role.VIEWER, Set.of(READ),
            Role.ADMIN, Set.of(ADMINISTER, BACKFILL));

    private RightsMatrix() {}

    public static Set<Right> of(Role role) {
        return RIGHTS.getOrDefault(role, Set.of());
    }

    public static Set<Right> of(Collection<Role> roles) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        roles.forEach(role -> rights.addAll(of(role)));
        return rights;
    }
}
