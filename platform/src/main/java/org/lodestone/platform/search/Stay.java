package org.lodestone.platform.search;

import java.util.Arrays;
import org.apache.lucene.util.IntroSelector;

/**
 * How long something stayed what it was, told by all that have left it.
 *
 * @param count of them
 * @param seconds all their time together
 * @param median the time of the one in the middle, or the mean of the two there
 */
public record Stay(long count, long seconds, long median) {

    /** @param times of at least one, in seconds; put in another order by this */
    static Stay of(int[] times) {
        long seconds = Arrays.stream(times).asLongStream().sum();
        long lower = ranked(times, (times.length - 1) / 2);
        long upper = ranked(times, times.length / 2);
        return new Stay(times.length, seconds, (lower + upper) / 2);
    }

    /** A million are put in order in ten times the time that it takes to find the one in the middle. */
    private static int ranked(int[] times, int rank) {
        new IntroSelector() {
            private int pivot;

            @Override
            protected void swap(int one, int other) {
                int time = times[one];
                times[one] = times[other];
                times[other] = time;
            }

            @Override
            protected void setPivot(int place) {
                pivot = times[place];
            }

            @Override
            protected int comparePivot(int place) {
                return Integer.compare(pivot, times[place]);
            }
        }.select(0, times.length, rank);
        return times[rank];
    }
}
