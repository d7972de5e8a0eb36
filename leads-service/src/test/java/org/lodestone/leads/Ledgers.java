package org.lodestone.leads;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.Api.Answer;
import org.lodestone.platform.table.TableWriter;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.json.JsonMapper;

/** Ledgers as zones keep them, and the way they are sent. */
final class Ledgers {

    static final String IMPORTS = "/api/leads/imports";
    static final List<String> HEADER = List.of(
            "序号",
            "线索编号",
            "线索名称",
            "投资方",
            "统一社会信用代码",
            "来源渠道",
            "收集日期",
            "意向投资额(万元)",
            "用地(亩)/厂房(㎡)",
            "对接人",
            "状态",
            "最近跟进",
            "进展情况",
            "下一步计划",
            "下次跟进日期",
            "联系电话");

    private static final String UNLIKE = "鑫翎琥珀晟睿麒骏甄缪璇嘉禄彤珑霁翾弘卓闳";

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final WebTestClient http;
    private final Api api;
    private final String zone;

    Ledgers(WebTestClient http) {
        this(http, Api.YUANQU);
    }

    /** Sent to that zone. */
    Ledgers(WebTestClient http, String zone) {
        this.zone = zone;
        this.http = http.mutate().responseTimeout(Duration.ofSeconds(60)).build();
        this.api = new Api(http);
    }

    static String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** A name of four characters that no other has, nor one that sounds like it. */
    static String brand() {
        StringBuilder brand = new StringBuilder();
        new SecureRandom().ints(4, 0, UNLIKE.length()).forEach(at -> brand.append(UNLIKE.charAt(at)));
        return brand.toString();
    }

    /** A row of a firm that nobody else has. */
    static List<String> row(String firm) {
        return List.of(
                "1",
                "",
                firm + "项目",
                firm + "有限公司",
                "",
                "引荐",
                "2025-03-01",
                "1.2亿",
                "120亩/3000㎡",
                "",
                "新线索",
                "2025-04-01",
                "已对接两次",
                "安排考察",
                "2025-05-01",
                phone(firm));
    }

    static String phone(String firm) {
        return "139%08d".formatted(Math.floorMod(firm.hashCode(), 100_000_000));
    }

    static byte[] xlsx(List<List<String>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TableWriter writer = TableWriter.xlsx(bytes, "台账")) {
            writer.header(HEADER.stream()
                    .map(title -> new TableWriter.Column(title, 12))
                    .toList());
            for (List<String> row : rows) {
                writer.row(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] gb18030(List<List<String>> rows) {
        StringBuilder text = new StringBuilder(String.join(",", HEADER)).append("\r\n");
        rows.forEach(row -> text.append(String.join(",", row)).append("\r\n"));
        return text.toString().getBytes(GB18030);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Answer send(String token, String name, byte[] file) {
        return send(token, "?zone=" + zone, name, file, Map.of());
    }

    Answer send(String token, String query, String name, byte[] file, @Nullable String key) {
        return send(token, query, name, file, key == null ? Map.of() : Map.of("Idempotency-Key", key));
    }

    Answer send(String token, String query, String name, byte[] file, Map<String, String> headers) {
        MultipartBodyBuilder body = new MultipartBodyBuilder();
        body.part("file", new ByteArrayResource(file) {
                    @Override
                    public String getFilename() {
                        return name;
                    }
                })
                .contentType(MediaType.APPLICATION_OCTET_STREAM);
        var result = http.post()
                .uri(IMPORTS + query)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .headers(all -> headers.forEach(all::set))
                .accept(MediaType.APPLICATION_JSON)
                .body(BodyInserters.fromMultipartData(body.build()))
                .exchange()
                .expectBody()
                .returnResult();
        byte[] content = result.getResponseBody();
        JsonMapper json = JsonMapper.shared();
        return new Answer(
                result.getStatus().value(),
                content == null ? json.createObjectNode() : json.readTree(content),
                result.getResponseHeaders().toSingleValueMap());
    }

    byte[] download(String token, String path) {
        return java.util.Objects.requireNonNull(http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    /** A previewed one, run to its end. */
    void run(String token, String id) throws InterruptedException {
        reached(token, id, "PREVIEWED");
        api.post(token, IMPORTS + "/" + id + "/run", "{}");
        reached(token, id, "DONE");
    }

    /** Sent and run to its end. */
    String imported(String token, byte[] file, String how) throws InterruptedException {
        String id = send(token, "ledger.xlsx", file).id();
        reached(token, id, "PREVIEWED");
        api.post(token, IMPORTS + "/" + id + "/run", how);
        reached(token, id, "DONE");
        return id;
    }

    Answer reached(String token, String id, String state) throws InterruptedException {
        return Awaitility.await()
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> api.get(token, IMPORTS + "/" + id),
                        now -> now.text("/state").equals(state));
    }

    /** Every row of an outcome, by its pages. */
    Answer rows(String token, String id, String outcome) {
        return api.get(token, IMPORTS + "/" + id + "/rows?outcome=" + outcome);
    }
}
