package org.lodestone.localstack.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** The protocol's endpoints, the login page before them, and what stands in a token. */
@Configuration(proxyBeanMethods = false)
class IssuerSecurity {

    private static final String AUDIENCE = "lodestone";

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, OAuth2TokenGenerator<?> tokens) {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(oidc -> {});
                    server.tokenEndpoint(endpoint -> endpoint.accessTokenRequestConverter(new UserGrantConverter())
                            .authenticationProvider(new UserGrantProvider(DemoUser.all(), tokens)));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain login(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/login", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        // Without form-action: browsers apply it to the redirect back to the page as well.
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'")))
                .build();
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(DemoUser.all().values().stream()
                .map(user -> User.withUsername(user.id())
                        .password("{noop}" + DemoUser.PASSWORD)
                        .roles(user.role())
                        .build())
                .toList());
    }

    /** In a file, so that a restart forgets no refresh token. */
    @Bean
    OAuth2AuthorizationService logins(JdbcOperations jdbc, RegisteredClientRepository clients) {
        return new JdbcOAuth2AuthorizationService(jdbc, clients);
    }

    @Bean
    JWKSource<SecurityContext> keys(IssuerProperties properties) {
        return new ImmutableJWKSet<>(new JWKSet(new IssuerFolder(properties.folder()).signingKey()));
    }

    @Bean
    OAuth2TokenGenerator<?> tokens(JWKSource<SecurityContext> keys) {
        JwtGenerator jwt = new JwtGenerator(new NimbusJwtEncoder(keys));
        jwt.setJwtCustomizer(IssuerSecurity::describe);
        return new DelegatingOAuth2TokenGenerator(jwt, new OAuth2RefreshTokenGenerator());
    }

    private static void describe(JwtEncodingContext token) {
        String client = token.getRegisteredClient().getClientId();
        boolean access = OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType());
        token.getClaims().claims(claims -> {
            claims.putAll(whoIs(subject(token)));
            if (access) {
                claims.put("aud", listOf(AUDIENCE));
                claims.put("client", client);
            }
        });
    }

    private static String subject(JwtEncodingContext token) {
        Authentication principal = Objects.requireNonNull(token.getPrincipal());
        return principal.getName();
    }

    private static Map<String, Object> whoIs(String subject) {
        @Nullable DemoUser user = DemoUser.all().get(subject);
        return user == null
                ? Map.of("name", subject, "zones", listOf(IssuerClients.zoneOf(subject)))
                : Map.of("name", user.name(), "roles", listOf(user.role()), "zones", new ArrayList<>(user.zones()));
    }

    /** What is stored with a login comes back only as a type on Spring Security's list, which List.of is not. */
    private static List<String> listOf(String value) {
        return new ArrayList<>(List.of(value));
    }
}
