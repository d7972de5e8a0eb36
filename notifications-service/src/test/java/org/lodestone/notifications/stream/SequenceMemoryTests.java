package org.lodestone.notifications.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceMemoryTests {

    private final SequenceMemory memory = new SequenceMemory(64);

    @Test
    void whatARelaySentTwiceIsNotNew() {
        assertThat(memory.isNew("/leads/a", 1)).isTrue();
        assertThat(memory.isNew("/leads/a", 2)).isTrue();
        assertThat(memory.isNew("/leads/a", 2)).isFalse();
        assertThat(memory.isNew("/leads/a", 1)).isFalse();
        assertThat(memory.isNew("/leads/a", 3)).isTrue();
    }

    @Test
    void sourcesAreApart() {
        assertThat(memory.isNew("/leads/a", 7)).isTrue();
        assertThat(memory.isNew("/leads/b", 1)).isTrue();
    }

    @Test
    void recentlySeenSourcesOutliveOthers() {
        memory.isNew("/leads/kept", 5);
        for (int i = 0; i < 10_000; i++) {
            memory.isNew("/leads/" + i, 1);
            assertThat(memory.isNew("/leads/kept", 5)).as("after %d others", i).isFalse();
        }
    }
}
