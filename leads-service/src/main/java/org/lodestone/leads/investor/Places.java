package org.lodestone.leads.investor;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.search.Pinyin;

/** Names of places as they stand in names of firms, with their GB/T 2260 codes; of other countries with their ISO 3166 codes. */
final class Places {

    private static final int SHORTEST = 2;
    private static final int MOST_READINGS = 64;
    private static final int CITY = 4;
    private static final Map<String, Set<String>> CODES = new HashMap<>(8192);
    /** 安吉 for 安吉县: may be a place as well as a name. */
    private static final Map<String, Set<String>> BRIEF = new HashMap<>(4096);

    /** Provinces and cities, those of counties too: of the rest too many sound like something else. */
    private static final Map<String, Set<String>> LATIN = new HashMap<>(1024);

    static {
        for (String line : Lines.of("/investor/places.tsv")) {
            String[] sides = line.split("\t");
            Set<String> codes = Set.of(sides[1].split(","));
            CODES.put(sides[0], codes);
            if (codes.stream().allMatch(code -> code.length() <= CITY)) {
                LATIN.putIfAbsent(latin(sides[0], sides[1]), codes);
                readings(sides[0]).forEach(latin -> LATIN.putIfAbsent(latin, codes));
            }
            if (sides[0].endsWith("市") && sides[0].length() > 2) {
                readings(brief(sides[0])).forEach(latin -> LATIN.putIfAbsent(latin, codes));
            }
            if (codes.stream().anyMatch(code -> code.length() > CITY)
                    && !brief(sides[0]).equals(sides[0])) {
                BRIEF.merge(brief(sides[0]), codes, Places::both);
            }
        }
        BRIEF.keySet().removeAll(CODES.keySet());
        LATIN.put("china", Set.of(Regions.COUNTRY));
        LATIN.put("shaanxi", Set.of("61"));
        LATIN.put("hongkong", Set.of("81"));
        LATIN.put("shanxi", Set.of("14"));
        // Known abroad by names that are no pinyin.
        Map.ofEntries(
                        Map.entry("harbin", "2301"),
                        Map.entry("hohhot", "1501"),
                        Map.entry("ordos", "1506"),
                        Map.entry("urumqi", "6501"),
                        Map.entry("karamay", "6502"),
                        Map.entry("lhasa", "5401"),
                        Map.entry("tibet", "54"),
                        Map.entry("macau", "82"),
                        Map.entry("macao", "82"),
                        Map.entry("canton", "4401"),
                        Map.entry("peking", "11"),
                        Map.entry("tsingtao", "3702"))
                .forEach((latin, code) -> LATIN.put(latin, Set.of(code)));
    }

    private static final Lengths BEGINNINGS = Lengths.ofBeginnings(CODES.keySet());
    private static final Lengths ENDINGS = Lengths.ofEndings(CODES.keySet());
    private static final Lengths BRIEF_BEGINNINGS = Lengths.ofBeginnings(BRIEF.keySet());

    private Places() {}

    /** How long the longest name is that the text begins with; 0 for none. */
    static int atStart(String text) {
        for (int length = BEGINNINGS.longestIn(text); length >= SHORTEST; length--) {
            if (CODES.containsKey(text.substring(0, length))) {
                return length;
            }
        }
        return 0;
    }

    static int atEnd(String text) {
        for (int length = ENDINGS.longestIn(text); length >= SHORTEST; length--) {
            if (CODES.containsKey(text.substring(text.length() - length))) {
                return length;
            }
        }
        return 0;
    }

    /** How long the short form of a county's name is that the text begins with; 0 for none. */
    static int briefAtStart(String text) {
        for (int length = BRIEF_BEGINNINGS.longestIn(text); length >= SHORTEST; length--) {
            if (BRIEF.containsKey(text.substring(0, length))) {
                return length;
            }
        }
        return 0;
    }

    static Set<String> codesOfBrief(String name) {
        return BRIEF.getOrDefault(name, Set.of());
    }

    /** {@code null} for what is no place. */
    static @Nullable Set<String> codes(String name) {
        return CODES.get(name);
    }

    static @Nullable Set<String> codesOfLatin(String word) {
        return LATIN.get(word);
    }

    /** 太原 for 太原市. */
    static String brief(String name) {
        String brief = name.isEmpty() ? "" : name.substring(0, name.length() - 1);
        return brief.length() >= SHORTEST && "省市县区".indexOf(name.charAt(name.length() - 1)) >= 0 ? brief : name;
    }

    /** Places of this country are written in pinyin, others in English. */
    private static String latin(String name, String code) {
        return Regions.isAbroad(code)
                ? Locale.of("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT)
                : pinyin(name);
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** By every reading: 成都 is chengdu. */
    private static List<String> readings(String name) {
        List<String> all = List.of("");
        for (int unit : name.codePoints().toArray()) {
            all = all.stream()
                    .flatMap(begun -> Pinyin.of(unit).stream().map(reading -> begun + reading.replace('v', 'u')))
                    .limit(MOST_READINGS)
                    .toList();
        }
        return all;
    }

    private static String pinyin(String name) {
        StringBuilder latin = new StringBuilder();
        name.codePoints().forEach(unit -> {
            if (!Pinyin.of(unit).isEmpty()) {
                latin.append(Pinyin.of(unit).getFirst());
            }
        });
        return latin.toString();
    }
}
