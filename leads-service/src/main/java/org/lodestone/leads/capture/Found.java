package org.lodestone.leads.capture;

/**
 * A place in the text that was taken for a field.
 *
 * @param field path in the lead, e.g. {@code investor.name}
 * @param start first UTF-16 unit, as browsers count
 * @param end behind the last one
 */
public record Found(String field, String text, int start, int end) {}
