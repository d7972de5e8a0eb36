package org.lodestone.platform.search;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.platform.search.Condition.Left;
import org.lodestone.platform.search.Condition.Was;
import org.lodestone.platform.search.Timeline.Point;
import org.lodestone.platform.security.Scope;

class TimelineTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> VALUES = List.of("NEW", "OPEN", "WON", "LOST");

    private final Map<String, List<Point>> told = new HashMap<>();
    private final Firms firms =
            new Firms(
                    new ByteBuffersDirectory(),
                    SearchSchema.of("firm", 1)
                            .keyword("state")
                            .timeline("trail", VALUES)
                            .build()) {
                @Override
                void map(Firm firm, SearchDocument doc) {
                    doc.put("state", firm.state().isEmpty() ? null : firm.state());
                    told.getOrDefault(firm.id(), List.of())
                            .forEach(point -> doc.put("trail", point.from(), point.value()));
                }
            };

    @AfterEach
    void stop() {
        firms.close();
    }

    private Firm firm(String id, Object... daysAndValues) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < daysAndValues.length; i += 2) {
            points.add(new Point(day((Integer) daysAndValues[i]), (String) daysAndValues[i + 1]));
        }
        told.put(id, points);
        return Firm.named(id, id).being("S" + id.charAt(0));
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private Map<String, Long> counts(Grouping grouping, Condition... conditions) {
        return requireNonNull(firms.index()
                .survey(Scope.system(), new Object(), survey -> survey.count(List.of(conditions), grouping))
                .block());
    }

    private Map<String, Stay> stays(Left left) {
        return requireNonNull(firms.index()
                .survey(Scope.system(), new Object(), survey -> survey.stays(List.of(), left))
                .block());
    }

    @Test
    void aTimelineIsAskedForAnyMoment() {
        firms.store(firm("a", 1, "NEW", 5, "OPEN", 9, "WON"), firm("b", 3, "NEW", 6, "LOST"))
                .start(null)
                .ready();

        assertThat(firms.filtered(new Was("trail", VALUES, day(0)))).isEmpty();
        assertThat(firms.filtered(new Was("trail", List.of("NEW"), day(4)))).containsExactly("a", "b");
        assertThat(firms.filtered(new Was("trail", List.of("OPEN"), day(5)))).containsExactly("a");
        assertThat(firms.filtered(new Was("trail", List.of("OPEN"), day(9)))).isEmpty();
        assertThat(firms.filtered(new Was("trail", List.of("WON", "LOST"), day(99), day(7), null)))
                .containsExactly("a");
        assertThat(firms.filtered(new Was("trail", List.of("WON", "LOST"), day(99), null, day(6))))
                .containsExactly("b");
        assertThat(firms.filtered(new Left("trail", "NEW", day(5), null, null))).containsExactly("a");
        assertThat(firms.filtered(new Left("trail", "NEW", day(99), day(6), null)))
                .containsExactly("b");
        assertThat(firms.filtered(new Was("trail", List.of("NOBODY"), day(99)))).isEmpty();
    }

    @Test
    void whatIsNotDeclaredMatchesNothingAndStillEndsWhatWasBefore() {
        firms.store(firm("a", 1, "NEW", 5, "ELSEWHERE")).start(null).ready();

        assertThat(firms.filtered(new Was("trail", VALUES, day(6)))).isEmpty();
        assertThat(firms.filtered(new Left("trail", "NEW", day(6), null, null))).containsExactly("a");
        assertThat(firms.filtered(new Was("trail", List.of("ELSEWHERE"), day(6))))
                .isEmpty();
    }

    @Test
    void whatEndedWhenItBeganNeverWas() {
        firms.store(firm("a", 4, "NEW", 2, "OPEN", 2, "WON")).start(null).ready();

        assertThat(firms.filtered(new Was("trail", List.of("WON"), day(2)))).containsExactly("a");
        assertThat(firms.filtered(new Was("trail", List.of("NEW"), day(5)))).isEmpty();
        assertThat(stays(new Left("trail", "", day(9), null, null))).isEmpty();
    }

    @Test
    void groupsAddUpToEverything() {
        firms.store(
                        firm("a", 1, "NEW"),
                        firm("ab", 1, "NEW", 3, "WON"),
                        firm("b", 2, "NEW"),
                        Firm.named("c", "c").being(""))
                .start(null)
                .ready();

        assertThat(counts(new Grouping.Together())).isEqualTo(Map.of(Survey.NONE, 4L));
        assertThat(counts(new Grouping.By("state"))).isEqualTo(Map.of("Sa", 2L, "Sb", 1L, Survey.NONE, 1L));
        assertThat(counts(new Grouping.ByThen("trail", day(4))))
                .isEqualTo(Map.of("NEW", 2L, "WON", 1L, Survey.NONE, 1L));
        assertThat(counts(new Grouping.By("state"), Condition.is("state", "Sx")))
                .isEmpty();
    }

    @Test
    void anAnswerIsKeptUntilSomethingChanges() {
        firms.store(firm("a", 1, "NEW")).start(null).ready();
        List<String> computed = new ArrayList<>();
        Survey.Questions<Integer> counting = _ -> {
            computed.add("once more");
            return computed.size();
        };

        assertThat(firms.index().survey(Scope.system(), "key", counting).block())
                .isEqualTo(1);
        assertThat(firms.index().survey(Scope.system(), "key", counting).block())
                .isEqualTo(1);
        assertThat(firms.index().survey(Scope.system(), "other", counting).block())
                .isEqualTo(2);
        firms.commit(firm("b", 1, "NEW"));
        firms.index().awaitRead("b@1").block();
        assertThat(firms.index().survey(Scope.system(), "key", counting).block())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyTimelineIsToldAsASlowWalkTellsIt(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 120; i++) {
            Object[] points = new Object[2 * random.nextInt(7)];
            int day = random.nextInt(10);
            for (int p = 0; p < points.length; p += 2) {
                points[p] = day;
                points[p + 1] = random.nextInt(9) == 0 ? "ELSEWHERE" : VALUES.get(random.nextInt(VALUES.size()));
                day += random.nextInt(6) - 1;
            }
            firms.store(firm("%03d".formatted(i), points));
        }
        firms.start(null).ready();
        for (int round = 0; round < 60; round++) {
            Instant at = day(random.nextInt(40));
            @Nullable Instant since = random.nextBoolean() ? null : day(random.nextInt(30));
            @Nullable Instant until = random.nextBoolean() ? null : day(random.nextInt(40));
            String value = VALUES.get(random.nextInt(VALUES.size()));
            List<String> values = random.nextBoolean() ? List.of(value) : List.of("NEW", value);

            assertThat(firms.filtered(new Was("trail", values, at, since, until)))
                    .isEqualTo(slow(id -> was(id, values, at, since, until)));
            Left left = new Left("trail", value, at, since, until);
            List<String> leavers = slow(id -> stayed(id, left) != null);
            assertThat(firms.filtered(left)).isEqualTo(leavers);
            Map<String, Stay> stays = new TreeMap<>();
            for (String one : VALUES) {
                int[] times = slow(id -> stayed(id, new Left("trail", one, at, since, until)) != null).stream()
                        .mapToInt(id ->
                                Math.toIntExact(requireNonNull(stayed(id, new Left("trail", one, at, since, until)))
                                        .toSeconds()))
                        .toArray();
                if (times.length > 0) {
                    stays.put(one, Stay.of(times));
                }
            }
            assertThat(stays(left)).isEqualTo(stays);
        }
    }

    private List<String> slow(Predicate<String> holds) {
        return firms.collection.keySet().stream().filter(holds).toList();
    }

    /** Day by day: what began last, as it was told, and had begun by then. */
    private @Nullable Point then(String id, Instant at) {
        return told.getOrDefault(id, List.of()).reversed().stream()
                .filter(point -> !point.from().isAfter(at))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String value(String id, int day) {
        Point point = then(id, day(day));
        return point == null ? null : point.value();
    }

    private boolean was(String id, List<String> values, Instant at, @Nullable Instant since, @Nullable Instant until) {
        int last = Math.toIntExact(Duration.between(START, at).toDays());
        String value = value(id, last);
        if (value == null || !values.contains(value)) {
            return false;
        }
        int began = last;
        while (began > -20 && value.equals(value(id, began - 1))) {
            began--;
        }
        return within(day(began), since, until);
    }

    private @Nullable Duration stayed(String id, Left left) {
        int last = Math.toIntExact(Duration.between(START, left.at()).toDays());
        int[] days = IntStream.rangeClosed(-20, last)
                .filter(day -> left.value().equals(value(id, day)))
                .toArray();
        if (days.length == 0 || days[days.length - 1] == last) {
            return null;
        }
        Instant ended = day(days[days.length - 1] + 1);
        return within(ended, left.since(), left.until()) ? Duration.ofDays(days.length) : null;
    }

    private static boolean within(Instant moment, @Nullable Instant since, @Nullable Instant until) {
        return (since == null || !moment.isBefore(since)) && (until == null || !moment.isAfter(until));
    }
}
