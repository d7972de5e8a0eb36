package org.lodestone.leads.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.leads.capture.PastedText.ReadLead;

class TextReaderTests {

    private static ReadLead read(String text) {
        return TextReader.read(text).lead();
    }

    @Test
    void wholeMessageIsRead() {
        String text = "盐湖新材料有限公司拟投资1.2亿元建铜箔项目，需用地60亩，联系人电话13800000000";
        PastedText.Answer answer = TextReader.read(text);
        ReadLead lead = answer.lead();

        assertThat(lead.name()).isEqualTo("铜箔项目");
        assertThat(lead.investor())
                .isNotNull()
                .satisfies(it -> assertThat(it.name()).isEqualTo("盐湖新材料有限公司"));
        assertThat(lead.investment().planned().value()).isEqualByComparingTo("12000");
        assertThat(lead.needs().landMu()).isEqualByComparingTo(BigDecimal.valueOf(60));
        assertThat(lead.contacts())
                .singleElement()
                .satisfies(it -> assertThat(it.phone()).isEqualTo("13800000000"));
        assertThat(lead.content()).isEqualTo(text);
        assertThat(answer.found())
                .allSatisfy(one ->
                        assertThat(text.substring(one.start(), one.end())).isEqualTo(one.text()));
    }

    @ParameterizedTest
    @CsvSource({
        "今天拜访了云岭精密制造有限公司，谈得不错, 云岭精密制造有限公司",
        "客户：海峰电子股份有限公司；想看厂房, 海峰电子股份有限公司",
        "来自江苏苏州的禾木集团有意向, 禾木集团",
        "有家做负极的企业叫什么没说, ",
    })
    void companyIsWhatEndsLikeOne(String text, String company) {
        assertThat(read(text).investor() == null ? null : read(text).investor().name())
                .isEqualTo(company);
    }

    @ParameterizedTest
    @CsvSource({
        "总投资约3.5亿, 35000",
        "计划投资8000万元，年产值2亿元, 8000",
        "'预计产值5亿元，总投资12,000万', 12000",
        "'意向金额2亿元', 20000",
        "年产值5亿元, ",
        "投资规模很大, ",
    })
    void investmentIsNotTheOutput(String text, BigDecimal wan) {
        if (wan == null) {
            assertThat(read(text).investment()).isNull();
        } else {
            assertThat(read(text).investment().planned().value()).isEqualByComparingTo(wan);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "电话 138 0000 0000, 13800000000",
        "手机13800000000微信同号, 13800000000",
        "座机0356-1234567, 0356-1234567",
        "订单号2138000000001, ",
    })
    void phoneIsANumberOfItsOwn(String text, String phone) {
        assertThat(
                        read(text).contacts() == null
                                ? null
                                : read(text).contacts().getFirst().phone())
                .isEqualTo(phone);
    }

    @Test
    void identityCardIsNoCreditCode() {
        assertThat(read("证件11010119900307123X").investor()).isNull();
        assertThat(read("信用代码91140827MA0DEM013B").investor().uscc()).isEqualTo("91140827MA0DEM013B");
    }

    @Test
    void personIsReadWithTheTitle() {
        assertThat(read("联系人：项经理，13800000000").contacts()).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("项");
            assertThat(it.title()).isEqualTo("经理");
        });
    }

    @Test
    void regionIsKnownByItsName() {
        assertThat(read("江苏客商想来投资").investor().region()).isEqualTo("320000");
        assertThat(read("苏州客商想来投资").investor().region()).isEqualTo("320500");
    }

    @Test
    void textWithoutAnythingKnownIsContentAlone() {
        ReadLead lead = read("今天天气不错");
        assertThat(lead.investor()).isNull();
        assertThat(lead.contacts()).isNull();
        assertThat(lead.investment()).isNull();
        assertThat(lead.content()).isEqualTo("今天天气不错");
    }
}
