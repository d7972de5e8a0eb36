package org.lodestone.localstack.issuer;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** The issuer in a process of its own: {@code IssuerProcess FOLDER PORT GATEWAY_PORT}. */
@EnableAutoConfiguration
@EnableConfigurationProperties(IssuerProperties.class)
@Import({IssuerSecurity.class, IssuerClients.class, LoginPage.class})
public class IssuerProcess {

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(IssuerProcess.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(settings(arguments[0], arguments[1], arguments[2]));
        application.run();
    }

    private static Map<String, Object> settings(String folder, String port, String gatewayPort) {
        return Map.ofEntries(
                Map.entry("lodestone.issuer.folder", folder),
                Map.entry("lodestone.issuer.gateway-port", gatewayPort),
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("server.port", port),
                // Cookies ignore ports: the gateway's on the same host must not be overwritten.
                Map.entry("server.servlet.session.cookie.name", "LODESTONE_ISSUER"),
                Map.entry("server.servlet.session.cookie.same-site", "lax"),
                Map.entry("server.servlet.session.timeout", "8h"),
                Map.entry("server.tomcat.threads.max", "16"),
                Map.entry("spring.datasource.url", "jdbc:h2:file:" + folder + "/logins;WRITE_DELAY=0"),
                Map.entry("spring.datasource.hikari.maximum-pool-size", "4"),
                Map.entry("spring.sql.init.mode", "always"),
                Map.entry("spring.sql.init.schema-locations", "classpath:org/lodestone/localstack/issuer/schema.sql"),
                Map.entry("logging.config", "classpath:logback-child.xml"),
                Map.entry("spring.jmx.enabled", "false"),
                Map.entry("spring.main.log-startup-info", "false"));
    }
}
