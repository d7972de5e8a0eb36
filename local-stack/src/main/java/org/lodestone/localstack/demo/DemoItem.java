package org.lodestone.localstack.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the demo data.
 *
 * @param key names it in idempotency keys
 * @param to the state or stage to bring it to
 * @param days how long ago it was first heard of
 * @param lease it rents and fits out instead of building
 * @param fictitious plainly invented: where no enterprise of a zone is known
 */
record DemoItem(
        String key,
        String zone,
        @Nullable String park,
        String name,
        @Nullable String investor,
        @Nullable String chain,
        @Nullable String chainRole,
        @Nullable String content,
        @Nullable String problems,
        @Nullable String note,
        @Nullable List<String> siteOptions,
        String to,
        int days,
        boolean lease,
        boolean fictitious) {

    private static final Map<String, String> PLACES = Map.of(
            "140400", "changzhi", "140521", "qinshui", "140522", "yangcheng", "140800", "yuncheng", "140827", "yuanqu");

    private static final List<String> LEAD_STATES =
            List.of("NEW", "ASSESSING", "ENGAGING", "CONSENSUS", "INTENT", "CONVERTED");
    private static final List<String> STAGES = List.of(
            "SIGNED",
            "REGISTERED",
            "PREPARING",
            "STARTED",
            "CONSTRUCTING",
            "COMPLETED",
            "TRIAL",
            "PRODUCING",
            "FULL_CAPACITY");

    /** In 10 000 yuan. What nobody knows of a real firm is a plain one, invented firms have invented amounts. */
    String amount() {
        return fictitious ? (5 + Math.floorMod(key.hashCode() * 7, 60)) * 1000 + ".00" : "1.00";
    }

    String officer() {
        return "officer." + PLACES.get(zone);
    }

    String manager() {
        return "manager." + PLACES.get(zone);
    }

    String leader() {
        return "leader." + PLACES.get(zone);
    }

    /** The states after the first, up to the last one a lead of this kind passes. */
    List<String> leadMoves() {
        return switch (to) {
            case "ON_HOLD", "DROPPED" -> List.of("ASSESSING", "ENGAGING", to);
            default ->
                LEAD_STATES.contains(to)
                        ? LEAD_STATES.subList(1, LEAD_STATES.indexOf(to) + 1)
                        : LEAD_STATES.subList(1, 6);
        };
    }

    boolean becomesProject() {
        return leadMoves().contains("CONVERTED");
    }

    List<String> projectMoves() {
        return switch (to) {
            case "SUSPENDED", "TERMINATED" -> STAGES.subList(1, 4);
            default -> becomesProject() ? STAGES.subList(1, STAGES.indexOf(to) + 1) : List.of();
        };
    }

    boolean changesStatus() {
        return to.equals("SUSPENDED") || to.equals("TERMINATED");
    }
}
