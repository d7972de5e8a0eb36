package org.lodestone.gateway.login;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The identity provider, any that speaks OpenID Connect.
 *
 * @param issuerUri what tokens must carry in {@code iss}
 * @param audience what access tokens must carry in {@code aud}
 */
@ConfigurationProperties("lodestone.oidc")
record OidcProperties(
        String issuerUri,
        String audience,
        String clientId,
        String clientSecret,
        String authorizationUri,
        String tokenUri,
        String jwkSetUri,
        String endSessionUri) {}
