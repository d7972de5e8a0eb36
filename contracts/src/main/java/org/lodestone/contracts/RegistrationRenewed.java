package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Its protection lasts longer.
 *
 * @param cause {@code PROGRESS} on the lead, or {@code REQUEST}
 */
public record RegistrationRenewed(
        @JsonUnwrapped RegistrationFacts registration,
        String cause,
        @Nullable List<Deadline> deadlines) implements RegistrationEvent {}
