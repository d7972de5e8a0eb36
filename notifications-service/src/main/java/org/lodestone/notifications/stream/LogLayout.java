package org.lodestone.notifications.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.events.StreamToken;

/** All partitions of the hub's topics in one fixed order, so that a position is an array. */
final class LogLayout {

    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Integer> slots = new LinkedHashMap<>();
    private final Map<String, List<Integer>> slotsByTopic = new LinkedHashMap<>();
    private final Map<String, String> epochs;

    /** @param epochs of each topic, see {@link StreamToken#epochs} */
    LogLayout(List<TopicPartition> partitions, Map<String, String> epochs) {
        this.partitions = List.copyOf(partitions);
        this.epochs = Map.copyOf(epochs);
        for (TopicPartition partition : this.partitions) {
            int slot = slots.size();
            slots.put(partition, slot);
            slotsByTopic
                    .computeIfAbsent(partition.topic(), topic -> new ArrayList<>())
                    .add(slot);
        }
    }

    List<TopicPartition> partitions() {
        return partitions;
    }

    int slot(TopicPartition partition) {
        Integer slot = slots.get(partition);
        if (slot == null) {
            throw new IllegalArgumentException(partition + " is not followed");
        }
        return slot;
    }

    /** Of a topic whose records are for one person's open pages and worth nothing later. */
    boolean isPersonal(int slot) {
        return isPersonal(partitions.get(slot).topic());
    }

    static boolean isPersonal(String topic) {
        return topic.equals(Topics.INBOX) || topic.equals(Topics.JOBS);
    }

    boolean sameLogAs(LogLayout other) {
        return partitions.equals(other.partitions) && epochs.equals(other.epochs);
    }

    StreamToken token(long[] next) {
        Map<String, long[]> byEpoch = new LinkedHashMap<>();
        slotsByTopic.forEach((topic, own) -> byEpoch.put(
                epochs.getOrDefault(topic, ""),
                own.stream().mapToLong(slot -> next[slot]).toArray()));
        return StreamToken.of(byEpoch);
    }

    /**
     * Where a token points. A topic it does not speak of starts live, a partition missing from a topic it does speak of starts at 0.
     *
     * @param live next offset of each slot
     * @return empty if it speaks of another log than this
     */
    Optional<long[]> position(StreamToken token, long[] live) {
        if (!epochs.values().containsAll(token.epochs())) {
            return Optional.empty();
        }
        long[] position = live.clone();
        slotsByTopic.forEach((topic, own) -> {
            long[] next = token.next(epochs.getOrDefault(topic, ""));
            if (next != null) {
                for (int i = 0; i < own.size(); i++) {
                    position[own.get(i)] = i < next.length ? next[i] : 0;
                }
            }
        });
        return Optional.of(position);
    }

    /** Whether nothing of {@code a} lies after {@code b}. */
    static boolean reaches(long[] b, long[] a) {
        for (int i = 0; i < a.length; i++) {
            if (b[i] < a[i]) {
                return false;
            }
        }
        return true;
    }

    static long distance(long[] from, long[] to) {
        long sum = 0;
        for (int i = 0; i < from.length; i++) {
            sum += Math.max(0, to[i] - from[i]);
        }
        return sum;
    }

    @Override
    public String toString() {
        return "LogLayout" + Arrays.toString(partitions.toArray());
    }
}
