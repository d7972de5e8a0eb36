package org.lodestone.platform.search;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.events.StreamToken;

/** How far into the topic: the next offset of each partition, in one incarnation of the topic. Never changed once made. */
record Offsets(String epoch, long[] next) {

    private static final String EPOCH = "epoch";
    private static final String NEXT = "next";

    /** As it is kept in the index itself. */
    Map<String, String> data() {
        Map<String, String> data = new HashMap<>();
        data.put(EPOCH, epoch);
        data.put(NEXT, Arrays.stream(next).mapToObj(Long::toString).collect(Collectors.joining(",")));
        return data;
    }

    static @Nullable Offsets of(Map<String, String> data) {
        String epoch = data.get(EPOCH);
        String next = data.get(NEXT);
        if (epoch == null || next == null) {
            return null;
        }
        return new Offsets(
                epoch, Arrays.stream(next.split(",")).mapToLong(Long::parseLong).toArray());
    }

    /** Whether everything before {@code other} was heard. */
    boolean reached(Offsets other) {
        for (int i = 0; i < other.next.length; i++) {
            if (i >= next.length || next[i] < other.next[i]) {
                return false;
            }
        }
        return true;
    }

    StreamToken token() {
        return StreamToken.of(Collections.singletonMap(epoch, next));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Offsets that && epoch.equals(that.epoch) && Arrays.equals(next, that.next);
    }

    @Override
    public int hashCode() {
        return epoch.hashCode() * 31 + Arrays.hashCode(next);
    }
}
