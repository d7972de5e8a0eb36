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
                "武汉楚恒激光技术股份有限公司 | 武汉楚恒激光技术股份有限公司扩建项目",
                "浙江德清莫岚竹制品厂 | 德清县莫岚竹制品厂",
                "义乌市苏溪镇岚钿饰品厂 | 义乌苏溪岚钿饰品厂",
                "朗格菲尔（Langfeier）泵业有限公司 | Langfeier泵业有限公司",
                "青岛汐垣新材料有限公司（原青岛汐垣化工有限公司） | 青岛汐垣化工有限公司",
                "拟设立：银川汐垣算力科技有限公司 | 银川汐垣算力科技有限公司",
                "大连汐垣轴承制造有公司 | 大连汐垣轴承制造有限公司",
                "大连汐垣电子电子材料有限公司 | 大连汐垣电子材料有限公司",
                "汐垣海工 | 烟台汐垣海洋工程装备有限公司",
                "Chengdu Xiyuan Semiconductor Co., Ltd. | 成都汐垣半导体有限公司",
                "Brandt Pumpen GmbH | Brandt Pumpen Gesellschaft mit beschränkter Haftung",
                "株式会社早濑野精工 | 早濑野精工（株）"
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
                "Kestrel Composites GmbH | Kestrel Logistics GmbH",
                "Kestrel Composites Inc. | Kestrel Composites (Suzhou) Co., Ltd.",
                "广西南宁汐垣糖业有限公司 | 广西崇左汐垣糖业有限公司",
                "上海汐垣设计有限公司合肥分公司 | 上海汐垣设计有限公司南京分公司",
                "湖北汐垣生物医药集团有限公司 | 汐垣生物医药（荆门）有限公司",
                "汐垣光电科技有限公司 | 汐垣光电科技（越南）有限公司"
            })
    void twoFirmsUnderNamesThatAreClose(String one, String other) {
        assertThat(confidence(one, other)).isLessThan(0.6);
    }
}
