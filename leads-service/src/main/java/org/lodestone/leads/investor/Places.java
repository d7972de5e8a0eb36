package org.lodestone.leads.investor;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.search.Pinyin;

/** Names of places as they stand in names of firms, with their GB/T 2260 codes; of other countries with their ISO 3166 codes. */
final class Places {

    /** The country: every place with a GB/T 2260 code lies in it. */
    private static final String COUNTRY = "0";

    /** Some other country: the form of a firm says no more. */
    static final String ABROAD = "Z";

    private static final int SHORTEST = 2;
    private static final int LONGEST = 12;
    private static final int CITY = 4;
    private static final Map<String, Set<String>> CODES = new HashMap<>(8192);
    /** Provinces and cities only: of the rest too many sound like something else. */
    private static final Map<String, Set<String>> LATIN = new HashMap<>(1024);

    static {
        for (String line : Lines.of("/investor/places.tsv")) {
            String[] sides = line.split("\t");
            Set<String> codes = Set.of(sides[1].split(","));
            CODES.put(sides[0], codes);
            if (codes.stream().allMatch(code -> code.length() <= CITY)) {
                LATIN.putIfAbsent(latin(sides[0], sides[1]), codes);
            }
        }
        LATIN.put("china", Set.of(COUNTRY));
        LATIN.put("shaanxi", Set.of("61"));
        LATIN.put("hongkong", Set.of("81"));
        LATIN.put("shanxi", Set.of("14"));
    }

    private Places() {}

    /** How long the longest name is that the text begins with; 0 for none. */
    static int atStart(String text) {
        for (int length = Math.min(LONGEST, text.length()); length >= SHORTEST; length--) {
            if (CODES.containsKey(text.substring(0, length))) {
                return length;
            }
        }
        return 0;
    }

    static int atEnd(String text) {
        for (int length = Math.min(LONGEST, text.length()); length >= SHORTEST; length--) {
            if (CODES.containsKey(text.substring(text.length() - length))) {
                return length;
            }
        }
        return 0;
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

    /** Whether both may speak of one place: the same, or one inside the other. Of whom no place is known, nothing is known. */
    static boolean agree(Collection<String> some, Collection<String> others) {
        return some.isEmpty() || others.isEmpty() || covered(some, others) || covered(others, some);
    }

    /** The names of branches have two places: 上海浦蘅合肥分公司, 上海浦蘅南京分公司 have one in common and are two. */
    private static boolean covered(Collection<String> some, Collection<String> others) {
        return some.stream().allMatch(one -> others.stream().anyMatch(other -> within(one, other)));
    }

    /** Without those that others of them lie in: 广西南宁 is 南宁. */
    static Set<String> narrowest(Set<String> codes) {
        if (codes.size() < 2) {
            return Set.copyOf(codes);
        }
        return codes.stream()
                .filter(one -> codes.stream().noneMatch(other -> !other.equals(one) && liesIn(other, one)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean liesIn(String one, String other) {
        return other.equals(COUNTRY) ? !isAbroad(one) : one.startsWith(other);
    }

    /** Of several places of one name those that lie in or around what is known; all of them when none does. */
    static Set<String> fitting(Set<String> codes, Set<String> known) {
        if (codes.size() < 2 || known.isEmpty()) {
            return codes;
        }
        Set<String> fitting = codes.stream()
                .filter(code -> known.stream().anyMatch(other -> within(code, other)))
                .collect(Collectors.toUnmodifiableSet());
        return fitting.isEmpty() ? codes : fitting;
    }

    static boolean allAbroad(Collection<String> codes) {
        return !codes.isEmpty() && codes.stream().allMatch(Places::isAbroad);
    }

    private static boolean within(String one, String other) {
        if (one.equals(ABROAD) || other.equals(ABROAD)) {
            return isAbroad(one) && isAbroad(other);
        }
        boolean whole = one.equals(COUNTRY) || other.equals(COUNTRY);
        return whole ? !isAbroad(one) && !isAbroad(other) : one.startsWith(other) || other.startsWith(one);
    }

    private static boolean isAbroad(String code) {
        return Character.isLetter(code.charAt(0));
    }

    /** Places of this country are written in pinyin, others in English. */
    private static String latin(String name, String code) {
        return isAbroad(code)
                ? Locale.of("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT)
                : pinyin(name);
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
