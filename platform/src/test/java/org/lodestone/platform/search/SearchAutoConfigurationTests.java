package org.lodestone.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.platform.aggregate.CommitListener;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SearchAutoConfigurationTests {

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SearchAutoConfiguration.class));

    @Test
    void aServiceWithoutAnIndexIsReady() {
        context.run(started -> {
            assertThat(started).hasSingleBean(SearchIndexes.class).hasSingleBean(CommitListener.class);
            assertThat(started.getBean(SearchIndexes.class).isRunning()).isTrue();
            assertThat(started.getBean("indexHealthIndicator", IndexHealth.class)
                            .health()
                            .getStatus())
                    .isEqualTo(Status.UP);
        });
    }

    @Test
    void theFolderIsConfigured(@TempDir Path folder) {
        context.withPropertyValues("lodestone.index.dir=" + folder)
                .run(started -> assertThat(
                                started.getBean(SearchProperties.class).dir())
                        .isEqualTo(folder));
        context.withPropertyValues("lodestone.index.dir=")
                .run(started -> assertThat(started).hasNotFailed());
    }
}
