package org.lodestone.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.platform.security.Scope;

class TextSearchTests {

    private final Firms firms = new Firms(new ByteBuffersDirectory());

    @AfterEach
    void stop() {
        firms.close();
    }

    @Test
    void anyPartOfAChineseTextIsFoundAndNothingElse() {
        // Few characters, so that parts overlap and repeat.
        String alphabet = "锂电铜箔项目龙华鑫新材料科技有限公司山西长治运城垣曲重庆";
        Random random = new Random(7);
        List<Firm> stored = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            stored.add(Firm.named("F%05d".formatted(i), text(random, alphabet, 2 + random.nextInt(14)))
                    .about(text(random, alphabet, random.nextInt(40))));
        }
        firms.store(stored).start(null).ready();
        for (int i = 0; i < 600; i++) {
            int length = 1 + i % 8;
            Firm firm = stored.get(random.nextInt(stored.size()));
            String source = random.nextBoolean() && firm.content() != null ? firm.content() : firm.name();
            String q = source.length() >= length && i % 5 != 0
                    ? part(random, source, length)
                    : text(random, alphabet, length);
            List<String> expected = stored.stream()
                    .filter(f -> f.name().contains(q)
                            || f.content() != null && f.content().contains(q))
                    .map(Firm::id)
                    .sorted()
                    .toList();
            List<String> found = firms.index()
                    .all(Scope.system(), new SearchRequest(q, List.of(), "id", null, 1, List.of()))
                    .map(hit -> hit.aggregate().id())
                    .collectList()
                    .block();
            assertThat(found).as(q).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "longdianhuaxin, 龙电华鑫",
        "long dian, 龙电华鑫",
        "longd, 龙电华鑫",
        "ldhx, 龙电华鑫",
        "dhx, 龙电华鑫",
        "LDHX, 龙电华鑫",
        "chongqing, 重庆机电",
        "zhongqing, 重庆机电",
        "cqjd, 重庆机电",
        "changzhi, 长治电缆",
        "zhangzhi, 长治电缆",
        "xian, 西安光机",
        "xi'an, 西安光机",
        "lvye, 绿叶制药",
        "lüye, 绿叶制药",
        "yinhang, 农业银行",
        "dasha, 新华大厦",
        "xiamen, 厦门金龙",
        "qiushi, 仇氏铝业",
        "hongtong, 洪洞铸造",
    })
    void pinyinAndInitialsOfEveryReadingFind(String typed, String name) {
        firms.store(Firm.named("1", name), Firm.named("2", "别的什么")).start(null).ready();
        assertThat(firms.find(typed)).containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource({
        "龍電華鑫, 龙电华鑫新能源",
        "龙电华鑫, 龍電華鑫新能源",
        "ＬＧ化学, LG化学(中国)",
        "lg, LG化学",
        "LG化学(中国), LG化学（中国）",
        "siem, Siemens Energy",
        "ener siem, Siemens Energy",
        "5gw, 年产5GW光伏组件",
        "gw光伏, 年产5GW光伏组件",
        "2026-0001, 140827-2026-0001",
        "0001, 140827-2026-0001",
        "7-20, 140827-2026-0001",
        "①号, 1号厂房",
        "café, Café Lumière",
        "𠮷野, 𠮷野家食品",
        "锂电 龙电, 龙电华鑫锂电铜箔",
    })
    void spellingsOfTheSameThingFindIt(String typed, String name) {
        firms.store(Firm.named("1", name), Firm.named("2", "别的什么")).start(null).ready();
        assertThat(firms.find(typed)).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"电龙", "龙 华新", "iemens", "emens ener", "longhua", "lhx", "龙电华鑫x"})
    void whatIsNotThereIsNotFound(String typed) {
        firms.store(Firm.named("1", "龙电华鑫"), Firm.named("2", "Siemens Energy"), Firm.named("3", "2026-0001"))
                .start(null)
                .ready();
        assertThat(firms.find(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+$",
                "*",
                "\"",
                "AND",
                "OR NOT",
                "[1 TO 2]",
                "name:龙",
                "\\",
                "^",
                "~",
                "{}",
                "<script>",
                "$where",
                "%00",
                "\u0000\u0001\u0002",
                "\ud800",
                "\ufeff",
                "'; drop",
                "-",
                "!",
                "?",
                "/.*/",
                "。",
                "\u200b"
            })
    void operatorsAreOnlyCharacters(String q) {
        firms.store(Firm.named("1", "龙电华鑫"), Firm.named("2", "so: " + q), Firm.named("3", "锂电"))
                .start(null)
                .ready();
        assertThat(firms.find(q)).doesNotContain("1", "3");
        if (Spelling.of(q).length() > 0) {
            assertThat(firms.find(q)).containsExactly("2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a ", "龙", "龙 电 ", "an", "(a+)+$ ", "'", "x'", "\"*", "e\u0301"})
    void fiveThousandCharactersAreAnsweredAtOnce(String part) {
        firms.store(Firm.named("1", "龙电华鑫").about("a".repeat(3000))).start(null).ready();
        firms.find("warm");
        // A question that explodes does so each time; a machine that was busy elsewhere is asked again.
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            Instant start = Instant.now();
            firms.find(part.repeat(5000 / part.length()));
            return Duration.between(start, Instant.now()).compareTo(Duration.ofMillis(500)) < 0;
        });
    }

    @Test
    void theBetterMatchComesFirst() {
        firms.store(
                        Firm.named("1", "某某公司").about("与华鑫合作"),
                        Firm.named("2", "龙电华鑫"),
                        Firm.named("3", "华鑫铜箔"),
                        Firm.named("4", "华鑫"),
                        Firm.named("5", "花心餐饮"))
                .start(null)
                .ready();
        assertThat(firms.find("华鑫")).containsExactly("4", "3", "2", "1");
        assertThat(firms.find("huaxin")).containsExactly("2", "3", "4", "5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"龙", "龙电", "电", "铜箔龙", "龙电 铜"})
    void pagesByRankHoldTheWholeListInItsOrder(String q) {
        String alphabet = "龙电铜箔";
        Random random = new Random(11);
        List<Firm> stored = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            stored.add(Firm.named("F%03d".formatted(i), text(random, alphabet, 1 + random.nextInt(4)))
                    .about(text(random, alphabet, random.nextInt(4))));
        }
        firms.store(stored).start(null).ready();
        List<String> words = List.of(q.split(" "));
        List<String> expected = stored.stream()
                .filter(firm -> words.stream().allMatch(word -> rank(firm, word) > 0))
                .sorted(Comparator.comparingInt((Firm firm) -> -words.stream()
                                .mapToInt(word -> rank(firm, word))
                                .sum())
                        .thenComparing(Firm::id))
                .map(Firm::id)
                .toList();
        List<String> found = new ArrayList<>();
        String next = null;
        do {
            var page = firms.search(new SearchRequest(q, List.of(), "", next, 7, List.of()));
            assertThat(page.total()).isEqualTo(expected.size());
            assertThat(page.exact()).isTrue();
            page.items().forEach(hit -> found.add(hit.aggregate().id()));
            next = page.next();
        } while (next != null);
        assertThat(found).hasSizeGreaterThan(14).isEqualTo(expected);
        assertThat(firms.index()
                        .all(Scope.system(), new SearchRequest(q, List.of(), "", null, 1, List.of()))
                        .map(hit -> hit.aggregate().id())
                        .collectList()
                        .block())
                .isEqualTo(expected);
    }

    /** As it is documented: the whole value before its beginning before any part, a name before what is written about it. */
    private static int rank(Firm firm, String word) {
        String about = firm.content() == null ? "" : firm.content();
        if (firm.name().equals(word)) {
            return 24;
        }
        return firm.name().startsWith(word) ? 12 : firm.name().contains(word) ? 6 : about.contains(word) ? 2 : 0;
    }

    @Test
    void aPhraseDoesNotReachFromOneFieldIntoAnother() {
        firms.store(Firm.named("1", "龙电").about("华鑫")).start(null).ready();
        assertThat(firms.find("龙电华鑫")).isEmpty();
        assertThat(firms.find("龙电 华鑫")).containsExactly("1");
    }

    @Test
    void hitsCarryHighlightsOfTheFieldsThatMatched() {
        firms.store(Firm.named("1", "龙电华鑫").about("铜箔")).start(null).ready();
        var hit = firms.search(new SearchRequest("铜箔", List.of(), "", null, 10, List.of()))
                .items()
                .getFirst();
        assertThat(hit.highlights()).containsOnly(Map.entry("content", "<mark>铜箔</mark>"));
    }

    private static String part(Random random, String of, int length) {
        int from = random.nextInt(of.length() - length + 1);
        return of.substring(from, from + length);
    }

    private static String text(Random random, String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
