package org.lodestone.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Invented leads, the same for the same seed and number: firms as they are named in the field, in seven zones' worth of trades, about one
 * in fifty a second mention of an earlier firm. Nothing in them belongs to anybody.
 */
final class LeadGenerator {

    private static final List<String> PLACES = List.of(
            "山西", "太原", "长治", "晋城", "运城", "垣曲", "沁水", "阳城", "河南", "郑州", "洛阳", "西安", "北京", "上海", "深圳", "苏州", "宁波", "济南",
            "青岛", "合肥", "武汉", "长沙", "成都", "重庆", "天津", "无锡", "常州", "厦门");

    private static final String FIRST = "华龙科翠瑞鑫恒盛中天宏远金泰安康东方博创新锦绣晟铭启明凯德嘉诚润丰聚隆泽旭辉腾达卓越永信同兴广源海纳云帆星河";
    private static final String SECOND = "宇翎龙锐邦威诺维力特通源昌盛利达成科洋美佳亚欧联合众智能耀翔峰岳川江河原野林森木石玉铜锦晖皓朗澄源清";

    private static final List<String> TRADES = List.of(
            "新能源", "新材料", "锂电", "铜业", "镁业", "铝业", "铜箔", "光伏", "风电设备", "储能", "环保科技", "生物科技", "制药", "医疗器械", "食品", "农业开发",
            "机械", "装备制造", "精密模具", "汽车零部件", "电子", "半导体", "光电", "软件", "大数据", "物流", "纺织", "陶瓷", "化工", "建材", "智能科技", "煤层气");

    private static final List<String> SUFFIXES = List.of("有限公司", "有限公司", "有限公司", "股份有限公司", "集团有限公司", "有限责任公司");

    private static final List<String> PROJECTS =
            List.of("生产基地项目", "年产五万吨项目", "产业园项目", "技改项目", "研发中心项目", "二期项目", "加工项目", "仓储物流项目");

    private static final List<String> CHANNELS =
            List.of("REFERRAL", "VISIT", "EVENT", "AGENT", "CHAIN_LEADER", "INBOUND", "PLATFORM", "OTHER");

    private static final List<String> CHAINS = List.of("copper-nickel", "magnesium", "new-energy", "food", "equipment");

    private static final int REPEATED_ONE_IN = 50;
    private static final int DAYS = 1500;
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);

    private final long seed;

    LeadGenerator(long seed) {
        this.seed = seed;
    }

    /**
     * A lead with the figures that ledgers have.
     *
     * @param plannedWan planned investment in 万元
     */
    record GeneratedLead(
            String name,
            String company,
            String uscc,
            String contact,
            String phone,
            String email,
            String channel,
            LocalDate receivedOn,
            String chain,
            String industry,
            String content,
            long plannedWan,
            int landMu,
            int jobs) {}

    List<GeneratedLead> leads(int from, int count) {
        List<GeneratedLead> leads = new ArrayList<>(count);
        for (int i = from; i < from + count; i++) {
            leads.add(lead(i));
        }
        return leads;
    }

    /** The lead of that number; a repeated firm is one of an earlier number, with its suffix left out. */
    GeneratedLead lead(int number) {
        Random random = random(number);
        boolean repeated = number > 0 && random.nextInt(REPEATED_ONE_IN) == 0;
        int firm = repeated ? random.nextInt(number) : number;
        String company = company(firm);
        String trade = pick(TRADES, random(firm));
        String person = "联系人" + Integer.toString(number, 36).toUpperCase(Locale.ROOT);
        return new GeneratedLead(
                stem(company) + pick(PROJECTS, random),
                repeated ? stem(company) : company,
                uscc(firm),
                person,
                "1990" + "%07d".formatted(firm % 10_000_000),
                "contact" + firm + "@firm" + firm + ".example.com",
                pick(CHANNELS, random),
                LAST_DAY.minusDays(random.nextInt(DAYS)),
                pick(CHAINS, random),
                "C" + (3000 + random.nextInt(900)),
                company + "拟投资建设" + trade + pick(PROJECTS, random) + "，分两期实施。",
                1_000L + random.nextInt(300_000),
                10 + random.nextInt(500),
                20 + random.nextInt(2_000));
    }

    /** As registered: place, stem, trade and legal form; the place stands in brackets now and then. */
    String company(int firm) {
        Random random = random(firm);
        String trade = pick(TRADES, random);
        String place = pick(PLACES, random);
        StringBuilder stem = new StringBuilder().append(pick(FIRST, random)).append(pick(SECOND, random));
        if (random.nextInt(3) == 0) {
            stem.append(pick(SECOND, random));
        }
        String suffix = pick(SUFFIXES, random);
        return random.nextInt(6) == 0 ? stem + trade + "（" + place + "）" + suffix : place + stem + trade + suffix;
    }

    private static String stem(String company) {
        return company.replaceAll("(股份|集团)?有限(责任)?公司$", "");
    }

    /** Of a registration office that does not exist, with a right check digit. */
    private String uscc(int firm) {
        String digits = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        StringBuilder body = new StringBuilder("91140899MA");
        long rest = firm + (seed & 0xffff) * 1_000_003L;
        for (int i = 0; i < 7; i++) {
            body.append(digits.charAt((int) (rest % digits.length())));
            rest /= digits.length();
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += digits.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return body.append(digits.charAt((31 - sum % 31) % 31)).toString();
    }

    /** Neighbouring seeds of the plain generator begin alike, so they are spread first. */
    private Random random(int number) {
        return new Random((seed * 1_000_003L + number) * 0x9E3779B97F4A7C15L);
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static char pick(String from, Random random) {
        return from.charAt(random.nextInt(from.length()));
    }
}
