package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lodestone.platform.test.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The contract that is published and the committed copy are one; a wanted change is written with {@code -Dcontract.write=true}. */
@ServiceTest
class ContractIT {

    private static final Path COMMITTED = Path.of("../docs/openapi/leads.json");

    private final WebTestClient http;

    @Autowired
    ContractIT(WebTestClient http) {
        this.http = http;
    }

    @Test
    void nothingChangesUnnoticed() throws IOException {
        String published = Objects.requireNonNull(http.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        if (Boolean.getBoolean("contract.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, published);
        }
        assertThat(published).isEqualTo(Files.readString(COMMITTED));
    }
}
