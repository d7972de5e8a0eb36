package org.lodestone.localstack.issuer;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param folder keys, secrets and running logins
 * @param gatewayPort where the page is, and so where a login returns to
 */
@ConfigurationProperties("lodestone.issuer")
record IssuerProperties(Path folder, int gatewayPort) {}
