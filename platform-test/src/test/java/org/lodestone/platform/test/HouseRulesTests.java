package org.lodestone.platform.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.platform.aggregate.Parcels;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.kafka.annotation.KafkaListener;
import reactor.core.publisher.Mono;

class HouseRulesTests {

    static class ReadsValues {
        @Value("${a}")
        @Nullable
        String a;
    }

    static class InjectsFields {
        @Autowired
        @Nullable
        String a;
    }

    @ConfigurationProperties("other")
    record NamedElsewhere(String a) {}

    static class LosesOrder {
        @KafkaListener(topics = "t")
        Mono<Void> hear(ConsumerRecord<String, byte[]> message) {
            return Mono.empty();
        }
    }

    @Test
    void theRulesHoldForThisModule() {
        assertThatCode(() -> HouseRules.check("org.lodestone.platform.test")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {ReadsValues.class, InjectsFields.class, NamedElsewhere.class, LosesOrder.class, Parcels.class})
    void aBreachIsFound(Class<?> breach) {
        JavaClasses classes = new ClassFileImporter().importClasses(breach);
        assertThatThrownBy(() -> HouseRules.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(breach.getSimpleName());
    }
}
