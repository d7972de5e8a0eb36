package org.lodestone.leads.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.leads.lead.Profile.Source;
import org.lodestone.platform.imports.ImportRow;
import org.lodestone.platform.table.Reading;
import org.lodestone.platform.web.Amount;

class LeadImportValuesTests {

    @ParameterizedTest
    @ValueSource(strings = {"/", "-", "——", "／", "…", "N/A", "待定", "无", "暂无"})
    void whatStandsWhereThereIsNothingIsNothing(String text) {
        assertThat(Stream.of(
                        LedgerColumn.RECEIVED_ON,
                        LedgerColumn.USCC,
                        LedgerColumn.CONTACT_PHONE,
                        LedgerColumn.LAND,
                        LedgerColumn.INVESTOR))
                .allMatch(column -> LeadImportValues.isNothing(column, text));
    }

    @Test
    void thatThereAreNoProblemsIsAnAnswerAndAnUnknownAmountIsOne() {
        assertThat(LeadImportValues.isNothing(LedgerColumn.PROBLEMS, "无")).isFalse();
        assertThat(LeadImportValues.isNothing(LedgerColumn.PLANNED, "面议")).isFalse();
        assertThat(LeadImportValues.isUnknown("面议")).isTrue();
        assertThat(LeadImportValues.isNothing(LedgerColumn.NAME, "5-1")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"合计", "总 计：", "小计", "本页小计", "合计:12个项目", "一季度合计"})
    void sumsAreNoLeads(String first) {
        assertThat(LeadImportValues.isNoLead(row(first, "12000"))).isTrue();
    }

    @Test
    void remarksBelowTheTableAreNoLeadsAndLeadsAre() {
        assertThat(LeadImportValues.isNoLead(row("注：投资额单位为万元"))).isTrue();
        assertThat(LeadImportValues.isNoLead(row("填表人"))).isTrue();
        assertThat(LeadImportValues.isNoLead(row("注塑件项目"))).isFalse();
        assertThat(LeadImportValues.isNoLead(row("计量仪表项目", "12000"))).isFalse();
        assertThat(LeadImportValues.isNoLead(row("审计合规中心", "12000"))).isFalse();
    }

    @Test
    void whatStandsInBracketsBehindAnAmountIsARemarkOrItsUnit() {
        assertThat(LeadImportValues.amount("1.2亿元（其中设备8000万元）", "总投资"))
                .isEqualTo(new Reading.Assumed<>(
                        Amount.of("12000", Amount.Unit.CNY_10K), "import.amount-remark", List.of("1.2亿元（其中设备8000万元）")));
        assertThat(LeadImportValues.amount("1.2（亿元）", "总投资(万元)"))
                .isEqualTo(Reading.of(Amount.of("12000", Amount.Unit.CNY_10K)));
        assertThat(LeadImportValues.amount("很多（待核）", "总投资")).isInstanceOf(Reading.Refused.class);
        assertThat(LeadImportValues.amount("5000万美元（约3.5亿元）", "总投资")).isInstanceOf(Reading.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5000（万美元）", "5000万（美元）", "500万（USD）", "5000万（美元，约3.5亿元）", "3（亿美元）", "5000（万元/年）"})
    void whatTheBracketSaysAnAmountIsInIsNotPassedOver(String text) {
        assertThat(LeadImportValues.amount(text, "总投资(万元)")).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void aUnitInBracketsMayNameItsCurrency() {
        assertThat(LeadImportValues.amount("3（亿元人民币）", "总投资(万元)"))
                .isEqualTo(Reading.of(Amount.of("30000", Amount.Unit.CNY_10K)));
        assertThat(LeadImportValues.amount("3（单位：亿元）", "总投资"))
                .isEqualTo(Reading.of(Amount.of("30000", Amount.Unit.CNY_10K)));
        assertThat(LeadImportValues.amount("3000万（约合420万美元）", "总投资")).isInstanceOf(Reading.Assumed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "######"})
    void whatAFailedFormulaLeavesInACsvIsNoText(String text) {
        assertThat(LeadImportValues.isError(text)).isTrue();
        assertThat(LeadImportValues.isError("#1 炉")).isFalse();
    }

    @Test
    void headingsBetweenTheRowsAndWhoSignedBelowThemAreNoLeads() {
        assertThat(Stream.of("一、在谈项目", "（二）新能源（3个）", "第二批", "填报单位：经开区", "审核人：").map(LeadImportValuesTests::row))
                .allMatch(LeadImportValues::isNoLead);
        assertThat(LeadImportValues.isNoLead(row("填报单位：经开区", "填报日期：2025-03-01")))
                .isTrue();
        assertThat(LeadImportValues.isNoLead(numbered("三", "拟签约项目"))).isTrue();
        assertThat(LeadImportValues.isNoLead(row("一、二期铜箔项目", "12000"))).isFalse();
        assertThat(LeadImportValues.isNoLead(row("三一重工二期"))).isFalse();
        assertThat(LeadImportValues.isNoLead(numbered("3", "铜箔项目"))).isFalse();
    }

    @Test
    void aNumberWithNothingBehindItIsNoMistake() {
        ImportRow.Value serial = new ImportRow.Value("serial", "序号", "41", "");

        assertThat(LeadImportValues.isOnlyNumbered(new ImportRow(9, List.of(serial))))
                .isTrue();
        assertThat(LeadImportValues.isOnlyNumbered(numbered("41", "铜箔项目"))).isFalse();
    }

    private static ImportRow numbered(String serial, String text) {
        return new ImportRow(
                9,
                List.of(
                        new ImportRow.Value("serial", "序号", serial, ""),
                        new ImportRow.Value("name", "线索名称", text, "")));
    }

    @Test
    void aPhoneThatIsWrittenTwiceIsOneContact() {
        assertThat(contacts("王经理 13800000001 / 13800000001")).containsExactly("王经理 13800000001");
        assertThat(contacts("13800000001、13800000002、13800000001"))
                .containsExactly("null 13800000001", "null 13800000002");
    }

    @Test
    void aCellOfSeveralPhonesIsSeveralAndANameInItIsOne() {
        assertThat(contacts("王经理 138 0000 0001")).containsExactly("王经理 138 0000 0001");
        assertThat(contacts("13800000001/0356-7020000")).containsExactly("null 13800000001", "null 0356-7020000");
        assertThat(contacts("＋86 13800000001")).containsExactly("null +86 13800000001");
        assertThat(contacts("12345")).containsExactly("null 12345");
        assertThat(contacts("王总13800000001；李主任13900000002")).containsExactly("王总 13800000001", "李主任 13900000002");
        assertThat(contacts("王总 13800000001、13900000002")).containsExactly("王总 13800000001", "王总 13900000002");
        assertThat(contacts("86-138-0000-0001（微信同号）")).containsExactly("null 86-138-0000-0001");
    }

    @Test
    void aPhoneOfTheFixedNetworkIsReadHoweverItIsCut() {
        assertThat(contacts("(0535)8616230")).containsExactly("null 0535-8616230");
        assertThat(contacts("（020）8888 6666")).containsExactly("null 020-8888 6666");
        assertThat(contacts("0917-3456789转801")).containsExactly("null 0917-3456789-801");
        assertThat(contacts("0512-57353472、57353473")).containsExactly("null 0512-57353472", "null 0512-57353473");
        assertThat(contacts("陈 明 13300133001")).containsExactly("陈明 13300133001");
    }

    @Test
    void whatStandsBesideAPhoneAndIsNoNameIsKept() {
        assertThat(note("13300133003（王）；13300133004（李）")).isEqualTo("联系电话：…(王);…(李)");
        assertThat(note("13300133003（微信同号）")).isNull();
        assertThat(note("王总13800000001；李主任13900000002")).isNull();
    }

    @Test
    void aRowThatHasNothingButANumberIsNoLead() {
        assertThat(LeadImportValues.isOnlyNumbered(
                        new ImportRow(2, List.of(new ImportRow.Value("number", "编号", "ZS-005", "")))))
                .isTrue();
        assertThat(LeadImportValues.isOnlyNumbered(new ImportRow(
                        2,
                        List.of(
                                new ImportRow.Value("number", "编号", "ZS-005", ""),
                                new ImportRow.Value("name", "项目", "甲", "")))))
                .isFalse();
    }

    @Test
    void aNameThatIsDrawnApartIsClosed() {
        assertThat(LeadImportValues.closed("李  丽")).isEqualTo("李丽");
        assertThat(LeadImportValues.closed("李　丽")).isEqualTo("李丽");
        assertThat(LeadImportValues.closed("李丽 王强")).isEqualTo("李丽 王强");
    }

    @Test
    void aQuantityHasNoNoughtsBehindIt() {
        assertThat(LeadImportValues.quantity("1.2万㎡")).hasToString("Optional[12000]");
    }

    private static @Nullable String note(String cell) {
        LeadImportDraft draft = new LeadImportDraft(row(cell));
        LeadImportPhones.read(draft, LedgerColumn.CONTACT_PHONE, cell);
        Source source = draft.form("140827").source();
        return source == null ? null : source.note();
    }

    private static Stream<String> contacts(String cell) {
        LeadImportDraft draft = new LeadImportDraft(row(cell));
        LeadImportPhones.read(draft, LedgerColumn.CONTACT_PHONE, cell);
        return Objects.requireNonNull(draft.form("140827").contacts()).stream()
                .map(contact -> contact.name() + " " + contact.phone());
    }

    private static ImportRow row(String... texts) {
        return new ImportRow(
                9,
                Stream.of(texts)
                        .map(text -> new ImportRow.Value("field" + text, "线索名称", text, ""))
                        .toList());
    }
}
