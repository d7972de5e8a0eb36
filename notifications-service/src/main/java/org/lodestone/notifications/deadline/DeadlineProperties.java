package org.lodestone.notifications.deadline;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param settle how long the log must have answered without a break before anybody is told: after an outage what the other services did
 *     meanwhile arrives first; longer than their relays take to look again
 */
@ConfigurationProperties("lodestone.deadlines")
record DeadlineProperties(@DefaultValue("20s") Duration settle) {}
