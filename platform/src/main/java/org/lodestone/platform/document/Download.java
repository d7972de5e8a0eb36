package org.lodestone.platform.document;

import java.time.Instant;

/**
 * Who took a file, and when.
 *
 * @param edition its number
 */
public record Download(String id, Instant at, String by, int edition) {}
