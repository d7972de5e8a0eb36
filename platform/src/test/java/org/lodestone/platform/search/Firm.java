package org.lodestone.platform.search;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Aggregate;

/** Something to be found. */
record Firm(
        String id,
        long version,
        String zone,
        @Nullable String park,
        String name,
        @Nullable String content,
        String state,
        List<String> tags,
        @Nullable BigDecimal amount,
        @Nullable Instant updatedAt,
        @Nullable LocalDate receivedOn,
        @Nullable Integer jobs)
        implements Aggregate {

    static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    static Firm named(String id, String name) {
        return new Firm(id, 1, "140827", null, name, null, "NEW", List.of(), null, NOW, null, null);
    }

    Firm in(String otherZone, @Nullable String otherPark) {
        return new Firm(
                id, version, otherZone, otherPark, name, content, state, tags, amount, updatedAt, receivedOn, jobs);
    }

    Firm about(String text) {
        return new Firm(id, version, zone, park, name, text, state, tags, amount, updatedAt, receivedOn, jobs);
    }

    Firm being(String other) {
        return new Firm(id, version, zone, park, name, content, other, tags, amount, updatedAt, receivedOn, jobs);
    }

    Firm tagged(String... several) {
        return new Firm(
                id, version, zone, park, name, content, state, List.of(several), amount, updatedAt, receivedOn, jobs);
    }

    Firm worth(@Nullable String money) {
        BigDecimal value = money == null ? null : new BigDecimal(money);
        return new Firm(id, version, zone, park, name, content, state, tags, value, updatedAt, receivedOn, jobs);
    }

    Firm updated(@Nullable Instant at) {
        return new Firm(id, version, zone, park, name, content, state, tags, amount, at, receivedOn, jobs);
    }

    Firm received(String day) {
        return new Firm(
                id, version, zone, park, name, content, state, tags, amount, updatedAt, LocalDate.parse(day), jobs);
    }

    Firm renamed(String other) {
        return new Firm(id, version + 1, zone, park, other, content, state, tags, amount, updatedAt, receivedOn, jobs);
    }

    Firm withdrawn() {
        return new Firm(
                id, version + 1, zone, park, name, content, "WITHDRAWN", tags, amount, updatedAt, receivedOn, jobs);
    }
}
