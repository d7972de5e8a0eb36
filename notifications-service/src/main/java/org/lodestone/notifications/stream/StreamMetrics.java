package org.lodestone.notifications.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What is measured about the streams. */
@Component
class StreamMetrics {

    private final MeterRegistry registry;
    private final Counter deliveries;
    private final Counter duplicates;
    private final Counter overruns;
    private final Counter slow;
    private final Counter bytes;
    private final Timer produceToFlush;

    StreamMetrics(MeterRegistry registry, OpenStreams streams) {
        this.registry = registry;
        deliveries = registry.counter("lodestone.stream.deliveries");
        duplicates = registry.counter("lodestone.stream.duplicates");
        overruns = registry.counter("lodestone.stream.overruns");
        slow = registry.counter("lodestone.stream.slow");
        bytes = Counter.builder("lodestone.stream.sent").baseUnit("bytes").register(registry);
        produceToFlush = Timer.builder("lodestone.stream.produce.to.flush")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry);
        Gauge.builder("lodestone.stream.connections", streams, OpenStreams::size)
                .register(registry);
        Gauge.builder("lodestone.stream.cursor.lag", streams, OpenStreams::largestLag)
                .register(registry);
    }

    void watch(EventStreamHub hub) {
        Gauge.builder(
                        "lodestone.stream.ring.bytes",
                        hub,
                        h -> h.isReady() ? h.ring().size() : 0)
                .register(registry);
        Gauge.builder("lodestone.stream.ring.age", hub, StreamMetrics::ringAge)
                .baseUnit("seconds")
                .register(registry);
    }

    private static double ringAge(EventStreamHub hub) {
        long oldest = hub.isReady() ? hub.ring().oldestWrittenAt() : 0;
        return oldest == 0 ? 0 : (System.currentTimeMillis() - oldest) / 1000.0;
    }

    void duplicate() {
        duplicates.increment();
    }

    void overrun() {
        overruns.increment();
    }

    void slow() {
        slow.increment();
    }

    /** @param source {@code live}, {@code ring} or {@code kafka} */
    void resumed(String source) {
        registry.counter("lodestone.stream.resumes", "source", source).increment();
    }

    void reset(ResetReason reason) {
        registry.counter("lodestone.stream.resets", "reason", reason.wireName()).increment();
    }

    /** @param writtenAt the broker's time of the oldest event of the batch, in milliseconds; 0 if it is not about latency */
    void delivered(int events, int size, long writtenAt) {
        deliveries.increment(events);
        bytes.increment(size);
        if (writtenAt > 0) {
            produceToFlush.record(Duration.ofMillis(Math.max(0, System.currentTimeMillis() - writtenAt)));
        }
    }
}
