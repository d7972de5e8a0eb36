package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Ledgers.IMPORTS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.Api.Answer;
import org.lodestone.leads.directory.OwnZone;
import org.lodestone.platform.test.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A workbook with a ledger on each of its sheets is one import. */
@ServiceTest
class LeadImportSheetsIT {

    private static final List<String> FIRST = List.of("线索名称", "投资方", "来源渠道", "总投资（万元）");
    private static final List<String> SECOND = List.of("序号", "项目名称", "企业名称", "总投资（亿元）", "来源渠道");

    private final Api api;
    private final Ledgers ledgers;
    private final OwnZone zone;

    @Autowired
    LeadImportSheetsIT(WebTestClient http, ApplicationContext service) {
        this.api = new Api(http);
        this.zone = OwnZone.in(service);
        this.ledgers = new Ledgers(http, zone.id());
    }

    private String manager() {
        return zone.manager();
    }

    private static byte[] workbook(Map<String, List<List<String>>> sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "office", "1.0")) {
            sheets.forEach((name, rows) -> fill(workbook.newWorksheet(name), rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void fill(Worksheet sheet, List<List<String>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                sheet.value(row, column, rows.get(row).get(column));
            }
        }
    }

    /** Two ledgers under other headings, and an explanation. */
    private static byte[] year(String firm, String other) {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put("填写说明", List.of(List.of("怎么填")));
        sheets.put(
                "上半年",
                List.of(
                        FIRST,
                        List.of("甲项目", firm + "有限公司", "引荐", "500"),
                        List.of("乙项目", Ledgers.brand() + "有限公司", "引荐", "很多")));
        sheets.put(
                "下半年",
                List.of(
                        SECOND,
                        List.of("1", "丙项目", other + "有限公司", "1.2", "来访"),
                        List.of("2", "丁项目", firm + "有限公司", "3", "来访"),
                        List.of("3", "戊项目", Ledgers.brand() + "有限公司", "2-3", "来访")));
        return workbook(sheets);
    }

    @Test
    void allLedgersOfAWorkbookAreReadAndEachRowKnowsItsSheet() throws Exception {
        String firm = Ledgers.brand();
        Answer preview = ledgers.send(manager(), "year.xlsx", year(firm, Ledgers.brand()));

        assertThat(preview.status()).as("%s", preview.body()).isEqualTo(201);
        assertThat(preview.texts("sheets", "name")).containsExactly("上半年", "下半年");
        assertThat(preview.body().path("rows").asInt()).isEqualTo(5);
        assertThat(preview.text("/notices/0/message")).contains("上半年、下半年").doesNotContain("填写说明");
        assertThat(preview.body().path("columns").valueStream())
                .filteredOn(column -> column.path("field").asString().equals("investor.name"))
                .extracting(column -> column.path("header").asString() + column.path("sheets"))
                .containsExactly("投资方[\"上半年\"]", "企业名称[\"下半年\"]");
        Answer duplicate = ledgers.rows(manager(), preview.id(), "DUPLICATE");
        assertThat(duplicate.text("/items/0/sheet")).isEqualTo("下半年");
        assertThat(duplicate.body().at("/items/0/row").asInt()).isEqualTo(3);
        assertThat(duplicate.text("/items/0/reasons/0/ofSheet")).isEqualTo("上半年");
        assertThat(duplicate.body().at("/items/0/reasons/0/ofRow").asInt()).isEqualTo(2);
        assertThat(duplicate.text("/items/0/reasons/0/message")).contains("上半年").contains("2");

        ledgers.run(manager(), preview.id());
        Answer created = ledgers.rows(manager(), preview.id(), "CREATE");
        assertThat(created.texts("items", "sheet")).containsExactly("上半年", "下半年");
        Answer second = api.get(manager(), "/api/leads/" + created.text("/items/1/leadId"));
        assertThat(second.text("/investment/planned/value")).startsWith("12000");
        assertThat(second.text("/source/channel")).isEqualTo("VISIT");
    }

    @Test
    void refusedRowsComeBackOnTheirSheetsUnderTheirHeadings() {
        Answer preview = ledgers.send(manager(), "year.xlsx", year(Ledgers.brand(), Ledgers.brand()));
        Answer refused = ledgers.rows(manager(), preview.id(), "REFUSE");
        assertThat(refused.texts("items", "sheet")).containsExactly("上半年", "下半年");
        byte[] back = ledgers.download(manager(), IMPORTS + "/" + preview.id() + "/refused-rows.xlsx");

        Answer again = ledgers.send(manager(), "refused.xlsx", back);

        assertThat(again.texts("sheets", "name")).containsExactly("上半年", "下半年");
        assertThat(again.body().path("counts").path("refuse").asInt()).isEqualTo(2);
        assertThat(ledgers.rows(manager(), again.id(), "REFUSE")
                        .body()
                        .path("items")
                        .valueStream())
                .extracting(row -> row.at("/reasons/0/column").asString() + " "
                        + row.at("/reasons/0/code").asString())
                .containsExactly("总投资（万元） cell.not-an-amount", "总投资（亿元） cell.amount-range");
    }

    @Test
    void aSheetMayBeLeftOutAndTakenInAgain() {
        Answer preview = ledgers.send(manager(), "year.xlsx", year(Ledgers.brand(), Ledgers.brand()));
        String path = IMPORTS + "/" + preview.id() + "/columns";
        String columns = "{\"columns\":" + preview.body().path("columns") + ",\"sheets\":";

        Answer one = api.put(manager(), path, columns + "[\"下半年\"]}");
        assertThat(one.status()).as("%s", one.body()).isEqualTo(200);
        assertThat(one.body().path("rows").asInt()).isEqualTo(3);
        assertThat(one.body().path("counts").path("duplicate").asInt())
                .as("its twin is on the other sheet")
                .isZero();
        assertThat(one.text("/notices/0/code")).isEqualTo("import.sheets-left");
        assertThat(api.get(manager(), IMPORTS + "/" + preview.id() + "/rows").texts("items", "sheet"))
                .containsOnly("下半年")
                .hasSize(3);
        assertThat(api.put(manager(), path, columns + "[\"上半年\",\"下半年\"]}")
                        .body()
                        .path("rows")
                        .asInt())
                .isEqualTo(5);
        assertThat(api.put(manager(), path, columns + "[\"明年\"]}").status()).isEqualTo(400);
        assertThat(api.put(manager(), path, columns + "[]}").status()).isEqualTo(400);
    }

    @Test
    void aRowIsDecidedOnByItsSheetAndAnUndoNamesTheSheetOfWhatItKeeps() throws Exception {
        String firm = Ledgers.brand();
        Answer preview = ledgers.send(manager(), "year.xlsx", year(firm, Ledgers.brand()));
        String row = IMPORTS + "/" + preview.id() + "/rows/3";
        assertThat(api.put(manager(), row, "{\"decision\":\"CREATE\"}").status())
                .as("which sheet is not said")
                .isEqualTo(400);
        Answer decided = api.put(manager(), row + "?sheet=下半年", "{\"decision\":\"CREATE\"}");
        assertThat(decided.text("/decision")).isEqualTo("CREATE");
        ledgers.run(manager(), preview.id());
        Answer done = api.get(manager(), IMPORTS + "/" + preview.id());
        assertThat(done.body().path("counts").path("created").asInt()).isEqualTo(3);
        Answer twin = ledgers.rows(manager(), preview.id(), "DUPLICATE");
        String id = twin.text("/items/0/leadId");
        long version =
                api.get(manager(), "/api/leads/" + id).body().path("version").asLong();
        assertThat(api.patch(manager(), "/api/leads/" + id, "{\"keyTerms\":\"谈过\"}", (int) version)
                        .status())
                .isEqualTo(200);

        Answer undone = api.post(manager(), IMPORTS + "/" + preview.id() + "/undo", "{}");

        assertThat(undone.body().path("undone").asInt()).as("%s", undone.body()).isEqualTo(2);
        assertThat(undone.text("/kept/0/sheet")).isEqualTo("下半年");
        assertThat(undone.body().at("/kept/0/row").asInt()).isEqualTo(3);
    }

    @Test
    void rowsArePagedAcrossSheets() {
        Answer preview = ledgers.send(manager(), "year.xlsx", year(Ledgers.brand(), Ledgers.brand()));
        String rows = IMPORTS + "/" + preview.id() + "/rows?limit=2";

        Answer first = api.get(manager(), rows);
        Answer second = api.get(manager(), rows + "&cursor=" + first.text("/next"));
        Answer third = api.get(manager(), rows + "&cursor=" + second.text("/next"));

        assertThat(first.texts("items", "row")).containsExactly("2", "3");
        assertThat(second.texts("items", "row")).containsExactly("2", "3");
        assertThat(third.texts("items", "row")).containsExactly("4");
        assertThat(third.texts("items", "sheet")).containsExactly("下半年");
    }
}
