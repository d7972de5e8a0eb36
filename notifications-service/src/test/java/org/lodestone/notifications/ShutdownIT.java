package org.lodestone.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.RealInfrastructure;
import org.lodestone.platform.test.Tokens;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Has a service of its own, because it stops it. */
class ShutdownIT {

    @Test
    void openStreamsEndAndDoNotHoldTheServiceUp() throws Exception {
        ConfigurableApplicationContext service = new SpringApplicationBuilder(NotificationsApplication.class)
                .initializers(new RealInfrastructure())
                .run("--server.port=0", "--spring.kafka.listener.auto-startup=false");
        String address = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
        String token = Tokens.of("officer.yuanqu", Role.OFFICER, "140827");
        List<SseClient> open = new ArrayList<>();
        for (String path : List.of("/api/streams/events", "/api/inbox/stream", "/api/streams/events?include=inbox")) {
            open.add(opened(address + path, token));
        }
        long before = System.nanoTime();

        service.close();

        // An open stream would hold it for the 20 s that requests under way are given.
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(18));
        for (SseClient stream : open) {
            stream.awaitEnd();
        }
    }

    /** The hub reads the log first: until then a stream is answered 503. */
    private static SseClient opened(String uri, String token) throws Exception {
        return RunningNotifications.await(() -> {
            SseClient client = SseClient.open(uri, token, null);
            if (client.status() != 200) {
                client.close();
                return null;
            }
            client.await(frame -> frame.id() != null);
            return client;
        });
    }
}
