package org.lodestone.leads.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.process.Process;

/**
 * The places one person has in one zone: capacity spans many leads, so it is kept in one document and every change of it is guarded.
 *
 * @param id {@code zone|person}
 * @param counted whether the slots are all there are; while a zone has no limit nobody counts
 * @param day of the claims that follow
 * @param claimed leads claimed on that day
 */
public record Holding(
        String id,
        long version,
        List<Slot> slots,
        boolean counted,
        @Nullable LocalDate day,
        List<String> claimed) implements Process {

    /**
     * A place a lead takes.
     *
     * @param ticket of the write it is kept for; {@code null} once the lead is known to be there
     * @param at when it was taken, by the system's clock
     */
    public record Slot(String lead, @Nullable String ticket, Instant at) {}

    static String id(String zone, String person) {
        return zone + '|' + person;
    }

    static Holding empty(String id) {
        return new Holding(id, 0, List.of(), false, null, List.of());
    }

    String zone() {
        return id.substring(0, id.indexOf('|'));
    }

    String person() {
        return id.substring(id.indexOf('|') + 1);
    }

    /** Never the end of anything, and nothing to resume: what is left open is found by its ticket. */
    @Override
    public boolean finished() {
        return true;
    }

    Optional<Slot> slot(String lead) {
        return slots.stream().filter(slot -> slot.lead().equals(lead)).findFirst();
    }

    /** Places kept for writes that are under way stay. */
    Holding counting(List<String> leads, Instant at) {
        List<Slot> all = new ArrayList<>(slots);
        leads.stream().filter(lead -> slot(lead).isEmpty()).forEach(lead -> all.add(new Slot(lead, null, at)));
        return new Holding(id, version, List.copyOf(all), true, day, claimed);
    }

    Holding uncounted() {
        return new Holding(id, version, List.of(), false, day, claimed);
    }

    Holding with(Slot slot) {
        List<Slot> others =
                slots.stream().filter(one -> !one.lead().equals(slot.lead())).toList();
        return new Holding(
                id, version, Stream.concat(others.stream(), Stream.of(slot)).toList(), counted, day, claimed);
    }

    Holding without(String lead) {
        return new Holding(
                id,
                version,
                slots.stream().filter(slot -> !slot.lead().equals(lead)).toList(),
                counted,
                day,
                claimed);
    }

    int claimsOn(LocalDate today, String except) {
        return today.equals(day)
                ? Math.toIntExact(
                        claimed.stream().filter(lead -> !lead.equals(except)).count())
                : 0;
    }

    Holding claiming(String lead, LocalDate today) {
        List<String> before = today.equals(day) ? claimed : List.of();
        List<String> after =
                Stream.concat(before.stream(), Stream.of(lead)).distinct().toList();
        return new Holding(id, version, slots, counted, today, after);
    }

    Holding unclaiming(String lead) {
        return new Holding(
                id,
                version,
                slots,
                counted,
                day,
                claimed.stream().filter(one -> !one.equals(lead)).toList());
    }
}
