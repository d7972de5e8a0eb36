package org.lodestone.leads.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.RightsMatrix;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;

/**
 * Somebody who works with leads and projects.
 *
 * @param id the user name, as tokens have it in {@code sub}
 * @param zones GB/T 2260 codes, or {@code *} for all
 * @param parks {@code null} means all of them
 * @param head answers for the department in those zones
 */
public record Person(
        @Nullable String id,
        @Nullable String name,
        @Nullable List<String> roles,
        @Nullable List<String> zones,
        @Nullable List<String> parks,
        @Nullable String department,
        boolean head,
        @Nullable String supervisor,
        @Nullable String email,
        @Nullable String phone)
        implements Checked {

    private static final int MOST = 50;

    @Override
    public void check(Checks checks) {
        checks.requiredName("name", name).required("roles", roles).required("zones", zones);
        checks.size("roles", roles, MOST).size("zones", zones, MOST).size("parks", parks, MOST);
        if (roles != null && roles.stream().anyMatch(role -> Role.of(role).isEmpty())) {
            checks.add("roles", "role");
        }
        checks.name("department", department).code("supervisor", supervisor);
        checks.email("email", email).phone("phone", phone);
    }

    Person of(String id) {
        return new Person(id, name, roles, zones, parks, department, head, supervisor, email, phone);
    }

    String login() {
        return id == null ? "" : id;
    }

    List<String> reach() {
        return zones == null ? List.of() : zones;
    }

    public boolean worksIn(String zone) {
        return reach().contains(Scope.EVERY_ZONE) || reach().contains(zone);
    }

    /** Whether one of their roles works on leads, so that they may have some. */
    public boolean worksOnLeads() {
        return roles != null
                && roles.stream()
                        .flatMap(role -> Role.of(role).stream())
                        .anyMatch(role -> RightsMatrix.of(role).contains(Right.WRITE_OWN));
    }

    /** The number and address are for those who may see contacts, for administrators and for the person. */
    Person withoutAddress() {
        return new Person(id, name, roles, zones, parks, department, head, supervisor, null, null);
    }
}
