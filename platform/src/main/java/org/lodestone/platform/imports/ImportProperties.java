package org.lodestone.platform.imports;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param lease how long an instance that says nothing is taken for alive; longer than any batch takes
 * @param poll between two looks at what nobody works on
 * @param patience how long a request waits for its preview or its undoing before it answers that the work goes on; within the
 *     gateway's limit
 * @param batch rows between two notes of the position
 */
@ConfigurationProperties("lodestone.imports")
public record ImportProperties(
        @DefaultValue("30s") Duration lease,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("4s") Duration patience,
        @DefaultValue("250") int batch) {}
