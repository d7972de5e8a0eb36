package org.lodestone.platform.aggregate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.LeadCaptured;
import org.lodestone.contracts.LeadChanged;
import org.lodestone.contracts.LeadFacts;

/** A piece of land, with a component of every kind an aggregate may have. */
public record Parcel(
        String id,
        long version,
        String zone,
        @Nullable String park,
        String name,
        @Nullable Survey survey,
        List<Visit> visits,
        Map<String, String> labels)
        implements Aggregate {

    public enum Soil {
        CLAY,
        SAND
    }

    public record Survey(
            Soil soil,
            BigDecimal mu,
            LocalDate on,
            Instant at,
            Set<String> tags,
            @Nullable String remark,
            boolean fenced) {}

    public record Visit(String by, Instant at, @Nullable BigDecimal offered) {}

    public static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    public static Parcel plain(String id) {
        return new Parcel(id, 0, "140827", null, "北块", null, List.of(), Map.of());
    }

    public static Parcel surveyed(String id) {
        Survey survey = new Survey(
                Soil.CLAY,
                new BigDecimal("120.50"),
                LocalDate.of(2026, 11, 1),
                NOON,
                Set.of("flat"),
                "near the road",
                true);
        return new Parcel(
                id,
                0,
                "140827",
                "east",
                "北块",
                survey,
                List.of(new Visit("liu", NOON, null), new Visit("sun", NOON, new BigDecimal("3.10"))),
                Map.of("use", "M2"));
    }

    public Decision<Parcel> captured() {
        return new Decision<>(this, new LeadCaptured(facts(), null, null), Decision.Line.of("captured"));
    }

    public Decision<Parcel> renamed(String to) {
        Parcel next = new Parcel(id, version, zone, park, to, survey, visits, labels);
        return new Decision<>(
                next, new LeadChanged(next.facts(), List.of("name"), null, null), Decision.Line.of("changed"));
    }

    public Decision<Parcel> unsurveyed() {
        Parcel next = new Parcel(id, version, zone, park, name, null, visits, labels);
        return new Decision<>(
                next, new LeadChanged(next.facts(), List.of("survey"), null, null), Decision.Line.of("changed"));
    }

    private LeadFacts facts() {
        return new LeadFacts(
                "P-1", name, zone, park, "NEW", null, null, null, null, null, null, null, null, null, "liu");
    }
}
