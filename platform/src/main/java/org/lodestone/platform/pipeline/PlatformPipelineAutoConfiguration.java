package org.lodestone.platform.pipeline;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The pipeline templates of a service, validated while it starts. */
@AutoConfiguration
public class PlatformPipelineAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    PipelineTemplates pipelineTemplates() {
        return PipelineTemplates.load(PipelineTemplates.LOCATION);
    }
}
