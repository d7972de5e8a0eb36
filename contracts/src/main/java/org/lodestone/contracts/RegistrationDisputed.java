package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A zone that has a lead of the same firm disputes it. Why stays with the registration. */
public record RegistrationDisputed(
        @JsonUnwrapped RegistrationFacts registration,
        String byZone,
        @Nullable List<Deadline> deadlines) implements RegistrationEvent {}
