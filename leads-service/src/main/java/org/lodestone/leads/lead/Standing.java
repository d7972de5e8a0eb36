package org.lodestone.leads.lead;

import java.util.List;
import org.lodestone.platform.pipeline.State.Category;

/** How a lead stands to a figure, whatever its template calls the state. */
enum Standing {
    OPEN,
    HELD,
    WON,
    LOST,
    /** Merged or transferred: it counts where it goes on. */
    GONE;

    static final List<String> NAMES = List.of(OPEN.name(), HELD.name(), WON.name(), LOST.name(), GONE.name());

    /** What counts, once each. */
    static final List<String> COUNTED = List.of(OPEN.name(), HELD.name(), WON.name(), LOST.name());

    static final List<String> DECIDED = List.of(WON.name(), LOST.name());

    static Standing of(Category category) {
        return switch (category) {
            case OPEN -> OPEN;
            case HELD -> HELD;
            case WON -> WON;
            case LOST -> LOST;
            case MERGED, TRANSFERRED -> GONE;
        };
    }
}
