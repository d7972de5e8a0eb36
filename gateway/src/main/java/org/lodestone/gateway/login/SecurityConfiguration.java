package org.lodestone.gateway.login;

import java.net.URI;
import org.lodestone.gateway.problem.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec.FrameOptionsSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/** One chain for both kinds of callers: a session cookie with CSRF protection for the page, a Bearer token for programs. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    private static final String LOGIN = "/oauth2/authorization/" + LoginConfiguration.REGISTRATION;
    /** As named in application.yml. */
    private static final String SESSION = "LODESTONE_SESSION";

    private static final String PAGE_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'self'; form-action 'self' ";

    @Bean
    SecurityWebFilterChain chain(
            ServerHttpSecurity http,
            ReactiveClientRegistrationRepository registrations,
            OidcProperties oidc,
            Problems problems) {
        ServerAuthenticationEntryPoint notLoggedIn = (exchange, failure) -> challenge(exchange, problems);
        ServerAccessDeniedHandler denied =
                (exchange, failure) -> problems.write(exchange, HttpStatus.FORBIDDEN, "forbidden");
        var logout = new OidcClientInitiatedServerLogoutSuccessHandler(registrations);
        logout.setPostLogoutRedirectUri("{baseUrl}/");
        return http.authorizeExchange(paths -> paths.pathMatchers("/api/**", "/docs/**", "/logout")
                        .authenticated()
                        .pathMatchers("/actuator/health/**", "/actuator/prometheus")
                        .permitAll()
                        .pathMatchers("/actuator/**")
                        .denyAll()
                        .anyExchange()
                        .permitAll())
                .oauth2Login(Customizer.withDefaults())
                .oauth2ResourceServer(
                        server -> server.jwt(Customizer.withDefaults()).authenticationEntryPoint(notLoggedIn))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(notLoggedIn).accessDeniedHandler(denied))
                .logout(spec -> spec.logoutSuccessHandler(logout))
                .csrf(csrf -> protect(csrf, denied))
                .headers(headers -> headers.frameOptions(frame -> frame.mode(Mode.DENY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .contentSecurityPolicy(
                                policy -> policy.policyDirectives(PAGE_POLICY + origin(oidc.endSessionUri()))))
                .build();
    }

    /** An observation for each security filter costs more than the filter; requests are observed as a whole. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** What other sites embed and strangers fill in: no login, no cookie, and the service says who may frame it. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityWebFilterChain intake(ServerHttpSecurity http) {
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/intake/**", "/api/intake/**"))
                .authorizeExchange(paths -> paths.anyExchange().permitAll())
                .csrf(CsrfSpec::disable)
                .logout(LogoutSpec::disable)
                .headers(headers -> headers.frameOptions(FrameOptionsSpec::disable)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN)))
                .build();
    }

    /** The cookie is only written when somebody asks for the token, so each page request does. */
    @Bean
    WebFilter csrfCookie() {
        return (exchange, chain) -> {
            Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
            return token == null || bearer(exchange) ? chain.filter(exchange) : token.then(chain.filter(exchange));
        };
    }

    private static void protect(ServerHttpSecurity.CsrfSpec csrf, ServerAccessDeniedHandler denied) {
        csrf.csrfTokenRepository(CookieServerCsrfTokenRepository.withHttpOnlyFalse())
                .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                .requireCsrfProtectionMatcher(sessionWrites())
                .accessDeniedHandler(denied);
    }

    /** Only a cookie is sent by the browser of its own accord: a request without one, or with a Bearer token, is nobody's forgery. */
    private static ServerWebExchangeMatcher sessionWrites() {
        return exchange ->
                bearer(exchange) || !exchange.getRequest().getCookies().containsKey(SESSION)
                        ? MatchResult.notMatch()
                        : CsrfWebFilter.DEFAULT_CSRF_MATCHER.matches(exchange);
    }

    /** Logging out is a form whose answer leads to the identity provider: a browser holds that against the policy, too. */
    private static String origin(String endSessionUri) {
        URI uri = URI.create(endSessionUri);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private static boolean bearer(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
    }

    /** A person who opens a protected address is taken to the login; a program or the page's script gets a problem. */
    private static Mono<Void> challenge(ServerWebExchange exchange, Problems problems) {
        boolean person = HttpMethod.GET.equals(exchange.getRequest().getMethod())
                && !bearer(exchange)
                && exchange.getRequest().getHeaders().getAccept().stream()
                        .anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
        if (person) {
            exchange.getResponse().setStatusCode(HttpStatus.FOUND);
            exchange.getResponse().getHeaders().set(HttpHeaders.LOCATION, LOGIN);
            return exchange.getResponse().setComplete();
        }
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return problems.write(exchange, HttpStatus.UNAUTHORIZED, "unauthorized");
    }
}
