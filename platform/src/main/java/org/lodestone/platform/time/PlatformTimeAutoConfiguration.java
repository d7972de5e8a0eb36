package org.lodestone.platform.time;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The business clock. */
@AutoConfiguration
@EnableConfigurationProperties(ClockProperties.class)
public class PlatformTimeAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    BusinessClock businessClock(ClockProperties properties) {
        Path file = properties.file();
        return new BusinessClock(
                Clock.systemUTC(), file == null || file.toString().isEmpty() ? null : file, properties.zones());
    }
}
