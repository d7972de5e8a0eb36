package org.lodestone.projects.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.web.Amount;

/**
 * A month's progress 进展月报.
 *
 * @param month {@code 2026-11}
 * @param invested in that month
 */
public record ProgressReport(
        String month, String summary, @Nullable Amount invested, Instant at, String by) {}
