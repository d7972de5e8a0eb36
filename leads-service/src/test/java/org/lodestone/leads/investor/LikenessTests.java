package org.lodestone.leads.investor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTests {

    private static double confidence(String one, String other) {
        return Likeness.of(CompanyName.of(one), CompanyName.of(other)).confidence();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Halden & Moore Ceramics Ltd. | Halden and Moore Ceramics Limited",
                "Nordvik Batteries AS | NORDVIK BATTERIES A/S",
                "Kestrel Composites GmbH | Kestrel Composites",
                "Kestrel Composites GmbH | Kestrel Composites (Germany) GmbH",
                "Maruyoshi Seiki K.K. | Maruyoshi Seiki Kabushiki Kaisha",
                "Penang Rubber Works Sdn. Bhd. | Penang Rubber Works",
                "西安擎宇航空部件制造有限公司 | Xi'an 擎宇航空部件制造有限公司",
                "河北燕冶重型机械有限公司 | 河北燕冶重机有限公司",
                "长春凯达轨道客车配件有限公司 | 长春凯达轨道交通客车配件有限公司",
                "武汉楚恒激光技术股份有限公司 | 武汉楚恒激光技术股份有限公司扩建项目"
            })
    void oneFirmUnderTwoNames(String one, String other) {
        assertThat(confidence(one, other)).isGreaterThanOrEqualTo(0.6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kestrel Composites GmbH | Kestrel Composites (China) Co., Ltd.",
                "Lindqvist Robotics AB | Lindqvist Robotics (China) Co., Ltd.",
                "Tessaro Meccanica S.p.A. | Tessaro Meccanica (Shanghai) Co., Ltd.",
                "武汉楚恒激光技术股份有限公司 | 武汉楚恒激光技术股份有限公司工会委员会",
                "石家庄冀康制药集团有限公司 | 石家庄冀康医院",
                "Kestrel Composites GmbH | Kestrel Logistics GmbH"
            })
    void twoFirmsUnderNamesThatAreClose(String one, String other) {
        assertThat(confidence(one, other)).isLessThan(0.6);
    }
}
