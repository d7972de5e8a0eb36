package org.lodestone.leads.settings;

import java.time.Instant;
import org.lodestone.platform.time.BusinessClock;
import tools.jackson.databind.json.JsonMapper;

/** The settings that are shipped, read as the service reads them. */
public final class ShippedFixture {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private ShippedFixture() {}

    public static ZoneSettings settings(String zone) {
        return new ShippedSettings(JsonMapper.shared(), BusinessClock.fixed(NOW)).of(zone, 1, NOW);
    }
}
