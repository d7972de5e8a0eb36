package org.lodestone.platform.time;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param file holds the business clock's offset; none in production
 * @param zones zone code → its time, where it is not China's
 */
@ConfigurationProperties("lodestone.clock")
public record ClockProperties(
        @Nullable Path file, @DefaultValue Map<String, ZoneId> zones) {}
