package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Ledgers.IMPORTS;
import static org.lodestone.leads.Ledgers.row;
import static org.lodestone.leads.Ledgers.unique;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.Topics;
import org.lodestone.leads.Api.Answer;
import org.lodestone.leads.directory.OwnZone;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.PublishedEvents;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The life of a ledger: sent with dirt in it, corrected, run, looked at, undone. */
@ServiceTest
class LeadImportIT {

    private final Api api;
    private final Ledgers ledgers;
    private final OwnZone zone;

    @Autowired
    LeadImportIT(WebTestClient http, ApplicationContext service) {
        this.api = new Api(http);
        this.zone = OwnZone.in(service);
        this.ledgers = new Ledgers(http, zone.id());
    }

    private String officer() {
        return zone.officer();
    }

    private String manager() {
        return zone.manager();
    }

    /** Lists have it from now on. */
    private Answer captured() {
        return api.shown(manager(), api.post(manager(), "/api/leads", zone.lead(Api.name())));
    }

    /** Lists follow a write within moments. */
    private void gone(String q) {
        Awaitility.await("no longer listed: " + q)
                .atMost(Duration.ofSeconds(30))
                .until(() -> api.get(manager(), "/api/leads?q=" + q)
                        .body()
                        .path("items")
                        .isEmpty());
    }

    private static List<String> with(List<String> row, String heading, String value) {
        List<String> changed = new ArrayList<>(row);
        changed.set(Ledgers.HEADER.indexOf(heading), value);
        return changed;
    }

    @Test
    void aDirtyLedgerIsPreviewedRowByRow() {
        String known = captured().text("/investor/name");
        String firm = "晨光" + unique();
        Answer preview = ledgers.send(
                manager(),
                "ledger.xlsx",
                Ledgers.xlsx(List.of(
                        row(firm),
                        with(with(row("丙" + unique()), "收集日期", "去年"), "意向投资额(万元)", "很多"),
                        with(row(firm), "线索名称", firm + "二期"),
                        with(row("乙" + unique()), "投资方", known),
                        with(row("丁" + unique()), "意向投资额(万元)", "１２０００"))));

        assertThat(preview.status()).isEqualTo(201);
        assertThat(preview.text("/state")).isEqualTo("PREVIEWED");
        assertThat(preview.body().path("counts").path("create").asInt())
                .as(
                        "%s",
                        api.get(manager(), IMPORTS + "/" + preview.id() + "/rows")
                                .body())
                .isEqualTo(2);
        assertThat(preview.body().path("counts").path("refuse").asInt()).isEqualTo(1);
        assertThat(preview.body().path("counts").path("duplicate").asInt()).isEqualTo(2);
        assertThat(preview.text("/columns/1/field")).isEqualTo("number");
        Answer refused = ledgers.rows(manager(), preview.id(), "REFUSE");
        assertThat(refused.body().at("/items/0/reasons").valueStream())
                .extracting(reason -> reason.path("column").asString() + " "
                        + reason.path("code").asString())
                .containsExactly("收集日期 cell.date-relative", "意向投资额(万元) cell.not-an-amount");
        Answer duplicates = ledgers.rows(manager(), preview.id(), "DUPLICATE");
        assertThat(duplicates.body().at("/items/0/reasons/0/ofRow").asInt()).isEqualTo(2);
        assertThat(duplicates.body().at("/items/1/reasons/0/code").asString()).isEqualTo("duplicate-of");
        assertThat(api.get(manager(), "/api/leads?q=" + firm)
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void rowsOfOneFileAreComparedAsLeadsAre() {
        String own = Ledgers.brand();
        Answer preview = ledgers.send(
                manager(),
                "ledger.xlsx",
                Ledgers.xlsx(List.of(
                        with(row(own + "新能源"), "投资方", "山西" + own + "新能源有限公司"),
                        with(row(own + "科技"), "投资方", own + "新能源科技（山西）股份有限公司"),
                        with(row(own), "投资方", own + "镁业有限公司"),
                        with(row(own + "别"), "投资方", Ledgers.brand() + "铜业有限公司"))));

        assertThat(preview.body().path("counts").path("create").asInt())
                .as(
                        "%s",
                        api.get(manager(), IMPORTS + "/" + preview.id() + "/rows")
                                .body())
                .isEqualTo(3);
        Answer duplicates = ledgers.rows(manager(), preview.id(), "DUPLICATE");
        assertThat(duplicates.body().at("/items/0/row").asInt()).isEqualTo(3);
        assertThat(duplicates.body().at("/items/0/reasons/0/ofRow").asInt()).isEqualTo(2);
    }

    @Test
    void onePhoneOfAnAgentDoesNotMakeManyFirmsOne() throws Exception {
        String phone = Ledgers.phone(unique());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            rows.add(with(with(row(Ledgers.brand()), "投资方", Ledgers.brand() + "铜业有限公司"), "联系电话", phone));
        }
        Answer preview = ledgers.send(manager(), "ledger.xlsx", Ledgers.xlsx(rows));

        assertThat(preview.body().path("counts").path("create").asInt())
                .as(
                        "%s",
                        api.get(manager(), IMPORTS + "/" + preview.id() + "/rows")
                                .body())
                .isEqualTo(6);
        api.post(manager(), IMPORTS + "/" + preview.id() + "/run", "{}");
        ledgers.reached(manager(), preview.id(), "DONE");
        Answer created = ledgers.rows(manager(), preview.id(), "CREATE");
        Answer last = api.get(manager(), "/api/leads/" + created.text("/items/5/leadId"));
        assertThat(last.body().path("duplicates").isEmpty())
                .as("%s", last.body())
                .isTrue();
    }

    @Test
    void fullWidthDigitsOfAPhoneAreDigits() throws Exception {
        String firm = "晨光" + unique();
        StringBuilder wide = new StringBuilder();
        Ledgers.phone(firm).chars().forEach(digit -> wide.append((char) (digit - '0' + '\uff10')));
        String id = ledgers.imported(officer(), Ledgers.xlsx(List.of(with(row(firm), "联系电话", wide.toString()))), "{}");

        Answer rows = ledgers.rows(officer(), id, "CREATE");
        Answer lead = api.get(officer(), "/api/leads/" + rows.text("/items/0/leadId"));
        assertThat(lead.text("/contacts/0/phone")).isEqualTo(Ledgers.phone(firm));
    }

    @Test
    void whatIsRunIsALeadWithItsPast() throws Exception {
        String firm = "晨光" + unique();
        String id = ledgers.imported(officer(), Ledgers.xlsx(List.of(row(firm))), "{}");

        Answer rows = ledgers.rows(officer(), id, "CREATE");
        Answer lead = api.get(officer(), "/api/leads/" + rows.text("/items/0/leadId"));
        assertThat(lead.text("/number")).matches(zone.id() + "-2025-\\d{4,}");
        assertThat(lead.text("/assignment/owner")).isEqualTo(zone.name(Role.OFFICER));
        assertThat(lead.text("/receivedOn")).isEqualTo("2025-03-01");
        assertThat(lead.text("/createdAt")).startsWith("2025-03-01");
        assertThat(lead.text("/investment/planned/value")).startsWith("12000");
        assertThat(lead.text("/needs/landMu")).isEqualTo("120");
        assertThat(lead.text("/lastFollowUpAt")).startsWith("2025-04-01");
        assertThat(lead.text("/nextAction/what")).isEqualTo("安排考察");
        Answer followUps = api.get(officer(), "/api/leads/" + lead.id() + "/follow-ups");
        assertThat(followUps.text("/items/0/summary")).contains("已对接两次");
        var events = PublishedEvents.on(Topics.LEADS)
                .await(lead.id(), java.time.Duration.ofSeconds(30), heard -> heard.size() == 1);
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.backfill()).isTrue();
            assertThat(event.type()).isEqualTo("lead.captured.v1");
        });
    }

    @Test
    void aCsvOfAnOldSystemIsRead() throws Exception {
        String firm = "晨光" + unique();
        String id = ledgers.imported(manager(), Ledgers.gb18030(List.of(row(firm))), "{}");

        assertThat(ledgers.rows(manager(), id, "CREATE").text("/items/0/effect"))
                .isEqualTo("CREATED");
    }

    @Test
    void refusedRowsComeBackAndGoInOnceTheyAreCorrected() throws Exception {
        String firm = "晨光" + unique();
        Answer preview = ledgers.send(manager(), "ledger.xlsx", Ledgers.xlsx(List.of(with(row(firm), "收集日期", "二月"))));
        byte[] back = ledgers.download(manager(), IMPORTS + "/" + preview.id() + "/refused-rows.xlsx");

        Answer again = ledgers.send(manager(), "refused.xlsx", back);

        assertThat(again.body().path("counts").path("refuse").asInt()).isEqualTo(1);
        assertThat(again.body().path("columns").valueStream().toList().getLast().has("field"))
                .isFalse();
    }

    @Test
    void correctedColumnsAreRememberedForTheNextFile() {
        String csv = "甲,乙,渠道,收集日期\n" + unique() + "项目,晨光" + unique() + "有限公司,引荐,2025-03-01\n";
        Answer first = ledgers.send(manager(), "a.csv", Ledgers.utf8(csv));
        assertThat(first.body().path("counts").path("refuse").asInt()).isEqualTo(1);

        String columns = """
                {"columns":[{"header":"甲","field":"name"},{"header":"乙","field":"investor.name"},{"header":"渠道","field":"source.channel"},{"header":"收集日期","field":"receivedOn"}]}""";
        Answer corrected = api.put(manager(), IMPORTS + "/" + first.id() + "/columns", columns);
        assertThat(corrected.body().path("counts").path("create").asInt()).isEqualTo(1);
        Answer second = ledgers.send(
                manager(), "b.csv", Ledgers.utf8("甲,乙,渠道,收集日期\n另一项目,晨光" + unique() + "有限公司,来访,2025-03-02\n"));
        assertThat(second.body().path("counts").path("create").asInt()).isEqualTo(1);
        assertThat(api.put(manager(), IMPORTS + "/" + first.id() + "/columns", columns.replace("investor.name", "name"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aLedgerWithoutChannelAndDateOfReceiptIsTakenAndSaysWhatIsSupposed() throws Exception {
        String firm = Ledgers.brand();
        String today = LocalDate.now(BusinessClock.CHINA).toString();
        Answer preview = ledgers.send(
                manager(),
                "a.csv",
                Ledgers.utf8("序号,项目名称,投资方,最近跟进\n1," + firm + "项目," + firm + "有限公司,\n2,老项目," + Ledgers.brand()
                        + "有限公司,2025-04-01\n"));

        assertThat(preview.body().path("counts").path("create").asInt())
                .as("%s", ledgers.rows(manager(), preview.id(), "REFUSE").body())
                .isEqualTo(2);
        assertThat(preview.texts("notices", "code"))
                .containsExactly("import.no-channel-column", "import.no-date-column");
        assertThat(preview.text("/notices/0/message")).contains("其他");
        ledgers.run(manager(), preview.id());
        Answer lead = lead(preview.id(), 0);
        assertThat(lead.text("/source/channel")).isEqualTo("OTHER");
        assertThat(lead.text("/receivedOn")).isGreaterThanOrEqualTo(today);
        assertThat(lead(preview.id(), 1).text("/receivedOn")).isEqualTo("2025-04-01");
    }

    private Answer lead(String importId, int created) {
        Answer rows = ledgers.rows(manager(), importId, "CREATE");
        return api.get(manager(), "/api/leads/" + rows.text("/items/" + created + "/leadId"));
    }

    @Test
    void anEmptyCellIsSupposedAndSaidAtTheCell() {
        String firm = Ledgers.brand();
        Answer preview = ledgers.send(
                manager(),
                "ledger.xlsx",
                Ledgers.xlsx(List.of(
                        with(with(with(row(firm), "来源渠道", ""), "收集日期", "/"), "最近跟进", ""),
                        with(row(Ledgers.brand()), "线索名称", ""))));

        Answer rows = ledgers.rows(manager(), preview.id(), "CREATE");
        assertThat(reasons(rows, 0)).containsExactly("来源渠道 import.channel-supposed", "收集日期 import.received-supposed");
        assertThat(reasons(rows, 1)).containsExactly("线索名称 import.name-supposed");
        assertThat(preview.body().path("notices").isEmpty()).isTrue();
    }

    private static List<String> reasons(Answer rows, int item) {
        return rows.body()
                .at("/items/" + item + "/reasons")
                .valueStream()
                .map(reason -> reason.path("column").asString() + " "
                        + reason.path("code").asString())
                .toList();
    }

    @Test
    void whoeverImportsChoosesTheChannelOfWhatHasNone() throws Exception {
        String firm = Ledgers.brand();
        Answer preview = ledgers.send(
                manager(),
                "a.csv",
                Ledgers.utf8("项目名称,投资方,渠道\n" + firm + "项目," + firm + "有限公司,\n展会项目," + Ledgers.brand() + "有限公司,展会\n"));
        String columns =
                "\"columns\":[{\"header\":\"项目名称\",\"field\":\"name\"},{\"header\":\"投资方\",\"field\":\"investor.name\"},{\"header\":\"渠道\",\"field\":\"source.channel\"}]";
        String path = IMPORTS + "/" + preview.id() + "/columns";
        assertThat(api.put(
                                manager(),
                                path,
                                "{" + columns + ",\"defaults\":[{\"field\":\"source.channel\",\"value\":\"HEARSAY\"}]}")
                        .status())
                .isEqualTo(400);
        assertThat(api.put(manager(), path, "{" + columns + ",\"defaults\":[{\"field\":\"name\",\"value\":\"x\"}]}")
                        .status())
                .isEqualTo(400);

        Answer chosen = api.put(
                manager(), path, "{" + columns + ",\"defaults\":[{\"field\":\"source.channel\",\"value\":\"VISIT\"}]}");

        assertThat(chosen.text("/defaults/0/value")).isEqualTo("VISIT");
        assertThat(reasons(ledgers.rows(manager(), preview.id(), "CREATE"), 0)).isEmpty();
        ledgers.run(manager(), preview.id());
        assertThat(lead(preview.id(), 0).text("/source/channel")).isEqualTo("VISIT");
        assertThat(lead(preview.id(), 1).text("/source/channel")).isEqualTo("EVENT");
        Answer next = ledgers.send(manager(), "b.csv", Ledgers.utf8("项目名称,投资方,渠道\n新项目," + Ledgers.brand() + "有限公司,\n"));
        assertThat(next.text("/defaults/0/value"))
                .as("remembered for the next file with these headings")
                .isEqualTo("VISIT");
        Answer somebodyElses =
                ledgers.send(officer(), "b.csv", Ledgers.utf8("项目名称,投资方,渠道\n新项目," + Ledgers.brand() + "有限公司,\n"));
        assertThat(somebodyElses.body().path("defaults").isEmpty()).isTrue();
    }

    @Test
    void aStateThatCannotBeReachedIsSaidInWords() {
        Answer preview =
                ledgers.send(manager(), "ledger.xlsx", Ledgers.xlsx(List.of(with(row(Ledgers.brand()), "状态", "达成意向"))));

        Answer rows = ledgers.rows(manager(), preview.id(), "CREATE");
        assertThat(rows.text("/items/0/reasons/0/code")).isEqualTo("import.state-lower");
        assertThat(rows.text("/items/0/reasons/0/message"))
                .containsPattern("将以状态 [\\p{IsHan}]+ 导入")
                .doesNotContain("NEW", "ASSESSING", "ENGAGING", "CONSENSUS");
    }

    @Test
    void aStateThatStaysIsSaidInWords() {
        Answer existing = captured();
        List<String> update = with(with(row(Ledgers.brand()), "线索编号", existing.text("/number")), "状态", "达成意向");
        Answer preview = ledgers.send(manager(), "ledger.xlsx", Ledgers.xlsx(List.of(update)));

        Answer rows = ledgers.rows(manager(), preview.id(), "UPDATE");
        assertThat(rows.body().at("/items/0/reasons").valueStream())
                .filteredOn(reason -> reason.path("code").asString().equals("import.state-stays"))
                .singleElement()
                .satisfies(
                        reason -> assertThat(reason.path("message").asString()).isEqualTo("线索现为 新线索，导入不改变状态"));
    }

    @Test
    void whatIsSupposedOfNewLeadsChangesNoLeadThatIsThere() throws Exception {
        Answer existing = captured();
        String csv = "线索编号,项目名称\n" + existing.text("/number") + ",改过的名称\n";
        Answer preview = ledgers.send(manager(), "a.csv", Ledgers.utf8(csv));

        assertThat(preview.body().path("counts").path("update").asInt()).isEqualTo(1);
        ledgers.run(manager(), preview.id());
        Answer now = api.get(manager(), "/api/leads/" + existing.id());
        assertThat(now.text("/name")).isEqualTo("改过的名称");
        assertThat(now.text("/source/channel")).isEqualTo(existing.text("/source/channel"));
        assertThat(now.text("/receivedOn")).isEqualTo(existing.text("/receivedOn"));
    }

    @Test
    void aMonthAloneIsItsFirstDayAndANumberTheDayItCounts() {
        Answer preview = ledgers.send(
                manager(),
                "ledger.xlsx",
                Ledgers.xlsx(List.of(
                        with(row(Ledgers.brand()), "收集日期", "2025.3"),
                        with(row(Ledgers.brand()), "收集日期", "45717"),
                        with(row(Ledgers.brand()), "收集日期", "2025.1"))));

        Answer rows = ledgers.rows(manager(), preview.id(), "CREATE");
        assertThat(reasons(rows, 0)).containsExactly("收集日期 cell.date-without-day");
        assertThat(rows.text("/items/0/reasons/0/message")).contains("2025-03-01");
        assertThat(reasons(rows, 1)).containsExactly("收集日期 cell.date-as-number");
        assertThat(rows.text("/items/1/reasons/0/message")).contains("2025-03-01");
        assertThat(reasons(ledgers.rows(manager(), preview.id(), "REFUSE"), 0))
                .containsExactly("收集日期 cell.month-without-nought");
    }

    @Test
    void sumsHeadingsAndNumbersWithNothingBehindThemArePassedOver() throws Exception {
        Answer preview = ledgers.send(
                manager(),
                "a.csv",
                Ledgers.utf8("序号,项目名称,投资方,总投资（万元）\n一,在谈项目,,\n1,甲项目," + Ledgers.brand()
                        + "有限公司,500\n小计,,,500\n2,,,\n总计,,,500\n" + "填表人：某科室,,审核人：,\n"));

        assertThat(preview.body().path("counts").path("passOver").asInt())
                .as(
                        "%s",
                        api.get(manager(), IMPORTS + "/" + preview.id() + "/rows")
                                .body())
                .isEqualTo(5);
        assertThat(preview.body().path("counts").path("create").asInt()).isEqualTo(1);
        assertThat(preview.body().path("counts").path("refuse").asInt()).isZero();
        assertThat(ledgers.rows(manager(), preview.id(), "PASS_OVER").texts("items", "row"))
                .containsExactly("2", "4", "5", "6", "7");
        ledgers.run(manager(), preview.id());
        Answer done = api.get(manager(), IMPORTS + "/" + preview.id());
        assertThat(done.body().path("counts").path("created").asInt()).isEqualTo(1);
        assertThat(done.body().path("counts").path("passOver").asInt()).isEqualTo(5);
    }

    @Test
    void aRowOfOneCellIsAskedForASecondOne() {
        Answer preview = ledgers.send(
                manager(), "a.csv", Ledgers.utf8("项目名称,投资方,总投资（万元）\n重点推进,,\n甲项目," + Ledgers.brand() + "有限公司,500\n"));

        assertThat(reasons(ledgers.rows(manager(), preview.id(), "REFUSE"), 0))
                .containsExactly("项目名称 import.only-one-cell");
        assertThat(preview.body().path("counts").path("create").asInt()).isEqualTo(1);
    }

    @Test
    void aQuotationMarkWithoutItsPartnerIsSaidWithItsLine() {
        Answer refused = ledgers.send(manager(), "a.csv", Ledgers.utf8("项目名称,投资方\n甲项目,甲公司\n\"乙项目,乙公司\n丙项目,丙公司\n"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/type")).isEqualTo("/problems/table-unclosed-quote");
        assertThat(refused.text("/detail")).contains("第 3 行");
    }

    @Test
    void undoingTakesBackWhatNobodyTouchedAndNamesTheRest() throws Exception {
        Answer existing = captured();
        String untouched = "晨光" + unique();
        List<String> update =
                with(with(with(row(untouched), "线索编号", existing.text("/number")), "投资方", ""), "线索名称", "改过的名称");
        String id = ledgers.imported(
                manager(),
                Ledgers.xlsx(List.of(row(untouched), row("东方" + unique()), update)),
                "{\"duplicates\":\"create\"}");
        Answer created = ledgers.rows(manager(), id, "CREATE");
        String first = created.text("/items/0/leadId");
        String second = created.text("/items/1/leadId");
        assertThat(api.get(manager(), "/api/leads/" + existing.id()).text("/name"))
                .as("%s", api.get(manager(), IMPORTS + "/" + id + "/rows").body())
                .isEqualTo("改过的名称");
        api.patch(manager(), "/api/leads/" + second, "{\"keyTerms\":\"谈过\"}", 1);

        Answer undone = api.post(manager(), IMPORTS + "/" + id + "/undo", "{}");

        assertThat(undone.status()).isEqualTo(200);
        assertThat(undone.body().path("undone").asInt()).as("%s", undone.body()).isEqualTo(2);
        assertThat(undone.body().path("kept").valueStream())
                .singleElement()
                .satisfies(kept -> assertThat(kept.path("leadId").asString()).isEqualTo(second));
        assertThat(api.get(manager(), "/api/leads/" + first).status()).isEqualTo(410);
        assertThat(api.get(manager(), "/api/leads/" + first + "/history").status())
                .isEqualTo(410);
        assertThat(api.get(manager(), "/api/leads/" + second).status()).isEqualTo(200);
        assertThat(api.get(manager(), "/api/leads/" + existing.id()).text("/name"))
                .isEqualTo(existing.text("/name"));
        gone(untouched);
        assertThat(PublishedEvents.on(Topics.LEADS)
                        .await(first, java.time.Duration.ofSeconds(30), heard -> heard.size() == 2)
                        .getLast()
                        .type())
                .isEqualTo("lead.withdrawn.v1");
    }

    @Test
    void anImportIsItsOwnersAlone() {
        Answer preview = ledgers.send(officer(), "a.xlsx", Ledgers.xlsx(List.of(row("晨光" + unique()))));

        assertThat(api.get(manager(), IMPORTS + "/" + preview.id()).status()).isEqualTo(404);
        assertThat(api.post(manager(), IMPORTS + "/" + preview.id() + "/run", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(api.get(officer(), IMPORTS).texts("items", "id")).contains(preview.id());
        for (Role role : List.of(Role.CITY, Role.VIEWER, Role.ADMIN)) {
            assertThat(ledgers.send(Api.as(role), "a.xlsx", Ledgers.xlsx(List.of(row("晨光" + unique()))))
                            .status())
                    .isEqualTo(403);
        }
        String elsewhere = Tokens.of("officer.yangcheng", Role.OFFICER, Api.YANGCHENG);
        assertThat(ledgers.send(elsewhere, "a.xlsx", Ledgers.xlsx(List.of(row("晨光" + unique()))))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theSameKeyIsTheSameImport() {
        byte[] file = Ledgers.xlsx(List.of(row("晨光" + unique())));
        String key = unique();
        Answer first = ledgers.send(manager(), "?zone=" + zone.id(), "a.xlsx", file, key);
        Answer again = ledgers.send(manager(), "?zone=" + zone.id(), "a.xlsx", file, key);

        assertThat(again.id()).isEqualTo(first.id());
        byte[] other = Ledgers.xlsx(List.of(row("晨光" + unique())));
        assertThat(ledgers.send(manager(), "?zone=" + zone.id(), "a.xlsx", other, key)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void filesThatAreNoLedgersAreRefusedWithASentence() {
        for (byte[] file : List.of(
                new byte[0],
                Ledgers.utf8("%PDF-1.7 nothing"),
                Ledgers.utf8("<html><table></table></html>"),
                Ledgers.utf8("线索名称,投资方\n"),
                new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0})) {
            Answer refused = ledgers.send(manager(), "a.xlsx", file);

            assertThat(refused.status()).isBetween(400, 499);
            assertThat(refused.text("/detail")).isNotBlank();
        }
        assertThat(ledgers.send(manager(), "a.xlsx", new byte[(10 << 20) + 100_000])
                        .status())
                .isEqualTo(413);
    }
}
