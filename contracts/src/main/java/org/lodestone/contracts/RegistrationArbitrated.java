package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The city decided. Why stays with the registration.
 *
 * @param decision {@code KEEP}, {@code TRANSFER} or {@code SPLIT}
 * @param from the zone that held it
 */
public record RegistrationArbitrated(
        @JsonUnwrapped RegistrationFacts registration,
        String decision,
        String from,
        @Nullable List<Deadline> deadlines) implements RegistrationEvent {}
