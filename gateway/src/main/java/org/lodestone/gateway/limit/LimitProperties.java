package org.lodestone.gateway.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Limits per person.
 *
 * @param requestsPerSecond sustained rate
 * @param burst how many may come at once
 * @param body largest request body
 * @param upload largest body of a file that is uploaded; the service behind has its own limit for each kind
 */
@ConfigurationProperties("lodestone.limit")
record LimitProperties(long requestsPerSecond, long burst, DataSize body, DataSize upload) {}
