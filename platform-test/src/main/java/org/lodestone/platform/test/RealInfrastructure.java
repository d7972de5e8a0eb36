package org.lodestone.platform.test;

import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points a context at this run's broker and issuer, and at a database nobody else has. */
public final class RealInfrastructure implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String database = "t" + UUID.randomUUID().toString().replace("-", "");
        TestPropertyValues.of(Map.of(
                        "spring.mongodb.uri",
                        Databases.uri(database),
                        "spring.kafka.bootstrap-servers",
                        Brokers.address(),
                        "lodestone.security.issuer",
                        Tokens.issuer(),
                        "lodestone.index.dir",
                        Databases.folder("index").toString(),
                        "server.address",
                        "127.0.0.1"))
                .applyTo(context);
    }
}
