package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Its protection ended.
 *
 * @param cause {@code TIME}, or {@code SETTLED} when another one was preferred
 */
public record RegistrationExpired(
        @JsonUnwrapped RegistrationFacts registration,
        String cause,
        @Nullable List<Deadline> deadlines) implements RegistrationEvent {}
