package org.lodestone.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTokenTests {

    private static final String LEADS = StreamToken.epochOf("leads", new Uuid(1, 2));
    private static final String PROJECTS = StreamToken.epochOf("projects", new Uuid(3, 4));

    @Test
    void whatIsWrittenIsReadAgain() {
        Map<String, long[]> next = new LinkedHashMap<>();
        next.put(LEADS, new long[] {0, 1, 127, 128, 1L << 40});
        next.put(PROJECTS, new long[] {Long.MAX_VALUE >> 1});

        StreamToken read = StreamToken.parse(StreamToken.of(next).toString()).orElseThrow();

        assertThat(read.next(LEADS)).containsExactly(0, 1, 127, 128, 1L << 40);
        assertThat(read.next(PROJECTS)).containsExactly(Long.MAX_VALUE >> 1);
        assertThat(read.next("none")).isNull();
    }

    @Test
    void topicMadeAnewHasAnotherEpoch() {
        assertThat(StreamToken.epochOf("leads", new Uuid(1, 3))).hasSize(4).isNotEqualTo(LEADS);
    }

    @Test
    void mergingTakesTheEarlierPartitionByPartition() {
        StreamToken merged = StreamToken.of(Map.of(LEADS, new long[] {5, 9}))
                .merge(StreamToken.of(Map.of(LEADS, new long[] {7, 3}, PROJECTS, new long[] {1})));

        assertThat(merged.next(LEADS)).containsExactly(5, 3);
        assertThat(merged.next(PROJECTS)).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1..",
                "2.abcd.AA",
                "1.abc.AA",
                "1.abcd.",
                "1.abcd.AQ",
                "1.abcd.AQAA",
                "1.abcd.____________________",
                "1.abcdabcd.AQABAA",
                "1.abcd.!!",
                "1.abcd.AA.AA",
                "garbage"
            })
    void whatIsNoTokenIsRefused(String text) {
        assertThat(StreamToken.parse(text)).isEmpty();
    }

    @Test
    void longTextIsRefusedUnread() {
        assertThat(StreamToken.parse("1." + "abcd".repeat(1000) + ".AA")).isEmpty();
    }
}
