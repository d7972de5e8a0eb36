package org.lodestone.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader of any lead event needs without asking back: codes, names of firms, amounts. Never contact data or free text. */
public record LeadFacts(
        String number,
        String name,
        String zone,
        @Nullable String park,
        String state,
        @Nullable String owner,
        @Nullable String department,
        @Nullable String departmentLead,
        @Nullable String sponsor,
        @Nullable List<String> watchers,
        @Nullable String investor,
        @Nullable String chain,
        @Nullable String channel,
        @Nullable Money amount,
        String by) {}
