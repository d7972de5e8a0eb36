package org.lodestone.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StayTests {

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Stay.of(new int[] {9, 1, 5, 3})).isEqualTo(new Stay(4, 18, 4));
    }

    @Test
    void theMedianOfAnOddNumberIsTheOneInTheMiddle() {
        assertThat(Stay.of(new int[] {9, 2, 3})).isEqualTo(new Stay(3, 14, 3));
        assertThat(Stay.of(new int[] {7})).isEqualTo(new Stay(1, 7, 7));
    }

    @Test
    void manyLongStaysDoNotOverflow() {
        int[] years = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};

        assertThat(Stay.of(years)).isEqualTo(new Stay(3, 3L * Integer.MAX_VALUE, Integer.MAX_VALUE));
    }
}
