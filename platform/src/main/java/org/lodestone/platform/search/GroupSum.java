package org.lodestone.platform.search;

import java.math.BigDecimal;

/** How many, and their sum in the unit of the summed field. */
public record GroupSum(long count, BigDecimal sum) {}
