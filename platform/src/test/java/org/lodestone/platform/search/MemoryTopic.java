package org.lodestone.platform.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A topic of one partition. */
final class MemoryTopic implements ChangeFeed.Source {

    private record Event(String id, long sequence) {}

    private final List<Event> events = new CopyOnWriteArrayList<>();
    volatile String epoch = "AAAA";
    volatile boolean reachable = true;

    void publish(Firm firm) {
        events.add(new Event(firm.id(), firm.version()));
    }

    @Override
    public ChangeFeed open() {
        if (!reachable) {
            throw new IllegalStateException("No broker");
        }
        return new ChangeFeed() {

            private int next;

            @Override
            public Offsets end() {
                return at(events.size());
            }

            @Override
            public boolean reaches(Offsets offsets) {
                return offsets.epoch().equals(epoch) && offsets.next()[0] <= events.size();
            }

            @Override
            public void seek(Offsets offsets) {
                next = (int) offsets.next()[0];
            }

            @Override
            public Map<String, Long> poll(Duration atMost) {
                if (next == events.size()) {
                    try {
                        Thread.sleep(5);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Map.of();
                }
                Event event = events.get(next++);
                return Map.of(event.id(), event.sequence());
            }

            @Override
            public Offsets position() {
                return at(next);
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }

    private Offsets at(long offset) {
        return new Offsets(epoch, new long[] {offset});
    }
}
