package org.lodestone.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.contracts.ChainChanged;
import org.lodestone.platform.events.CloudEvents.Envelope;

class CloudEventsTests {

    private static final Path GOLDEN = Path.of("..", "contracts", "src", "test", "resources", "golden");

    static Stream<Path> goldenFiles() throws IOException {
        return Files.list(GOLDEN);
    }

    private static Envelope envelope(String type) {
        return new Envelope(
                "a:7",
                "/leads/a",
                type,
                "a",
                Instant.parse("2026-11-23T04:00:00.120Z"),
                "140827",
                7,
                "00-1-2-01",
                true);
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                0L,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                java.util.Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void whatIsPublishedIsTheGoldenFileByteForByte(Path golden) throws IOException {
        byte[] bytes = Files.readAllBytes(golden);
        String type = golden.getFileName().toString().replace(".json", "");
        ProducerRecord<String, byte[]> sent = CloudEvents.record("topic", envelope(type), bytes);
        assertThat(CloudEvents.payload(CloudEvents.read(received(sent)).data())).isEqualTo(bytes);
    }

    @Test
    void theAttributesAreHeadersAndTheKeyIsTheAggregate() {
        Envelope envelope = envelope("chain.changed.v1");
        ProducerRecord<String, byte[]> sent =
                CloudEvents.record("topic", envelope, CloudEvents.payload(new ChainChanged("c", "*", "n", "e")));
        assertThat(sent.key()).isEqualTo("a");
        assertThat(new String(sent.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8))
                .isEqualTo("0000000007");
        assertThat(new String(sent.headers().lastHeader("content-type").value(), StandardCharsets.UTF_8))
                .isEqualTo("application/json");
        assertThat(CloudEvents.envelope(received(sent))).isEqualTo(envelope);
    }

    @Test
    void aTypeOfANewerVersionIsKnownByItsEnvelopeOnly() {
        ConsumerRecord<String, byte[]> newer =
                received(CloudEvents.record("topic", envelope("lead.abducted.v9"), new byte[] {'{', '}'}));
        assertThat(CloudEvents.readKnown(newer)).isEmpty();
        assertThat(CloudEvents.envelope(newer).sequence()).isEqualTo(7);
        assertThatThrownBy(() -> CloudEvents.read(newer)).isInstanceOf(MalformedEvent.class);
    }

    @Test
    void whatIsNoEventIsMalformed() {
        ConsumerRecord<String, byte[]> bare = new ConsumerRecord<>("topic", 0, 0, "a", new byte[] {'x'});
        assertThatThrownBy(() -> CloudEvents.envelope(bare)).isInstanceOf(MalformedEvent.class);
        ConsumerRecord<String, byte[]> spoilt =
                received(CloudEvents.record("topic", envelope("chain.changed.v1"), new byte[] {'x'}));
        assertThatThrownBy(() -> CloudEvents.read(spoilt)).isInstanceOf(MalformedEvent.class);
    }
}
