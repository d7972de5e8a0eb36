package org.lodestone.notifications.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.lodestone.notifications.stream.EventRing.Window;
import org.lodestone.notifications.stream.StreamEvent.Doorbell;
import org.lodestone.platform.events.StreamToken;

class EventRingTests {

    private static final LogLayout LAYOUT = new LogLayout(
            List.of(new TopicPartition("leads", 0), new TopicPartition("leads", 1), new TopicPartition("projects", 0)),
            Map.ofEntries(entry("leads", "aaaa"), entry("projects", "bbbb")));

    @Test
    void everyEventCarriesThePositionAfterIt() {
        EventRing ring = new EventRing(1_000_000, LAYOUT, new long[] {5, 0, 0});

        StreamEvent event = ring.append(0, 7, 0, new Doorbell("officer", null));

        String id = new String(event.id(), StandardCharsets.US_ASCII);
        assertThat(id).startsWith("id: 1.aaaabbbb.").endsWith("\n");
        StreamToken token = StreamToken.parse(id.substring(4).strip()).orElseThrow();
        assertThat(token.next("aaaa")).containsExactly(8, 0);
        assertThat(token.next("bbbb")).containsExactly(0);
    }

    @Test
    void oldestGiveWayAndTheWindowSaysSo() {
        EventRing ring = new EventRing(2_000, LAYOUT, new long[] {0, 0, 0});
        for (int offset = 0; offset < 100; offset++) {
            ring.append(offset % 2, offset / 2, 0, new Doorbell("officer", null));
        }

        Window window = ring.window();

        assertThat(ring.size()).isLessThanOrEqualTo(2_000);
        assertThat(window.end()).isEqualTo(100);
        assertThat(ring.get(window.first() - 1)).isNull();
        assertThat(ring.get(window.first())).isNotNull();
        assertThat(window.next()).containsExactly(50, 50, 0);
        for (long index = window.first(); index < window.end(); index++) {
            StreamEvent event = Objects.requireNonNull(ring.get(index));
            assertThat(event.offset()).isGreaterThanOrEqualTo(window.from()[event.slot()]);
        }
    }

    @Test
    void aReaderIsBehindByWhatItHasNotSeen() {
        EventRing ring = new EventRing(2_000, LAYOUT, new long[] {0, 0, 0});
        StreamEvent first = ring.append(0, 0, 0, new Doorbell("officer", null));
        StreamEvent second = ring.append(0, 1, 0, new Doorbell("officer", null));

        assertThat(ring.bytesFrom(0)).isEqualTo(first.bytes() + second.bytes());
        assertThat(ring.bytesFrom(1)).isEqualTo(second.bytes());
        assertThat(ring.bytesFrom(2)).isZero();

        for (int offset = 2; offset < 100; offset++) {
            ring.append(0, offset, 0, new Doorbell("officer", null));
        }
        assertThat(ring.bytesFrom(0)).as("overrun").isEqualTo(ring.size());
    }

    @Test
    void positionOfAnotherLogIsNone() {
        StreamToken foreign = StreamToken.of(Map.of("cccc", new long[] {1}));

        assertThat(LAYOUT.position(foreign, new long[] {1, 2, 3})).isEmpty();
    }

    @Test
    void topicTheTokenDoesNotSpeakOfStartsLiveAndAMissingPartitionAtZero() {
        StreamToken token = StreamToken.of(Map.of("aaaa", new long[] {4}));

        assertThat(LAYOUT.position(token, new long[] {10, 20, 30}).orElseThrow())
                .containsExactly(4, 0, 30);
    }
}
