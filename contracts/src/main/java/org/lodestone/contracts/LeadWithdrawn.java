package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead is taken back and gone from lists and figures; only its number stays.
 *
 * @param reason a code, e.g. {@code IMPORT_UNDONE}
 */
public record LeadWithdrawn(
        @JsonUnwrapped LeadFacts lead,
        String reason,
        @Nullable List<Deadline> deadlines) implements LeadEvent {}
