package org.lodestone.platform.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events travel.
 *
 * @param poll how often the outbox is searched for what a crash left behind; 1s where an index answers, 15s on the embedded database
 * @param grace what is younger is being published by whoever committed it
 * @param replicas of each topic; with three, two must have an event before it counts
 */
@ConfigurationProperties("lodestone.events")
public record EventsProperties(
        @DefaultValue("15s") Duration poll,
        @DefaultValue("2s") Duration grace,
        @DefaultValue("1") short replicas) {}
