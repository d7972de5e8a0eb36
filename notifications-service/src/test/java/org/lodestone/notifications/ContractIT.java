package org.lodestone.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The contract as it is committed; {@code -Dcontract.write=true} writes what the code says now. */
class ContractIT extends RunningNotifications {

    private static final Path COMMITTED = Path.of("..", "docs", "openapi", "notifications.json");

    @Test
    void contractIsTheCommittedOne() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
                .build();
        String now = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        if (Boolean.getBoolean("contract.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, now);
        }
        assertThat(now).isEqualTo(Files.readString(COMMITTED));
    }
}
