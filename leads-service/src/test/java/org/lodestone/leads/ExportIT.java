package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.name;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.leads.Api.Answer;
import org.lodestone.leads.directory.OwnZone;
import org.lodestone.leads.ledger.LedgerColumn;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.table.Cell;
import org.lodestone.platform.table.TableLimits;
import org.lodestone.platform.table.TableReader;
import org.lodestone.platform.table.TableRow;
import org.lodestone.platform.table.Tables;
import org.lodestone.platform.test.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What is taken out as a file is what the list shows, and is known afterwards. */
@ServiceTest
class ExportIT {

    private static final String ALL_COLUMNS = "&columns=number,name,investor.name,receivedOn,investment.planned,"
            + "source.channel,state,assignment.owner,contacts[0].phone";

    private final WebTestClient http;
    private final Api api;
    private final OwnZone zone;

    @TempDir
    Path folder;

    @Autowired
    ExportIT(WebTestClient http, ApplicationContext service) {
        this.http = http;
        this.api = new Api(http);
        this.zone = OwnZone.in(service);
    }

    private String officer() {
        return zone.officer();
    }

    private String manager() {
        return zone.manager();
    }

    private record Taken(int status, HttpHeaders headers, byte[] body) {}

    private Taken take(String token, String path, String readAfter) {
        EntityExchangeResult<byte[]> result = http.get()
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .header("X-Read-After", readAfter)
                .exchange()
                .expectBody()
                .returnResult();
        return new Taken(
                result.getStatus().value(),
                result.getResponseHeaders(),
                Objects.requireNonNullElse(result.getResponseBody(), new byte[0]));
    }

    private List<Map<LedgerColumn, Cell>> rows(byte[] file) throws IOException {
        Path saved = Files.write(Files.createTempFile(folder, "export", ""), file);
        try (TableReader table = Tables.open(
                saved,
                TableLimits.standard(),
                heading -> LedgerColumn.ofHeading(heading).isPresent())) {
            List<Map<LedgerColumn, Cell>> rows = new ArrayList<>();
            table.rows().forEachRemaining(row -> rows.add(byColumn(table.header(), row)));
            return rows;
        }
    }

    private static Map<LedgerColumn, Cell> byColumn(List<String> header, TableRow row) {
        Map<LedgerColumn, Cell> cells = new java.util.EnumMap<>(LedgerColumn.class);
        for (int i = 0; i < header.size(); i++) {
            cells.put(
                    LedgerColumn.ofHeading(header.get(i)).orElseThrow(),
                    row.cells().get(i));
        }
        return cells;
    }

    private static Cell cell(Map<LedgerColumn, Cell> row, LedgerColumn column) {
        return Objects.requireNonNull(row.get(column));
    }

    private static String text(Map<LedgerColumn, Cell> row, LedgerColumn column) {
        return cell(row, column).text();
    }

    private String text(Taken file, LedgerColumn column) throws IOException {
        return text(rows(file.body()).getFirst(), column);
    }

    /** Logged, and found by the index. */
    private Answer captured(String name, String more) {
        Answer lead = api.post(manager(), "/api/leads", zone.lead(name).replaceFirst("\\{", "{" + more));
        return api.shown(manager(), lead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "csv"})
    void whatGoesOutCanBeReadAgain(String format) throws IOException {
        String name = name();
        Answer lead = captured(
                name,
                "\"chain\":\"display\",\"needs\":{\"landMu\":\"120.5\",\"floorM2\":\"3000\"},\"expected\":{\"output\":{\"value\":\"50000\",\"unit\":\"CNY_10K\"}},"
                        + "\"investment\":{\"planned\":{\"value\":\"120000000\",\"unit\":\"CNY\"}},");

        Taken file = take(manager(), "/api/leads/export." + format + "?q=" + name, lead.id() + "@1");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers().getContentDisposition().getFilename())
                .matches("线索台账-\\d{4}-\\d\\d-\\d\\d\\." + format);
        assertThat(file.headers().getCacheControl()).isEqualTo("no-store");
        Map<LedgerColumn, Cell> row = rows(file.body()).getFirst();
        assertThat(row.keySet()).containsExactlyElementsOf(LedgerColumn.ledger());
        assertThat(text(row, LedgerColumn.NUMBER)).isEqualTo(lead.text("/number"));
        assertThat(text(row, LedgerColumn.NAME)).isEqualTo(name);
        assertThat(text(row, LedgerColumn.RECEIVED_ON)).isEqualTo("2026-01-05");
        assertThat(new BigDecimal(text(row, LedgerColumn.PLANNED))).isEqualByComparingTo("12000");
        assertThat(text(row, LedgerColumn.CHANNEL)).isEqualTo("引荐");
        assertThat(text(row, LedgerColumn.CHAIN)).isEqualTo("显示屏");
        assertThat(text(row, LedgerColumn.SITE)).isEqualTo("120.5亩/3000㎡");
        assertThat(text(row, LedgerColumn.EXPECTED)).isEqualTo("产值50000");
        assertThat(text(row, LedgerColumn.STATE)).isEqualTo("新线索");
    }

    @Test
    void exactlyTheRowsOfTheList() throws IOException {
        String name = name();
        String last = "";
        for (int i = 0; i < 7; i++) {
            Answer lead = captured(name + i, i % 2 == 0 ? "\"tags\":[\"重点\"]," : "");
            last = lead.id() + "@1";
        }
        String readAfter = last;
        String filter = "?q=" + name + "&tag=重点&sort=createdAt";
        // A reader waits half a second for the last write; a busy machine may need longer, also for those before it.
        List<String> listed = Awaitility.await().until(() -> listed(filter, readAfter), found -> found.size() == 4);

        List<String> exported =
                rows(take(manager(), "/api/leads/export.xlsx" + filter + "&limit=2", readAfter)
                                .body())
                        .stream()
                        .map(row -> text(row, LedgerColumn.NUMBER))
                        .toList();

        assertThat(exported).hasSize(4).containsExactlyElementsOf(listed);
    }

    private List<String> listed(String filter, String readAfter) {
        tools.jackson.databind.JsonNode page = http.get()
                .uri("/api/leads" + filter)
                .header("Authorization", "Bearer " + manager())
                .header("X-Read-After", readAfter)
                .exchange()
                .expectBody(tools.jackson.databind.JsonNode.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(page)
                .path("items")
                .valueStream()
                .map(item -> item.path("number").asString())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "csv"})
    void nothingInItRuns(String format) throws IOException {
        String name = "=HYPERLINK('http://x','" + name() + "')";
        Answer lead = captured(name, "\"content\":\"@SUM(1+1)*cmd|' /C calc'!A0\",");

        Taken file = take(manager(), "/api/leads/export." + format + "?q=" + lead.text("/number"), lead.id() + "@1");

        Map<LedgerColumn, Cell> row = rows(file.body()).getFirst();
        assertThat(text(row, LedgerColumn.NAME)).isEqualTo(name);
        assertThat(cell(row, LedgerColumn.NAME).formula()).isFalse();
        if (format.equals("csv")) {
            assertThat(new String(file.body(), java.nio.charset.StandardCharsets.UTF_8))
                    .startsWith("\uFEFF序号,")
                    .contains("'=HYPERLINK", "'@SUM")
                    .contains("\r\n");
        }
    }

    @Test
    void contactsGoOutAsTheyAreShown() throws IOException {
        Answer lead = captured(name(), "");
        String path = "/api/leads/export.csv?q=" + lead.text("/number") + ALL_COLUMNS;

        assertThat(text(take(manager(), path, lead.id() + "@1"), LedgerColumn.CONTACT_PHONE))
                .isEqualTo("13812345678");
        for (Role role : List.of(Role.OFFICER, Role.CITY)) {
            assertThat(text(take(zone.as(role), path, lead.id() + "@1"), LedgerColumn.CONTACT_PHONE))
                    .isEqualTo("138****5678");
        }
    }

    @Test
    void whoTookWhatIsKnown() {
        Answer lead = captured(name(), "");
        String mark = lead.text("/number");
        take(officer(), "/api/leads/export.csv?q=" + mark + ALL_COLUMNS, lead.id() + "@1");

        // Written down when the last byte is on its way: that may be after it has arrived.
        Answer own = Awaitility.await()
                .until(
                        () -> api.get(officer(), "/api/exports?limit=1"),
                        log -> log.text("/items/0/state").equals("DONE"));
        assertThat(own.text("/items/0/by")).isEqualTo(zone.name(Role.OFFICER));
        assertThat(own.text("/items/0/filter/q")).isEqualTo(mark);
        assertThat(own.body().at("/items/0/rows").asLong()).isEqualTo(1);
        assertThat(own.body().at("/items/0/contacts").asBoolean()).isTrue();
        assertThat(marks(manager())).contains(mark);
        assertThat(marks(Api.as(Role.CITY))).contains(mark);
        assertThat(marks(Api.as(Role.ADMIN))).contains(mark);
        String elsewhere = org.lodestone.platform.test.Tokens.of("manager.yangcheng", Role.MANAGER, Api.YANGCHENG);
        assertThat(marks(elsewhere)).doesNotContain(mark);
        String colleague = zone.token("officer.other", Role.OFFICER);
        assertThat(marks(colleague)).doesNotContain(mark);
    }

    private List<String> marks(String token) {
        return api.get(token, "/api/exports?limit=200")
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("filter").path("q").asString(""))
                .toList();
    }

    @Test
    void exactlyTheRowsThatWerePicked() throws IOException {
        String name = name();
        Answer first = captured(name + "甲", "");
        Answer second = captured(name + "乙", "");
        captured(name + "丙", "");
        String picked =
                "{\"ids\":[\"%s\",\"%s\"],\"columns\":[\"number\",\"name\"]}".formatted(first.id(), second.id());

        for (String format : List.of("csv", "xlsx")) {
            List<Map<LedgerColumn, Cell>> rows =
                    rows(picked(manager(), format, picked).body());
            assertThat(rows.getFirst().keySet()).containsExactly(LedgerColumn.NUMBER, LedgerColumn.NAME);
            assertThat(rows.stream().map(row -> text(row, LedgerColumn.NUMBER)))
                    .containsExactlyInAnyOrder(first.text("/number"), second.text("/number"));
        }
        Answer log = api.get(manager(), "/api/exports?limit=1");
        assertThat(log.text("/items/0/filter/picked")).isEqualTo("2");
        assertThat(log.text("/items/0/filter/ids")).contains(first.id(), second.id());
        String elsewhere = org.lodestone.platform.test.Tokens.of("manager.yangcheng", Role.MANAGER, Api.YANGCHENG);
        assertThat(rows(picked(elsewhere, "csv", picked).body())).isEmpty();
    }

    @Test
    void nothingPickedIsRefused() {
        for (String body :
                List.of("{}", "{\"ids\":[]}", "{\"ids\":[\"\"]}", "{\"ids\":[\"a\"],\"columns\":[\"secret\"]}")) {
            assertThat(picked(manager(), "csv", body).status()).as(body).isEqualTo(400);
        }
    }

    private Taken picked(String token, String format, String body) {
        EntityExchangeResult<byte[]> result = http.post()
                .uri("/api/leads/export." + format)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult();
        return new Taken(
                result.getStatus().value(),
                result.getResponseHeaders(),
                Objects.requireNonNullElse(result.getResponseBody(), new byte[0]));
    }

    @Test
    void anotherZonesLeadsStayInside() throws IOException {
        Answer lead = captured(name(), "");
        String elsewhere = org.lodestone.platform.test.Tokens.of("manager.yangcheng", Role.MANAGER, Api.YANGCHENG);

        assertThat(rows(take(elsewhere, "/api/leads/export.csv?q=" + lead.text("/number"), lead.id() + "@1")
                        .body()))
                .isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefusedBeforeTheFirstByte() {
        assertThat(api.get(manager(), "/api/leads/export.xlsx?color=red").status())
                .isEqualTo(400);
        assertThat(api.get(manager(), "/api/leads/export.csv?columns=secret").status())
                .isEqualTo(400);
        assertThat(api.get(manager(), "/api/leads/export.csv?sort=phone").text("/errors/0/field"))
                .isEqualTo("sort");
    }

    @Test
    void theTemplateIsReadAsALedger() throws IOException {
        Taken file = take(officer(), "/api/leads/imports/template.xlsx", "");

        assertThat(file.status()).isEqualTo(200);
        Path saved = Files.write(folder.resolve("template"), file.body());
        try (TableReader table = Tables.open(
                saved,
                TableLimits.standard(),
                heading -> LedgerColumn.ofHeading(heading).isPresent())) {
            assertThat(table.origin().tables())
                    .extracting(TableReader.Table::sheet)
                    .containsExactly("线索台账");
            // What explains the ledger has no headings of it, so nobody is told that it was left out.
            assertThat(table.header()).contains("线索名称", "联系电话").doesNotContain("序号");
            assertThat(table.rows().hasNext()).isFalse();
        }
    }
}
