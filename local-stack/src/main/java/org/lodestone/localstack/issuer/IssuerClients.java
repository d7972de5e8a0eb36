package org.lodestone.localstack.issuer;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who may ask for tokens: the page through the gateway, the command line, and a program for each zone. */
@Configuration(proxyBeanMethods = false)
class IssuerClients {

    static final String CLI = "lodestone-cli";

    /** {@code program.yuanqu} acts as an officer of Yuanqu. */
    static final String PROGRAM_PREFIX = "program.";

    private static final List<String> PROGRAM_SCOPES =
            List.of("leads.read", "leads.write", "projects.read", "projects.write", "events.read", "notifications");

    @Bean
    RegisteredClientRepository clients(IssuerProperties properties) {
        IssuerFolder folder = new IssuerFolder(properties.folder());
        return new InMemoryRegisteredClientRepository(Stream.concat(
                        Stream.of(web(folder, properties.gatewayPort()), commandLine(folder)),
                        DemoUser.zonesByPlace().keySet().stream().map(place -> program(folder, place)))
                .toList());
    }

    private static RegisteredClient web(IssuerFolder folder, int gatewayPort) {
        RegisteredClient.Builder client = client("lodestone-web", folder.webSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofMinutes(5))
                        .refreshTokenTimeToLive(Duration.ofHours(12))
                        .reuseRefreshTokens(false)
                        .build());
        for (String host : List.of("127.0.0.1", "localhost")) {
            String page = "http://" + host + ":" + gatewayPort;
            client.redirectUri(page + "/login/oauth2/code/lodestone")
                    .postLogoutRedirectUri(page)
                    .postLogoutRedirectUri(page + "/");
        }
        return client.build();
    }

    private static RegisteredClient commandLine(IssuerFolder folder) {
        return client(CLI, folder.cliSecret())
                .authorizationGrantType(UserGrant.TYPE)
                .tokenSettings(lifetime(Duration.ofHours(8)))
                .build();
    }

    private static RegisteredClient program(IssuerFolder folder, String place) {
        String id = PROGRAM_PREFIX + place;
        return client(id, folder.programSecret(id))
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(PROGRAM_SCOPES))
                .tokenSettings(lifetime(Duration.ofHours(1)))
                .build();
    }

    private static TokenSettings lifetime(Duration lifetime) {
        return TokenSettings.builder().accessTokenTimeToLive(lifetime).build();
    }

    /** The id is kept with a running login: it has to be the same after a restart. */
    private static RegisteredClient.Builder client(String id, String secret) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret("{noop}" + secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    }

    /** The zone a program acts in. */
    static String zoneOf(String program) {
        return Objects.requireNonNull(DemoUser.zonesByPlace().get(program.substring(PROGRAM_PREFIX.length())));
    }
}
