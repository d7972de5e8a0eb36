package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two registrations turned out to be of one firm.
 *
 * @param with the zone of the other one
 */
public record RegistrationClashFound(
        @JsonUnwrapped RegistrationFacts registration,
        String with,
        @Nullable List<Deadline> deadlines) implements RegistrationEvent {}
