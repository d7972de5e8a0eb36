package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a lead changed; {@code fields} names them, without their values.
 *
 * @param amountBefore the planned investment before, where {@code fields} names {@code investment} and there was one
 */
public record LeadChanged(
        @JsonUnwrapped LeadFacts lead,
        List<String> fields,
        @Nullable List<Deadline> deadlines,
        @Nullable Money amountBefore)
        implements LeadEvent {}
