package org.lodestone.leads.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TextReaderTests {

    private static final JsonMapper JSON = new JsonMapper();

    /** As the page sees it. */
    private static JsonNode read(String text) {
        return JSON.valueToTree(TextReader.read(text).lead());
    }

    private static @Nullable String at(String text, String pointer) {
        JsonNode value = read(text).at(pointer);
        return value.isMissingNode() ? null : value.asString();
    }

    @Test
    void wholeMessageIsRead() {
        String text = "盐湖新材料有限公司拟投资1.2亿元建铜箔项目，需用地60亩，联系人电话13800000000";

        assertThat(at(text, "/name")).isEqualTo("铜箔项目");
        assertThat(at(text, "/investor/name")).isEqualTo("盐湖新材料有限公司");
        assertThat(read(text).at("/investment/planned/value").decimalValue()).isEqualByComparingTo("12000");
        assertThat(read(text).at("/needs/landMu").decimalValue()).isEqualByComparingTo("60");
        assertThat(at(text, "/contacts/0/phone")).isEqualTo("13800000000");
        assertThat(at(text, "/content")).isEqualTo(text);
        assertThat(TextReader.read(text).found())
                .isNotEmpty()
                .allSatisfy(one ->
                        assertThat(text.substring(one.start(), one.end())).isEqualTo(one.text()));
    }

    @ParameterizedTest
    @CsvSource({
        "今天拜访了云岭精密制造有限公司，谈得不错, 云岭精密制造有限公司",
        "客户：海峰电子股份有限公司；想看厂房, 海峰电子股份有限公司",
        "来自江苏苏州的禾木集团有意向, 禾木集团",
        "今天陪同领导接待了浙江泓骏氢能装备有限公司一行, 浙江泓骏氢能装备有限公司",
        "有家做负极的企业叫什么没说, ",
    })
    void companyIsWhatEndsLikeOne(String text, @Nullable String company) {
        assertThat(at(text, "/investor/name")).isEqualTo(company);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Contact: Siltech Advanced Materials GmbH, +86 138 0000 0000, 3.5亿 | Siltech Advanced Materials GmbH",
                "Contact Northwind Battery Co., Ltd. about copper foil | Northwind Battery Co., Ltd.",
                "We met Blue Harbour & Sons, Inc. yesterday | Blue Harbour & Sons, Inc.",
                "德国Siltech GmbH公司想建厂 | Siltech GmbH",
                "from Compagnie de Verre S.A. in Lyon | Compagnie de Verre S.A.",
                "Orion Power LLC; 200亩 | Orion Power LLC",
                "投资方：Vega Semiconductor PLC，拟投资2亿元 | Vega Semiconductor PLC",
                "Keller Antriebe GmbH & Co. KG | Keller Antriebe GmbH & Co. KG",
                "Acme Corp | Acme Corp",
                "ABC NEW ENERGY CO., LTD. 来访 | ABC NEW ENERGY CO., LTD.",
                "Mr. Smith of Bosch AG | Bosch AG",
                "3M Company | 3M Company",
                "The Boeing Company called | Boeing Company",
                "Sakura Denki K.K. 来访 | Sakura Denki K.K.",
                "某某有限公司（Moumou Co., Ltd.）来访 | 某某有限公司",
                "The Company needs 500 KG of foil | ",
                "Our Group is large. We are Limited in time | ",
            })
    void aForeignFirmIsWhatEndsWithItsForm(String text, @Nullable String company) {
        assertThat(at(text, "/investor/name")).isEqualTo(company);
    }

    @Test
    void aMessageInEnglishIsReadLikeOneInChinese() {
        String text = "Contact: Siltech Advanced Materials GmbH, Mr. John Field, +86 138 0000 0000, 3.5亿";

        assertThat(at(text, "/contacts/0/phone")).isEqualTo("13800000000");
        assertThat(at(text, "/contacts/0/name")).isEqualTo("John Field");
        assertThat(read(text).at("/investment/planned/value").decimalValue()).isEqualByComparingTo("35000");
        assertThat(at("Orion Power LLC, +49 89 1234567", "/contacts/0/phone")).isEqualTo("+49 89 1234567");
        assertThat(at("电话+8613800000000", "/contacts/0/phone")).isEqualTo("13800000000");
    }

    @ParameterizedTest
    @CsvSource({
        "总投资约3.5亿, 35000",
        "总投资约３．５亿元，占地３０亩, 35000",
        "计划投资8000万元，年产值2亿元, 8000",
        "'预计产值5亿元，总投资12,000万', 12000",
        "'意向金额2亿元', 20000",
        "总投资一个亿，年产5万吨铜箔, 10000",
        "年产5万吨铜箔，打算投三千五百万, 3500",
        "投资8千万左右, 8000",
    })
    void investmentIsNotTheOutput(String text, BigDecimal wan) {
        assertThat(read(text).at("/investment/planned/value").decimalValue()).isEqualByComparingTo(wan);
    }

    @ParameterizedTest
    @CsvSource({"年产值5亿元", "投资规模很大"})
    void withoutAnInvestmentThereIsNone(String text) {
        assertThat(read(text).has("investment")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "电话 138 0000 0000, 13800000000",
        "手机13800000000微信同号, 13800000000",
        "座机0356-1234567, 0356-1234567",
        "订单号2138000000001, ",
    })
    void phoneIsANumberOfItsOwn(String text, @Nullable String phone) {
        assertThat(at(text, "/contacts/0/phone")).isEqualTo(phone);
    }

    @Test
    void aRangeIsNoAmount() {
        for (String text : new String[] {"拟投资2-3亿元", "投资2亿至3亿", "金额2～3亿"}) {
            assertThat(read(text).at("/investment").isMissingNode()).as(text).isTrue();
        }
    }

    @Test
    void theNarrowerPlaceIsTheOneThatIsMeant() {
        assertThat(at("来自山西太原", "/investor/region")).isEqualTo("140100");
        assertThat(at("来源地：河南省郑州市", "/investor/region")).isEqualTo("410100");
    }

    @Test
    void whoIsNamedBehindANumberIsRead() {
        assertThat(at("联系方式：13900002222（刘主任）", "/contacts/0/name")).isEqualTo("刘");
    }

    @Test
    void identityCardIsNoCreditCode() {
        assertThat(at("证件11010119900307123X", "/investor/uscc")).isNull();
        assertThat(at("信用代码91140827MA0DEM013B", "/investor/uscc")).isEqualTo("91140827MA0DEM013B");
    }

    @Test
    void personIsReadWithTheTitle() {
        assertThat(at("联系人：项经理，13800000000", "/contacts/0/name")).isEqualTo("项");
        assertThat(at("联系人：项经理，13800000000", "/contacts/0/title")).isEqualTo("经理");
    }

    @Test
    void regionIsKnownByItsName() {
        assertThat(at("江苏客商想来投资", "/investor/region")).isEqualTo("320000");
        assertThat(at("苏州客商想来投资", "/investor/region")).isEqualTo("320500");
    }

    @Test
    void textWithoutAnythingKnownIsContentAlone() {
        assertThat(read("今天天气不错").propertyNames()).containsExactly("content");
    }
}
