package org.lodestone.platform.web;

import java.util.List;
import java.util.Locale;
import org.lodestone.platform.security.ScopeArgumentResolver;
import org.lodestone.platform.security.Scopes;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.time.PlatformTimeAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import org.springframework.web.server.i18n.LocaleContextResolver;
import tools.jackson.databind.json.JsonMapper;

/** HTTP as every service speaks it. */
@AutoConfiguration(
        before = {MessageSourceAutoConfiguration.class, WebFluxAutoConfiguration.class},
        after = {JacksonAutoConfiguration.class, PlatformTimeAutoConfiguration.class})
@ConditionalOnWebApplication(type = Type.REACTIVE)
@EnableConfigurationProperties(WebProperties.class)
public class PlatformWebAutoConfiguration {

    /** A service's own words first, then the platform's; {@code messages.properties} is Chinese, {@code messages_en.properties} English. */
    @Bean
    @ConditionalOnMissingBean(name = "messageSource")
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        if (new ClassPathResource("messages.properties").exists()) {
            messages.addBasenames("messages");
        }
        messages.addBasenames("messages-platform");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    @ConditionalOnMissingBean(name = "localeContextResolver")
    LocaleContextResolver localeContextResolver() {
        AcceptHeaderLocaleContextResolver resolver = new AcceptHeaderLocaleContextResolver();
        resolver.setSupportedLocales(List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH));
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        return resolver;
    }

    @Bean
    JsonMapperBuilderCustomizer decimalStrings() {
        return builder -> builder.addModule(new DecimalStrings());
    }

    @Bean
    StrictJson strictJson(JsonMapper json, BusinessClock clock) {
        return new StrictJson(json, clock);
    }

    @Bean
    MergePatch mergePatch(JsonMapper json, StrictJson strict) {
        return new MergePatch(json, strict);
    }

    @Bean
    Commands commands(JsonMapper json, BusinessClock clock) {
        return new Commands(json, clock);
    }

    @Bean
    Answers answers() {
        return new Answers();
    }

    @Bean
    Uploads uploads() {
        return new Uploads();
    }

    @Bean
    ProblemHandler problemHandler(MessageSource messages, JsonMapper json) {
        return new ProblemHandler(messages, json);
    }

    @Bean
    RequestLimits requestLimits(WebProperties properties) {
        return new RequestLimits(properties.deadline());
    }

    @Bean
    WebFluxConfigurer platformWebFlux(JsonMapper json, StrictJson strict, Scopes scopes) {
        return new WebFluxConfigurer() {
            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
                StrictJsonDecoder decoder = new StrictJsonDecoder(json, strict);
                decoder.setMaxInMemorySize(RequestLimits.BODY_BYTES);
                codecs.defaultCodecs().jacksonJsonDecoder(decoder);
                codecs.defaultCodecs().maxInMemorySize(RequestLimits.BODY_BYTES);
            }

            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(new ScopeArgumentResolver(scopes), new QueryRecordResolver());
            }
        };
    }
}
