package org.lodestone.localstack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfrastructureTests {

    @TempDir
    Path folder;

    private Home home;
    private Ports ports;

    @BeforeEach
    void chosen() {
        home = new Home(folder);
        ports = Ports.choose(home, Integer.toString(org.lodestone.localstack.ChildProcess.freePort()));
    }

    @Test
    void withoutAddressesEverythingIsEmbedded() {
        Infrastructure embedded = new Infrastructure(home, ports, Map.of());
        assertThat(embedded.children())
                .extracting(ChildSpec::name)
                .containsExactlyInAnyOrder("broker", "database", "issuer", "mail");
        assertThat(embedded.bootstrapServers()).isEqualTo("127.0.0.1:" + ports.of("broker"));
        assertThat(embedded.issuerIsOurs()).isTrue();
    }

    @Test
    void anAddressFromTheEnvironmentWins() {
        Infrastructure given = new Infrastructure(
                home,
                ports,
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                        "MONGODB_URI", "mongodb://user:secret@mongo/?replicaSet=rs",
                        "OIDC_ISSUER_URI", "https://login.example/realms/lodestone",
                        "SPRING_MAIL_HOST", "smtp.example"));
        assertThat(given.children()).isEmpty();
        assertThat(given.mongoUri("lodestone_leads"))
                .isEqualTo("mongodb://user:secret@mongo/lodestone_leads?replicaSet=rs");
        assertThat(given.bootstrapServers()).isEqualTo("kafka:9092");
        assertThat(given.issuerUri()).isEqualTo("https://login.example/realms/lodestone");
        assertThat(given.mailHost() + ":" + given.mailPort()).isEqualTo("smtp.example:25");
    }

    @Test
    void whatIsInUseIsSaidWithoutPasswords() {
        Infrastructure given =
                new Infrastructure(home, ports, Map.of("MONGODB_URI", "mongodb://user:secret@mongo/?replicaSet=rs"));
        assertThat(given.inWords().get("database")).contains("mongo/").doesNotContain("secret");
        assertThat(given.inWords().get("broker")).contains("embedded");
    }
}
