package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Ledgers.IMPORTS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.Api.Answer;
import org.lodestone.leads.directory.OwnZone;
import org.lodestone.platform.test.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What of a workbook is read is said, may be changed, and is remembered. */
@ServiceTest
class LeadImportPartIT {

    private static final List<String> HEADER = List.of("线索名称", "投资方", "来源渠道");

    private final Api api;
    private final Ledgers ledgers;
    private final OwnZone zone;

    @Autowired
    LeadImportPartIT(WebTestClient http, ApplicationContext service) {
        this.api = new Api(http);
        this.zone = OwnZone.in(service);
        this.ledgers = new Ledgers(http, zone.id());
    }

    /** Rows of firms that nobody else has, the second of each sheet hidden as a filter does. */
    private static byte[] filtered(String last, String... sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "office", "1.0")) {
            for (String name : sheets) {
                Worksheet sheet = workbook.newWorksheet(name);
                fill(sheet, 0, HEADER.get(0), HEADER.get(1), HEADER.get(2), last);
                for (int row = 1; row <= 3; row++) {
                    String firm = Ledgers.brand();
                    fill(sheet, row, firm + "项目", firm + "有限公司", "引荐", "-");
                }
                sheet.hideRow(2);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void fill(Worksheet sheet, int row, String... texts) {
        for (int column = 0; column < texts.length; column++) {
            sheet.value(row, column, texts[column]);
        }
    }

    private Answer corrected(Answer preview, String more) {
        return api.put(
                zone.manager(),
                IMPORTS + "/" + preview.id() + "/columns",
                "{\"columns\":" + preview.body().path("columns") + "," + more + "}");
    }

    @Test
    void hiddenRowsAreReadAndSaidAndMayBeLeftOut() {
        Answer preview = ledgers.send(zone.manager(), "filtered.xlsx", filtered("列一", "台账"));

        assertThat(preview.body().path("rows").asInt()).isEqualTo(3);
        assertThat(preview.body().at("/hidden/rows").asInt()).isEqualTo(1);
        assertThat(preview.text("/notices/0/code")).isEqualTo("import.hidden-read");
        assertThat(preview.text("/notices/0/message")).contains("1 行");

        Answer seen = corrected(preview, "\"hidden\":false");

        assertThat(seen.body().path("rows").asInt()).isEqualTo(2);
        assertThat(seen.body().at("/counts/create").asInt()).isEqualTo(2);
        assertThat(seen.text("/notices/0/code")).isEqualTo("import.hidden-left");
        assertThat(ledgers.rows(zone.manager(), preview.id(), "CREATE").texts("items", "row"))
                .containsExactly("2", "4");
        assertThat(corrected(preview, "\"hidden\":true").body().path("rows").asInt())
                .isEqualTo(3);
    }

    @Test
    void whatWasLeftOutIsLeftOutOfTheNextFileWithTheSameHeadings() {
        Answer first = ledgers.send(zone.manager(), "a.xlsx", filtered("列二", "2025年", "代码", "2026年"));
        assertThat(first.body().path("rows").asInt()).isEqualTo(9);
        corrected(first, "\"hidden\":false,\"sheets\":[\"2025年\",\"2026年\"]");

        Answer next = ledgers.send(zone.manager(), "b.xlsx", filtered("列二", "代码", "2027年"));

        assertThat(next.body().path("sheets").valueStream())
                .extracting(sheet ->
                        sheet.path("name").asString() + sheet.path("read").asBoolean())
                .containsExactly("代码false", "2027年true");
        assertThat(next.body().at("/hidden/read").asBoolean()).isFalse();
        assertThat(next.body().path("rows").asInt()).isEqualTo(2);

        Answer nothingElse = ledgers.send(zone.manager(), "c.xlsx", filtered("列二", "代码"));
        assertThat(nothingElse.body().path("rows").asInt())
                .as("a file of the one sheet that was left out is read")
                .isEqualTo(2);
    }

    @Test
    void theNumberAnOfficeGaveIsKeptAndANumberAloneIsNoLead() throws InterruptedException {
        String firm = Ledgers.brand();
        byte[] file = Ledgers.utf8(
                "编号,项目名称,投资方,时间,金额（亿元）\nZS-001," + firm + "项目," + firm + "有限公司,2026-01-05,1.2\nZS-002,,,,\n");
        Answer preview = ledgers.send(zone.manager(), "own.csv", file);

        assertThat(preview.body().at("/counts/passOver").asInt())
                .as("%s", preview.body())
                .isEqualTo(1);
        ledgers.run(zone.manager(), preview.id());
        String id = ledgers.rows(zone.manager(), preview.id(), "CREATE").text("/items/0/leadId");
        Answer lead = api.get(zone.manager(), "/api/leads/" + id);
        assertThat(lead.text("/source/note")).isEqualTo("线索编号：ZS-001");
        assertThat(lead.text("/receivedOn")).isEqualTo("2026-01-05");
        assertThat(lead.text("/investment/planned/value")).isEqualTo("12000");
    }

    @Test
    void aNumberIsReadAsItsFormatShowsIt() throws IOException {
        String firm = Ledgers.brand();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "office", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("台账");
            fill(sheet, 0, "线索名称", "投资方", "来源渠道", "意向投资额");
            fill(sheet, 1, firm + "项目", firm + "有限公司", "引荐");
            sheet.value(1, 3, 3.2);
            sheet.style(1, 3).format("0.00\"亿元\"").set();
        }
        Answer preview = ledgers.send(zone.manager(), "shown.xlsx", bytes.toByteArray());

        Answer rows = ledgers.rows(zone.manager(), preview.id(), "CREATE");

        assertThat(rows.body().at("/items/0/cells/3").asString()).isEqualTo("3.2亿元");
    }
}
