package org.lodestone.contracts;

/**
 * An amount as a decimal string with its unit, so that no reader turns it into a binary float.
 *
 * @param value plain decimal notation, e.g. {@code 12000.00}
 * @param unit {@code CNY_10K} (万元) or {@code CNY}
 */
public record Money(String value, String unit) {}
