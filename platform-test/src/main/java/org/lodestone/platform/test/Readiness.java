package org.lodestone.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Holds a class's tests back until their service says that it is ready, as a load balancer holds back requests: a service that has just
 * started may still be filling its index, and answers 503 until it has. What a test waits for without a limit of its own it then waits for
 * as long as a slow machine needs.
 */
public final class Readiness implements TestExecutionListener {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration OF_A_TEST = Duration.ofSeconds(30);

    @Override
    public void beforeTestClass(TestContext test) {
        Awaitility.setDefaultTimeout(OF_A_TEST);
        String port = test.getApplicationContext().getEnvironment().getProperty("local.server.port");
        HttpRequest probe = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            Awaitility.await("the service is ready")
                    .atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                    .pollInterval(Duration.ofMillis(50))
                    .pollDelay(Duration.ZERO)
                    .until(() -> status(http, probe) == 200);
        }
    }

    private static int status(HttpClient http, HttpRequest probe) throws InterruptedException {
        try {
            return http.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
