package org.lodestone.leads.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names put together from parts, so that it is known by construction whether two are of one firm: what fails here fails by kind. */
class NamesFromPartsTests {

    private static final int EACH = 150;
    private static final String STEMS = "岚 澈 砺 珩 翊 笙 棠 骁 曜 霁 璟 沅 菀 荇 峤 衡 栩 屿 樾 铮 翀 湛 瀚 骐 蘅 琅 柘 芮 栎 淳 昀 恺";
    private static final String TRADES =
            "新能源 新材料 半导体 精密机械 智能装备 汽车零部件 生物医药 食品 纺织 陶瓷 环保 电子 软件 钢结构 轴承 阀门 电缆 化工 包装 家具 农业 乳业 茶业 无人机 机器人 光伏 储能 医疗器械 模具 镁业 铸造 "
                    + "涂料 塑料 水产 饲料 照明 激光 仪器仪表 轮胎 玻璃";
    private static final String CITIES =
            "苏州 无锡 合肥 芜湖 长沙 株洲 成都 绵阳 西安 宝鸡 太原 运城 济南 潍坊 宁波 嘉兴 佛山 东莞 厦门 泉州 武汉 襄阳 郑州 洛阳 南昌 赣州 昆明 贵阳";
    private static final String SISTERS = "销售 投资 物流 置业 餐饮管理 物业管理 研究院 进出口";
    private static final Map<String, String> ENGLISH = Map.of(
            "新能源", "New Energy",
            "新材料", "New Materials",
            "半导体", "Semiconductor",
            "精密机械", "Precision Machinery",
            "食品", "Food",
            "环保", "Environmental Protection",
            "软件", "Software",
            "轴承", "Bearing",
            "化工", "Chemical",
            "机器人", "Robotics");
    private static final Map<String, String> SPELT =
            Map.of("岚", "lan", "砺", "li", "棠", "tang", "骁", "xiao", "霁", "ji", "璟", "jing", "铮", "zheng", "湛", "zhan");

    private final Random random = new Random(20_261_128);
    private final Map<String, List<LabelledPair>> byKind = new LinkedHashMap<>();

    @Test
    void namesOfOneFirmAreFoundAndOthersToldApart() {
        for (int run = 0; run < EACH; run++) {
            sameFirm();
            otherFirm();
        }
        List<LabelledPair> all = new ArrayList<>();
        byKind.forEach((kind, pairs) -> {
            Tally tally = Tally.of(pairs);
            System.out.println("Duplicates from parts, " + kind + ": " + tally);
            tally.errors().stream().limit(3).forEach(System.out::println);
            all.addAll(pairs);
        });
        Tally tally = Tally.of(all);
        System.out.println("Duplicates from parts: " + tally);
        assertThat(all).hasSizeGreaterThan(2_000);
        assertThat(tally.precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(tally.recall()).isGreaterThanOrEqualTo(0.9);
    }

    private void sameFirm() {
        String brand = brand();
        String trade = one(TRADES);
        String city = one(CITIES);
        String core = brand + trade;
        String full = city + core + "有限公司";
        same("form", full, city + core + one("股份有限公司 有限责任公司"));
        same("place behind", full, core + "（" + city + "）有限公司");
        same("place longer", full, city + "市" + core + "有限公司");
        same("place left out", full, core + "有限公司");
        same("spoken", full, core);
        same("brand alone", full, brand);
        same("remark", full, full + one("（李总推荐） 【展会】 (拟落户) （筹） 。"));
        same("heading", full, one("拟设立： 投资方： 客户:") + full);
        same("former name", full + "（曾用名：" + city + brand() + "有限公司）", full);
        same("spaces", full, city + " " + brand + "　" + trade + " 有限公司");
        same("zone", city + one("高新区 经开区 工业园区 经济技术开发区") + core + "有限公司", full);
        same("doubled", full, city + brand + trade + trade.charAt(trade.length() - 1) + "有限公司");
        same("form slipped", full, city + core + one("有线公司 有公司 有限限公司 有限工司"));
        same("site", full, full + one("二期 扩建项目 一期项目"));
        letters(city);
    }

    private void letters(String city) {
        List<String> units = new ArrayList<>(SPELT.keySet().stream().sorted().toList());
        Collections.shuffle(units, random);
        String trade = one(ENGLISH.keySet().stream().sorted().toList());
        String brand = units.get(0) + units.get(1);
        String spelt = SPELT.get(units.get(0)) + SPELT.get(units.get(1));
        String latin = spelt.substring(0, 1).toUpperCase(Locale.ROOT) + spelt.substring(1);
        same("English", city + brand + trade + "有限公司", latin + " " + ENGLISH.get(trade) + " Co., Ltd.");
        other("English, other trade", brand + trade + "有限公司", latin + " Hotel Management Co., Ltd.");
    }

    private void otherFirm() {
        String brand = brand();
        String trade = one(TRADES);
        String city = one(CITIES);
        String full = city + brand + trade + "有限公司";
        other("other trade", full, city + brand + without(TRADES, trade) + "有限公司");
        other("other city", full, without(CITIES, city) + brand + trade + "有限公司");
        other(
                "other city behind",
                brand + trade + "（" + city + "）有限公司",
                brand + trade + "（" + without(CITIES, city) + "）有限公司");
        other("sister", full, city + brand + trade + one(SISTERS) + "有限公司");
        other("group and daughter", city + brand + "控股集团有限公司", full);
        other("phases", full + "一期", full + "二期");
        other("branches", full + without(CITIES, city) + "分公司", full + city + "分公司");
        other("daughter abroad", full, brand + trade + "（越南）有限公司");
        other("numbers", city + brand + "第一" + trade + "厂", city + brand + "第二" + trade + "厂");
        other("longer brand", full, city + brand + one("达 恒 鼎") + trade + "有限公司");
        other("turned round", full, city + new StringBuilder(brand).reverse() + trade + "有限公司");
    }

    /** Two different characters. */
    private String brand() {
        String first = one(STEMS);
        return first + without(STEMS, first);
    }

    private String without(String all, String not) {
        return one(Stream.of(all.split(" ")).filter(one -> !one.equals(not)).toList());
    }

    private String one(String all) {
        return one(List.of(all.split(" ")));
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void same(String kind, String one, String other) {
        put(kind, one, other, true);
    }

    private void other(String kind, String one, String other) {
        put(kind, one, other, false);
    }

    private void put(String kind, String one, String other, boolean same) {
        byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(LabelledPair.of(one, other, same));
    }
}
