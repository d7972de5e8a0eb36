package org.lodestone.leads.investor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyNameTests {

    private static final List<String> PIECES = List.of(
            "科宇",
            "翠翎",
            "五龙",
            "龍",
            "新能源",
            "镁业",
            "科技",
            "置业",
            "有限公司",
            "股份有限公司",
            "集团",
            "公司",
            "厂",
            "山西",
            "深圳市",
            "垣曲县",
            "太原",
            "（",
            "）",
            "(",
            ")",
            "一期",
            "第二期",
            "Ⅱ期",
            "项目",
            "分公司",
            "Co., Ltd",
            "GmbH",
            " ",
            "·",
            "Ｋｅｙｕ",
            "keyu",
            "New Energy",
            "7",
            "-",
            "\u200b",
            "\ud83d\ude00",
            "é",
            "技术",
            "物流",
            "中国",
            "期",
            "phase 2",
            "【",
            "】",
            "㈱",
            "ﬁ",
            "臺",
            "后");

    @ParameterizedTest
    @CsvSource({
        "山西科宇新能源有限公司, 科宇新能源",
        "科宇新能源（山西）股份有限公司, 科宇新能源",
        "ＫＹ　新能源 有限公司, ky新能源",
        "五龍鎂業集團有限公司, 五龙镁业",
        "五龙镁业二期, 五龙镁业",
        "垣曲县正达服饰厂, 正达服饰",
        "太原钢铁（集团）有限公司, 太原钢铁",
        "'Keyu New Energy Co., Ltd.', keyu新能源",
        "Brandt Maschinenbau GmbH, brandt机械",
        "太行云数据科技有限公司长治分公司, 太行云数据科技",
        "有限公司, 有限公司"
    })
    void nameIsLeftWithWhatIsItsOwn(String name, String normalised) {
        assertThat(CompanyName.normalised(name)).isEqualTo(normalised);
    }

    @Test
    void phaseIsKeptApart() {
        assertThat(CompanyName.of("五龙镁业Ⅱ期").phase()).isEqualTo(2);
        assertThat(CompanyName.of("五龙镁业第十二期项目").phase()).isEqualTo(12);
        assertThat(CompanyName.of("Keyu Phase III").phase()).isEqualTo(3);
        assertThat(CompanyName.of("五龙镁业").phase()).isNull();
    }

    @Test
    void normalisingTwiceChangesNothing() {
        Random random = new Random(20_261_123);
        for (int run = 0; run < 20_000; run++) {
            StringBuilder name = new StringBuilder();
            for (int pieces = 1 + random.nextInt(7); pieces > 0; pieces--) {
                name.append(
                        random.nextInt(6) == 0
                                ? Character.toString(random.nextInt(0x20, 0x9fff))
                                : PIECES.get(random.nextInt(PIECES.size())));
            }
            String once = CompanyName.normalised(name.toString());
            assertThat(CompanyName.normalised(once)).as(name.toString()).isEqualTo(once);
        }
    }

    @Test
    void everyNameIsReadWithoutFail() {
        Random random = new Random(7);
        for (int run = 0; run < 5_000; run++) {
            int[] units = random.ints(random.nextInt(30), 0, 0x30000).toArray();
            String name = new String(units, 0, units.length);
            assertThat(CompanyName.of(name).core()).isNotNull();
        }
    }

    @Test
    void aFirmNobodyKnowsYetIsNobody() {
        assertThat(java.util.stream.Stream.of("待定", " 未定 ", "无", "某企业", "TBD", "—"))
                .allMatch(CompanyName::isNobody);
        assertThat(java.util.stream.Stream.of("待定新材料有限公司", "无锡某某电子", "科宇")).noneMatch(CompanyName::isNobody);
    }
}
