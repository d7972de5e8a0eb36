package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.lodestone.leads.Ledgers.IMPORTS;
import static org.lodestone.leads.Ledgers.row;
import static org.lodestone.leads.Ledgers.unique;

import com.mongodb.reactivestreams.client.MongoDatabase;
import com.sun.net.httpserver.HttpServer;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.leads.Api.Answer;
import org.lodestone.leads.directory.OwnZone;
import org.lodestone.platform.test.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** Ledgers that attack, sent as anybody may send them: each refused in a sentence, nothing kept of it, and the service goes on. */
@ServiceTest
class HostileLedgerIT {

    private static final String HEADINGS = "线索名称,投资方,来源渠道,收集日期";
    private static final long MEGABYTE = 1 << 20;

    private final WebTestClient http;
    private final Api api;
    private final Ledgers ledgers;
    private final OwnZone zone;
    private final MongoDatabase database;

    @Autowired
    HostileLedgerIT(WebTestClient http, ApplicationContext service, MongoDatabase database) {
        this.http = http;
        this.api = new Api(http);
        this.zone = OwnZone.in(service);
        this.ledgers = new Ledgers(http, zone.id());
        this.database = database;
    }

    private static Arguments attack(String name, String code, Supplier<byte[]> file) {
        return arguments(name, code, file);
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                // Half a gigabyte of noughts packs into two megabytes.
                attack(
                        "bomb.xlsx",
                        "table-unpacks-too-large",
                        () -> new HostileWorkbook().picture(500).bytes()),
                attack(
                        "blanks.xlsx",
                        "table-cell-too-long",
                        () -> new HostileWorkbook().rows(" ".repeat(50 << 20)).bytes()),
                attack("bomb-of-rows.xlsx", "table-too-many-rows", HostileLedgerIT::millionRows),
                attack(
                        "entity.xlsx",
                        "table-forbidden-xml",
                        () -> new HostileWorkbook()
                                .declaring("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")
                                .rows(HostileWorkbook.row(2, "&e;", "乙", "引荐", "2025-03-01"))
                                .bytes()),
                attack(
                        "laughs.xlsx",
                        "table-forbidden-xml",
                        () -> new HostileWorkbook()
                                .declaring(laughs())
                                .rows(HostileWorkbook.row(2, "&z9;", "乙", "引荐", "2025-03-01"))
                                .bytes()),
                attack(
                        "entity.csv",
                        "table-web-page",
                        () -> Ledgers.utf8(
                                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>")),
                attack(
                        "million.csv",
                        "table-too-many-rows",
                        () -> Ledgers.utf8(HEADINGS + "\n" + "a,b,c,d\n".repeat(1_000_000))),
                attack(
                        "wide.xlsx",
                        "table-too-many-columns",
                        () -> new HostileWorkbook()
                                .rows("<row r=\"2\">" + "<c><v>1</v></c>".repeat(10_000) + "</row>")
                                .bytes()),
                attack(
                        "wide.csv",
                        "table-too-many-columns",
                        () -> Ledgers.utf8(HEADINGS + ",x".repeat(10_000) + "\na,b,c,d" + ",1".repeat(10_000) + "\n")),
                attack(
                        "arrays.xlsx",
                        "table-formulas",
                        () -> new HostileWorkbook()
                                .rows(
                                        10_000,
                                        row -> "<row r=\"" + row
                                                + "\"><c><f t=\"array\" ref=\"A1:B2\">1+1</f><v>2</v></c></row>")
                                .bytes()),
                attack(
                        "cell.csv",
                        "table-broken-csv",
                        () -> Ledgers.utf8(HEADINGS + "\n\"" + "x".repeat(3_000_000) + "\",b,c,d\n")),
                attack(
                        "swallowing.csv",
                        "table-unclosed-quote",
                        () -> Ledgers.utf8(HEADINGS + "\n甲项目,\"甲公司,引荐,2025-03-01\n乙项目,乙公司,引荐,2025-03-01\n")),
                attack(
                        "truncated.xlsx",
                        "table-broken",
                        () -> half(Ledgers.xlsx(IntStream.range(0, 50)
                                .mapToObj(_ -> row(unique()))
                                .toList()))),
                attack("secret.xlsx", "table-encrypted", HostileWorkbook::encrypted),
                attack("program.xlsx", "table-not-a-table", () -> bytes('M', 'Z', 0, 0, 3, 0, 0, 0)),
                attack("picture.csv", "table-unknown-encoding", () -> bytes(0xFF, 0xD8, 0xFF, 0xE0, 0x11)),
                attack("nothing.xlsx", "table-empty", () -> new byte[0]),
                attack("headings.xlsx", "import-no-rows", () -> Ledgers.xlsx(List.of())),
                attack("headings.csv", "import-no-rows", () -> Ledgers.utf8(HEADINGS + "\n")),
                attack("strange.csv", "import-no-columns", () -> Ledgers.utf8("red,green,blue\n1,2,3\n")));
    }

    private static byte[] millionRows() {
        return new HostileWorkbook()
                .rows(1_000_000, row -> "<row r=\"" + row + "\"><c><v>1</v></c></row>")
                .bytes();
    }

    /** A billion of them, were they told. */
    private static String laughs() {
        StringBuilder doctype = new StringBuilder("<!DOCTYPE x [<!ENTITY z0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            doctype.append("<!ENTITY z")
                    .append(i)
                    .append(" \"")
                    .append(("&z" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return doctype.append("]>").toString();
    }

    private static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void isRefusedWithASentenceAndLeavesNothing(String name, String code, Supplier<byte[]> attack) {
        byte[] file = attack.get();
        assertThat(file.length).isLessThan((int) (10 * MEGABYTE));
        long pieces = count("importFiles");
        long rows = count("importRows");

        Answer chinese = sent(name, file, "zh-CN");
        Answer english = sent(name, file, "en");

        for (Answer refused : List.of(chinese, english)) {
            assertThat(refused.status()).as("%s", refused.body()).isEqualTo(422);
            assertThat(refused.text("/type")).isEqualTo("/problems/" + code);
            assertThat(refused.body().toString()).doesNotContain("Exception", "org.lodestone", "root:", "{0}");
        }
        assertThat(chinese.text("/detail")).containsPattern("\\p{IsHan}{4}");
        assertThat(english.text("/detail")).hasSizeGreaterThan(20).doesNotContainPattern("\\p{IsHan}");
        assertThat(api.get(zone.officer(), IMPORTS).body().path("items").isEmpty())
                .isTrue();
        assertThat(count("importFiles")).isEqualTo(pieces);
        assertThat(count("importRows")).isEqualTo(rows);
    }

    private Answer sent(String name, byte[] file, String language) {
        return ledgers.send(
                zone.officer(),
                "?zone=" + zone.id(),
                name,
                file,
                Map.of(HttpHeaders.ACCEPT_LANGUAGE, language, "Idempotency-Key", unique()));
    }

    private long count(String collection) {
        return Objects.requireNonNull(
                Mono.from(database.getCollection(collection).countDocuments()).block());
    }

    @Test
    void nobodyIsAskedForWhatAFileDeclares() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        elsewhere.start();
        try {
            String there = "http://127.0.0.1:" + elsewhere.getAddress().getPort();
            for (String doctype : List.of(
                    "<!DOCTYPE worksheet SYSTEM \"" + there + "/x.dtd\">",
                    "<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + there + "/p.dtd\"> %p;]>",
                    "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + there + "/e\">]>")) {
                byte[] file = new HostileWorkbook()
                        .declaring(doctype)
                        .rows(HostileWorkbook.row(2, "甲", "乙", "引荐", "2025-03-01"))
                        .bytes();

                assertThat(sent("a.xlsx", file, "en").text("/type")).isEqualTo("/problems/table-forbidden-xml");
            }
            assertThat(asked).hasValue(0);
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void theSameAttackAgainAndAgainNeedsNoMoreMemoryAndHoldsNobodyUp() throws Exception {
        byte[] bomb = new HostileWorkbook().picture(500).bytes();
        byte[] rows = millionRows();
        sent("bomb.xlsx", bomb, "en");
        long before = held();
        for (int i = 0; i < 3; i++) {
            sent("bomb.xlsx", bomb, "en");
            sent("rows.xlsx", rows, "en");
        }

        assertThat(held() - before).isLessThan(64 * MEGABYTE);
        assertThat(api.status(zone.officer(), "/actuator/health/readiness")).isEqualTo(200);
        String id = ledgers.imported(zone.officer(), Ledgers.xlsx(List.of(row("晨光" + unique()))), "{}");
        assertThat(ledgers.rows(zone.officer(), id, "CREATE").text("/items/0/effect"))
                .isEqualTo("CREATED");
    }

    /** What is still there when everything that can go has gone. */
    private static long held() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void whateverAnOfficeWritesItsTextIn(String name, Charset encoding, String mark) throws Exception {
        String firm = "晨光" + unique();
        byte[] file = (mark + HEADINGS + "\r\n" + firm + "项目," + firm + "有限公司,引荐,2025-03-01\r\n").getBytes(encoding);

        String id = sent(name, file, "zh-CN").id();
        ledgers.reached(zone.officer(), id, "PREVIEWED");
        Answer rows = ledgers.rows(zone.officer(), id, "CREATE");

        assertThat(rows.body().path("items").size()).isEqualTo(1);
        assertThat(rows.body().toString()).contains(firm + "项目");
    }

    static Stream<Arguments> encodings() {
        String mark = "\uFEFF";
        return Stream.of(
                arguments("utf8.csv", StandardCharsets.UTF_8, ""),
                arguments("utf8-bom.csv", StandardCharsets.UTF_8, mark),
                arguments("gb18030.csv", Charset.forName("GB18030"), ""),
                arguments("utf16le.csv", StandardCharsets.UTF_16LE, mark),
                arguments("utf16be.csv", StandardCharsets.UTF_16BE, mark),
                // What it is follows from its content, whatever it is called.
                arguments("really-text.xlsx", StandardCharsets.UTF_8, ""),
                arguments("台账.exe", StandardCharsets.UTF_8, mark));
    }

    @Test
    void aWorkbookUnderAnotherNameIsStillOne() throws Exception {
        String id = sent("台账.csv", Ledgers.xlsx(List.of(row("晨光" + unique()))), "en")
                .id();

        assertThat(ledgers.reached(zone.officer(), id, "PREVIEWED")
                        .body()
                        .at("/counts/create")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatWouldRunInASpreadsheetGoesInAsTextAndComesOutAsText() throws Exception {
        String firm = "晨光" + unique();
        List<String> names = List.of(
                "=cmd|' /C calc'!A0 " + firm,
                "+SUM(1+1)*cmd " + firm,
                "-2+3+cmd " + firm,
                "@SUM(1) " + firm,
                "=HYPERLINK(CHAR(34)) " + firm);
        List<List<String>> rows = new ArrayList<>();
        for (String name : names) {
            List<String> row = new ArrayList<>(row(Ledgers.brand()));
            row.set(Ledgers.HEADER.indexOf("线索名称"), name);
            rows.add(row);
        }
        List<String> refused = new ArrayList<>(rows.getFirst());
        refused.set(Ledgers.HEADER.indexOf("收集日期"), "=1+cmd");
        rows.add(refused);
        String id = ledgers.send(zone.manager(), "台账.csv", csv(rows)).id();
        ledgers.reached(zone.manager(), id, "PREVIEWED");
        api.post(zone.manager(), IMPORTS + "/" + id + "/run", "{\"duplicates\":\"create\"}");
        ledgers.reached(zone.manager(), id, "DONE");

        List<String> leads = ledgers.rows(zone.manager(), id, "CREATE").texts("items", "leadId");
        assertThat(leads)
                .extracting(
                        lead -> api.get(zone.manager(), "/api/leads/" + lead).text("/name"))
                .containsExactlyInAnyOrderElementsOf(names);
        leads.forEach(lead -> api.shown(zone.manager(), api.get(zone.manager(), "/api/leads/" + lead)));
        String out = text("/api/leads/export.csv?zone=" + zone.id());
        assertThat(out).contains("'=cmd|", "'+SUM", "'-2+3", "'@SUM", "'=HYPERLINK");
        assertNothingRuns(out);
        byte[] back = ledgers.download(zone.manager(), IMPORTS + "/" + id + "/refused-rows.xlsx");
        assertThat(sheet(back)).contains("=1+cmd").doesNotContain("<f>");
    }

    /** No cell begins with what a spreadsheet program would calculate. */
    private static void assertNothingRuns(String csv) {
        assertThat(csv.replace("\uFEFF", "").split("[,\\r\\n]+"))
                .allSatisfy(cell -> assertThat(cell.replaceFirst("^\"", "")).doesNotContainPattern("^[=+@\\t]"));
    }

    private static byte[] csv(List<List<String>> rows) {
        StringBuilder text = new StringBuilder(String.join(",", Ledgers.HEADER)).append("\r\n");
        rows.forEach(row -> text.append(String.join(",", row)).append("\r\n"));
        return Ledgers.utf8(text.toString());
    }

    private String text(String path) {
        return new String(ledgers.download(zone.manager(), path), StandardCharsets.UTF_8);
    }

    private static String sheet(byte[] workbook) throws Exception {
        Path file = Files.write(Files.createTempFile("refused", ".xlsx"), workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry sheet = zip.stream()
                    .filter(part -> part.getName().endsWith("sheet1.xml"))
                    .findFirst()
                    .orElseThrow();
            return new String(zip.getInputStream(sheet).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }
}
