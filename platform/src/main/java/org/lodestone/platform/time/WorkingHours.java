package org.lodestone.platform.time;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/**
 * When people work on a working day: shifts in order, apart from each other, within the day.
 *
 * @param shifts at least one
 */
public record WorkingHours(List<Shift> shifts) {

    /** What most offices keep; a zone's settings may say otherwise. */
    public static final WorkingHours ORDINARY = new WorkingHours(List.of(
            new Shift(LocalTime.of(9, 0), LocalTime.of(12, 0)), new Shift(LocalTime.of(13, 30), LocalTime.of(17, 30))));

    /** @param to the first moment that is no longer worked */
    public record Shift(LocalTime from, LocalTime to) {

        public Shift {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("A shift ends after it begins: " + from + "–" + to);
            }
        }

        Duration length() {
            return Duration.between(from, to);
        }
    }

    /** @throws IllegalArgumentException when they are none, or not in order */
    public WorkingHours {
        shifts = List.copyOf(shifts);
        if (shifts.isEmpty() || !inOrder(shifts)) {
            throw new IllegalArgumentException("Shifts are in order and apart from each other: " + shifts);
        }
    }

    /** How long a working day is. */
    public Duration ofDay() {
        return shifts.stream().map(Shift::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** When nobody is at work any more. */
    public LocalTime closing() {
        return shifts.getLast().to();
    }

    public static boolean inOrder(List<Shift> shifts) {
        for (int i = 1; i < shifts.size(); i++) {
            if (shifts.get(i).from().isBefore(shifts.get(i - 1).to())) {
                return false;
            }
        }
        return true;
    }
}
