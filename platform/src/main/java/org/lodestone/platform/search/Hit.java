package org.lodestone.platform.search;

import java.util.Map;

/**
 * @param highlights by text field: the value, or the part around the match, HTML-escaped, with {@code <mark>} where {@code q} was found;
 *     fields without a match are left out
 */
public record Hit<A>(A aggregate, Map<String, String> highlights) {}
