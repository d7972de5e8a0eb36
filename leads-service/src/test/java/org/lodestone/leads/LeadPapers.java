package org.lodestone.leads;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.lodestone.leads.Api.Answer;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.json.JsonMapper;

/** The files of leads, as the page sends and takes them. */
final class LeadPapers {

    private final WebTestClient http;

    LeadPapers(WebTestClient http) {
        this.http = http.mutate()
                .responseTimeout(Duration.ofSeconds(60))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(32 << 20))
                .build();
    }

    static byte[] pdf(String words) {
        return ("%PDF-1.7\n" + words + "\n%%EOF").getBytes(StandardCharsets.UTF_8);
    }

    static String of(String lead) {
        return "/api/leads/" + lead + "/documents";
    }

    Answer send(String token, String lead, String name, byte[] content, Map<String, String> fields) {
        return send(token, lead, name, content, fields, Map.of());
    }

    Answer send(
            String token,
            String lead,
            String name,
            byte[] content,
            Map<String, String> fields,
            Map<String, String> headers) {
        MultipartBodyBuilder body = new MultipartBodyBuilder();
        body.part("file", new ByteArrayResource(content) {
                    @Override
                    public String getFilename() {
                        return name;
                    }
                })
                .contentType(MediaType.APPLICATION_OCTET_STREAM);
        fields.forEach(body::part);
        EntityExchangeResult<byte[]> result = http.post()
                .uri(of(lead))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .headers(all -> headers.forEach(all::set))
                .body(BodyInserters.fromMultipartData(body.build()))
                .exchange()
                .expectBody()
                .returnResult();
        byte[] answer = result.getResponseBody();
        JsonMapper json = JsonMapper.shared();
        return new Answer(
                result.getStatus().value(),
                answer == null ? json.createObjectNode() : json.readTree(answer),
                result.getResponseHeaders().toSingleValueMap());
    }

    record Taken(int status, byte[] bytes, HttpHeaders headers) {}

    Taken take(String token, String path, Map<String, String> headers) {
        EntityExchangeResult<byte[]> result = http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .headers(all -> headers.forEach(all::set))
                .exchange()
                .expectBody()
                .returnResult();
        byte[] bytes = result.getResponseBody();
        return new Taken(result.getStatus().value(), bytes == null ? new byte[0] : bytes, result.getResponseHeaders());
    }

    Taken take(String token, String lead, String document) {
        return take(token, of(lead) + "/" + document + "/content", Map.of());
    }
}
