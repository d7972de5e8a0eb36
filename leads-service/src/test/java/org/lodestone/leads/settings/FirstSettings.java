package org.lodestone.leads.settings;

import java.time.Duration;
import java.time.Instant;
import org.springframework.context.ApplicationContext;

/** The settings with which a zone begins that a test opens. */
public final class FirstSettings {

    private FirstSettings() {}

    public static void of(String zone, ApplicationContext service) {
        service.getBean(ZoneSettingsBook.class).begin(zone, Instant.now()).block(Duration.ofSeconds(30));
    }
}
