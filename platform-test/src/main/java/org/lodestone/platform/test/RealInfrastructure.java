package org.lodestone.platform.test;

import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * Points a context at this run's broker and issuer, and at a database nobody else has. The broker is everybody's, so a context's consumer
 * groups are its own, too: else one context of a service would hear what another one waits for.
 */
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
                        // Nobody else is there to be asked about a person.
                        "lodestone.privacy.services",
                        "",
                        // A slow machine is not a reason to be answered before the work is done.
                        "lodestone.imports.patience",
                        "25s",
                        "server.address",
                        "127.0.0.1"))
                // What a kill left behind is gone on with soon, and nothing is heard late.
                .and("lodestone.privacy.every=1s", "lodestone.forgetting.every=1s", "lodestone.forgetting.heard=1s")
                .applyTo(context);
        context.getBeanFactory().registerSingleton("ownGroups", new OwnGroups(database));
    }

    private record OwnGroups(String database)
            implements ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> {

        @Override
        public void configure(ConcurrentMessageListenerContainer<Object, Object> container) {
            String group = container.getGroupId();
            if (group != null) {
                container.getContainerProperties().setGroupId(group + '.' + database);
            }
        }
    }
}
