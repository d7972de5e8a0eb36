package org.lodestone.leads.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerColumnTests {

    @Test
    void theLedgerHasTheColumnsOfTheTrade() {
        assertThat(LedgerColumn.ledger().stream().map(column -> column.title().zh()))
                .containsExactly(("序号,线索编号,线索名称,投资方,统一社会信用代码,来源地,来源渠道,引荐人,收集日期,行业,产业链/环节,投资内容,意向投资额(万元),"
                                + "用地(亩)/厂房(㎡),用能/环保,预计产值·税收(万元),拟落园区,对接人,责任单位,包联领导,状态,研判结论,最近跟进,"
                                + "进展情况,存在问题,需协调事项,下一步计划,下次跟进日期,更新时间")
                        .split(","));
    }

    @ParameterizedTest
    @CsvSource({
        "线索名称, NAME",
        "*线索名称（必填）, NAME",
        "项 目 名 称, NAME",
        "项目名称, NAME",
        "意向投资额（亿元）, PLANNED",
        "总投资(万元), PLANNED",
        "用地(亩)/厂房(㎡), SITE",
        "用地（亩）, LAND",
        "厂房面积(m2), FLOOR",
        "招商专员, OWNER",
        "负责人, OWNER",
        "联系人, CONTACT_NAME",
        "总投资/亿元, PLANNED",
        "项目总投资：万元, PLANNED",
        "投资金额, PLANNED",
        "企业, INVESTOR",
        "项目来源, CHANNEL",
        "最新进展, PROGRESS",
        "Lead, NAME",
        "Project name, NAME",
        "Company, INVESTOR",
        "Phone number, CONTACT_PHONE",
        "Status, STATE",
        "investor.uscc, USCC",
        "备注, NOTE",
        "其他说明, NOTE"
    })
    void headingsAreKnownByManyNames(String heading, LedgerColumn column) {
        assertThat(LedgerColumn.ofHeading(heading)).contains(column);
    }

    @Test
    void whatWeDoNotKnowIsNoColumn() {
        assertThat(Stream.of("", "（万元）", "备忘", "2026年").flatMap(heading -> LedgerColumn.ofHeading(heading).stream()))
                .isEmpty();
    }

    @Test
    void noTwoColumnsShareAFieldATitleOrAnAlias() {
        List<String> names = Arrays.stream(LedgerColumn.values())
                .flatMap(column -> Stream.concat(
                        Stream.of(column.title().zh(), column.title().en(), column.field()), column.aliases().stream()))
                .toList();

        assertThat(names).doesNotHaveDuplicates();
        for (LedgerColumn column : LedgerColumn.values()) {
            for (String alias : column.aliases()) {
                assertThat(LedgerColumn.ofHeading(alias)).as(alias).contains(column);
            }
        }
    }
}
