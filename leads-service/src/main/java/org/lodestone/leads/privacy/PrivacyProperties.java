package org.lodestone.leads.privacy;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param services that are asked about a person, too, by their {@code spring.application.name}; an erasure waits for each of them
 * @param patience how long their answers are waited for, until they are asked again or the search is answered without them
 * @param every between two looks after erasures that a kill or a missing answer left behind
 */
@ConfigurationProperties("lodestone.privacy")
record PrivacyProperties(
        @DefaultValue List<String> services,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("10s") Duration every) {}
