package org.lodestone.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TermMemoryTests {

    private final TermMemory memory = new TermMemory();

    @Test
    void theWeightiestComeFirstAndOfEqualOnesTheLowest() {
        memory.add(7, List.of("a", "b"));
        memory.add(3, List.of("b"));
        memory.add(5, List.of("b", "c"));

        assertThat(memory.closest(Map.of("a", 1f, "b", 2f), 10)).containsExactly(7, 3, 5);
        assertThat(memory.closest(Map.of("a", 1f, "b", 2f), 1)).containsExactly(7);
        assertThat(memory.closest(Map.of("x", 1f), 10)).isEmpty();
    }

    @Test
    void aTermOfThousandsCostsNoMoreThanOneOfHundreds() {
        IntStream.range(0, 10_000).forEach(number -> memory.add(number, List.of("phone", "name" + number)));

        assertThat(memory.closest(Map.of("phone", 1f), 10_000)).hasSize(200);
        assertThat(memory.closest(Map.of("phone", 1f, "name9999", 2f), 3)).containsExactly(9_999, 0, 1);
    }
}
