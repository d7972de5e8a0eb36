package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What its lead says of the firm or the project changed: a credit code was learnt, a name was corrected. {@code fields} names them. */
public record RegistrationChanged(
        @JsonUnwrapped RegistrationFacts registration,
        List<String> fields,
        @Nullable List<Deadline> deadlines) implements RegistrationEvent {}
