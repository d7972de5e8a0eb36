package org.lodestone.platform.security;

import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param issuer of the tokens; it may be away while a service starts
 * @param jwkSetUri where its keys are, if a service reaches it by another address than browsers do; found through the issuer otherwise
 * @param audience a token must be meant for
 * @param readScopes of a program's token that let it read here, e.g. {@code leads.read}
 * @param writeScopes that let it write here
 * @param openPaths for everybody, besides health, metrics and the contract
 */
@ConfigurationProperties("lodestone.security")
public record SecurityProperties(
        @DefaultValue("") String issuer,
        @DefaultValue("") String jwkSetUri,
        @DefaultValue("lodestone") String audience,
        @DefaultValue Set<String> readScopes,
        @DefaultValue Set<String> writeScopes,
        @DefaultValue List<String> openPaths) {}
