package org.lodestone.platform.bulk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param every between two looks at what a kill left
 * @param patience how long a request of few rows waits for its results before it answers that the work goes on; within the gateway's limit
 */
@ConfigurationProperties("lodestone.bulk")
public record BulkProperties(
        @DefaultValue("10s") Duration every,
        @DefaultValue("4s") Duration patience) {}
