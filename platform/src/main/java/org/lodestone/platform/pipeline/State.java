package org.lodestone.platform.pipeline;

import org.jspecify.annotations.Nullable;

/** A state or stage; code branches only on its category. */
public record State(
        String code,
        Category category,
        Text labels,
        @Nullable Limit limit,
        Gate gate) {

    public enum Category {
        OPEN,
        WON,
        /** Left again to the state it was entered from. */
        HELD,
        LOST,
        MERGED,
        TRANSFERRED
    }

    public boolean is(Category expected) {
        return category == expected;
    }
}
