package org.lodestone.localstack.issuer;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.token.DefaultOAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Issues a demo user's token to the command line. */
final class UserGrantProvider implements AuthenticationProvider {

    private final Map<String, DemoUser> users;
    private final OAuth2TokenGenerator<?> tokens;

    UserGrantProvider(Map<String, DemoUser> users, OAuth2TokenGenerator<?> tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        UserGrant grant = (UserGrant) authentication;
        OAuth2ClientAuthenticationToken clientAuthentication = (OAuth2ClientAuthenticationToken) grant.getPrincipal();
        @Nullable RegisteredClient client = clientAuthentication.getRegisteredClient();
        if (client == null || !client.getAuthorizationGrantTypes().contains(UserGrant.TYPE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
        }
        @Nullable DemoUser user = users.get(grant.user());
        if (user == null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
        return new OAuth2AccessTokenAuthenticationToken(client, clientAuthentication, token(client, grant, user));
    }

    private OAuth2AccessToken token(RegisteredClient client, UserGrant grant, DemoUser user) {
        @Nullable
        OAuth2Token token = tokens.generate(DefaultOAuth2TokenContext.builder()
                .registeredClient(client)
                .principal(UsernamePasswordAuthenticationToken.authenticated(user.id(), null, java.util.List.of()))
                .authorizationServerContext(AuthorizationServerContextHolder.getContext())
                .tokenType(OAuth2TokenType.ACCESS_TOKEN)
                .authorizationGrantType(UserGrant.TYPE)
                .authorizationGrant(grant)
                .build());
        if (token == null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.SERVER_ERROR);
        }
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UserGrant.class.isAssignableFrom(authentication);
    }
}
