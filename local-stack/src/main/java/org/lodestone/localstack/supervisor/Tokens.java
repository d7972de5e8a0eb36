package org.lodestone.localstack.supervisor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/** Tokens of demo users for the command line, by its own grant. */
public final class Tokens {

    private final Stack stack;
    private final HttpClient http = HttpClient.newHttpClient();

    public Tokens(Stack stack) {
        this.stack = stack;
    }

    /** A Bearer token of the embedded issuer, good for eight hours. */
    public String of(String user) {
        if (!stack.infrastructure().issuerIsOurs()) {
            throw new Complaint(
                    "Tokens come from " + stack.infrastructure().issuerUri() + " (OIDC_ISSUER_URI), not from here.");
        }
        String credentials = "lodestone-cli:" + stack.home().issuer().cliSecret();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(stack.infrastructure().issuerUri() + "/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=urn:lodestone:grant:user&user=" + URLEncoder.encode(user, StandardCharsets.UTF_8)))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new Complaint("There is no user " + user + ". Try officer.yuanqu, manager.yuanqu, leader.yuanqu,"
                        + " city, viewer or admin.");
            }
            return JsonMapper.builder()
                    .build()
                    .readTree(response.body())
                    .get("access_token")
                    .asString();
        } catch (ConnectException e) {
            throw new Complaint("The issuer does not answer. Is the stack up? ./lodestone up");
        } catch (IOException e) {
            throw new Complaint("The issuer did not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Complaint("Interrupted.");
        }
    }
}
