package org.lodestone.leads.directory;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who asks, what they may reach, and what time it is for the business: a browser's clock is anybody's. */
@RestController
class MeController {

    private final BusinessClock clock;

    MeController(BusinessClock clock) {
        this.clock = clock;
    }

    /** @param parks absent: all of their zones */
    record Me(
            String id,
            String name,
            List<String> roles,
            Set<String> zones,
            @Nullable Set<String> parks,
            Instant now) {}

    @GetMapping("/api/me")
    Me me(Scope scope) {
        return new Me(
                scope.subject(),
                scope.name(),
                scope.roles().stream().map(Role::claim).sorted().toList(),
                new TreeSet<>(scope.zones()),
                scope.parks() == null ? null : new TreeSet<>(scope.parks()),
                clock.now());
    }
}
