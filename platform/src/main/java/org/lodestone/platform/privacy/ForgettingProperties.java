package org.lodestone.platform.privacy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a person is forgotten in this service.
 *
 * @param heard what was said before it was asked has been heard after so long, and is found by the last look
 * @param every between two looks after what a kill left behind
 */
@ConfigurationProperties("lodestone.forgetting")
record ForgettingProperties(
        @DefaultValue("10s") Duration heard,
        @DefaultValue("10s") Duration every) {}
