package org.lodestone.gateway.login;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;

/**
 * The identity provider behind the gateway, where nothing but the gateway can be reached. It is not in the table of application.yml
 * because the filters there take the cookies away, and the provider's login lives by its own.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("lodestone.services.identity")
class ProxiedProviderConfiguration {

    /** Logins to our realm and what their pages look like; neither the provider's administration nor its other realms. */
    private static final String[] PATHS = {"/auth/realms/lodestone/**", "/auth/resources/**"};

    @Bean
    RouteLocator providerRoute(RouteLocatorBuilder routes, Environment environment) {
        String provider = environment.getRequiredProperty("lodestone.services.identity");
        return routes.routes()
                .route("identity", route -> route.path(PATHS).uri(provider))
                .build();
    }

    /** The provider guards its own forms, writes its own headers and keeps its own session. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityWebFilterChain providerChain(ServerHttpSecurity http) {
        return http.securityMatcher(new PathPatternParserServerWebExchangeMatcher("/auth/**"))
                .authorizeExchange(paths -> paths.anyExchange().permitAll())
                .csrf(CsrfSpec::disable)
                .headers(HeaderSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .build();
    }
}
