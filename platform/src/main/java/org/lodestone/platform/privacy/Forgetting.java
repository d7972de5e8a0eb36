package org.lodestone.platform.privacy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.process.Process;

/**
 * One person forgotten in this service, as another one asked. It looks until nothing is found; what was found is counted before anything is
 * erased, so a kill does not change the answer.
 *
 * @param person gone once it is done: then nothing here says whom it was about
 */
public record Forgetting(
        String id, long version, State state, @Nullable Person person, List<String> records, Course course)
        implements Process {

    /** What somebody wrote meanwhile is found by the next round; what is still found after so many is for a person. */
    private static final int ROUNDS = 5;

    public enum State {
        COUNTING,
        ERASING,
        DONE
    }

    /** @param begunAt by the system's clock */
    public record Course(int round, Instant begunAt, List<Finding.Place> places, List<Finding.Place> remaining) {}

    static Forgetting begin(Inquiry inquiry, Instant now) {
        Course course = new Course(1, now, List.of(), List.of());
        return new Forgetting(inquiry.id(), 0, State.COUNTING, inquiry.person(), inquiry.records(), course);
    }

    @Override
    public boolean finished() {
        return state == State.DONE;
    }

    /** Before anything in them is erased: afterwards nothing would say that they were about the person. */
    Forgetting knowing(Set<String> about) {
        return new Forgetting(
                id, version, state, person, about.stream().sorted().toList(), course);
    }

    Forgetting counted(List<Finding.Place> found) {
        if (found.isEmpty() || course.round() > ROUNDS) {
            Course last = new Course(course.round(), course.begunAt(), course.places(), found);
            return new Forgetting(id, version, State.DONE, null, records, last);
        }
        Course next = new Course(course.round(), course.begunAt(), added(found), List.of());
        return new Forgetting(id, version, State.ERASING, person, records, next);
    }

    Forgetting erased() {
        Course next = new Course(course.round() + 1, course.begunAt(), course.places(), List.of());
        return new Forgetting(id, version, State.COUNTING, person, records, next);
    }

    Finding answer(String service) {
        return new Finding(id, service, course.places(), course.remaining());
    }

    private List<Finding.Place> added(List<Finding.Place> more) {
        Map<String, Finding.Place> sum = new LinkedHashMap<>();
        Stream.concat(course.places().stream(), more.stream())
                .forEach(place -> sum.merge(place.place(), place, Finding.Place::plus));
        return List.copyOf(sum.values());
    }
}
