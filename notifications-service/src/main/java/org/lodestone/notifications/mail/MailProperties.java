package org.lodestone.notifications.mail;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param from sender of the alerts
 * @param domain right side of message ids; they must stay the same for ever, so it is no host's name
 * @param linkBase where the page is
 * @param threads how many e-mails are on their way at a time
 * @param lease how long one attempt may take before another may be made
 */
@ConfigurationProperties("lodestone.mail")
record MailProperties(
        @DefaultValue("lodestone@localhost") String from,
        @DefaultValue("lodestone.example") String domain,
        @DefaultValue("http://127.0.0.1:8080") URI linkBase,
        @DefaultValue("2") int threads,
        @DefaultValue("2m") Duration lease) {}
