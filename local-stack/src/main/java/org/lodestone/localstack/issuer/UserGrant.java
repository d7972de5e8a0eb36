package org.lodestone.localstack.issuer;

import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;

/**
 * The command line's own grant: whoever can read its secret in the data folder gets a token of any demo user, without a
 * password. It exists on the loopback only.
 */
final class UserGrant extends OAuth2AuthorizationGrantAuthenticationToken {

    static final AuthorizationGrantType TYPE = new AuthorizationGrantType("urn:lodestone:grant:user");

    private static final long serialVersionUID = 1L;

    private final String user;

    UserGrant(Authentication client, String user) {
        super(TYPE, client, Map.of());
        this.user = user;
    }

    String user() {
        return user;
    }
}
