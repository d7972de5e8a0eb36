package org.lodestone.platform.search;

import java.util.Arrays;

/**
 * How long something stayed what it was, told by all that have left it.
 *
 * @param count of them
 * @param seconds all their time together
 * @param median the time of the one in the middle, or the mean of the two there
 */
public record Stay(long count, long seconds, long median) {

    /** @param times of at least one, in seconds; sorted by this */
    static Stay of(int[] times) {
        Arrays.sort(times);
        long lower = times[(times.length - 1) / 2];
        long upper = times[times.length / 2];
        return new Stay(times.length, Arrays.stream(times).asLongStream().sum(), (lower + upper) / 2);
    }
}
