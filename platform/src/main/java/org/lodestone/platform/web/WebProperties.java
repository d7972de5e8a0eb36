package org.lodestone.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param deadline until an answer must have begun: between the database's 5 s and the gateway's 8 */
@ConfigurationProperties("lodestone.web")
public record WebProperties(@DefaultValue("6s") Duration deadline) {}
