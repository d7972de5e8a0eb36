package org.lodestone.leads.privacy;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param services that are asked about a person, too, by their {@code spring.application.name}; an erasure waits for each of them */
@ConfigurationProperties("lodestone.privacy")
record PrivacyProperties(@DefaultValue List<String> services) {}
