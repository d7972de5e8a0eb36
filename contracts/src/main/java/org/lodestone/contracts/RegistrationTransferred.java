package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * It went to another zone together with its lead.
 *
 * @param from the zone that held it
 */
public record RegistrationTransferred(
        @JsonUnwrapped RegistrationFacts registration,
        String from,
        @Nullable List<Deadline> deadlines) implements RegistrationEvent {}
