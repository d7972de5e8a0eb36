package org.lodestone.gateway.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Limits per person.
 *
 * @param requestsPerSecond sustained rate
 * @param burst how many may come at once
 * @param body largest request body
 */
@ConfigurationProperties("lodestone.limit")
record LimitProperties(long requestsPerSecond, long burst, DataSize body) {}
