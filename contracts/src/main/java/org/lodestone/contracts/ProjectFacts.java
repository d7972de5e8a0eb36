package org.lodestone.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader of any project event needs without asking back. {@code amount} is that of the contract. */
public record ProjectFacts(
        String number,
        String name,
        String zone,
        @Nullable String park,
        String stage,
        String status,
        @Nullable String officer,
        @Nullable String departmentLead,
        @Nullable String sponsor,
        @Nullable List<String> watchers,
        @Nullable String investor,
        @Nullable String chain,
        @Nullable Money amount,
        @Nullable String leadId,
        String by) {}
