package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first contact was registered, or registered again after it had expired.
 *
 * @param furtherProject another project of a firm that is registered already: for the city to look at
 */
public record RegistrationTaken(
        @JsonUnwrapped RegistrationFacts registration,
        boolean furtherProject,
        @Nullable List<Deadline> deadlines) implements RegistrationEvent {}
