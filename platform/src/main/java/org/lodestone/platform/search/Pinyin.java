package org.lodestone.platform.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every reading of a character, without tones; {@code ü} is {@code v}, and {@code u} as well. */
public final class Pinyin {

    private static final int MAX_SPLITS = 16;
    private static final List<String> NONE = List.of();
    /** Readings of place names that the dictionary lacks. */
    private static final Map<String, String> MORE_READINGS =
            Map.of("洞", "tong", "峙", "shi", "六", "lu", "蚌", "beng", "番", "pan", "铅", "yan", "莞", "guan", "仇", "qiu");
    /** The reading to sort by, where the dictionary's first one is not the usual in names of firms and places. */
    private static final Map<String, String> USUAL = Map.of(
            "长", "chang", "行", "hang", "厦", "sha", "曾", "zeng", "重", "zhong", "仇", "qiu", "晟", "sheng", "乐", "le");

    private static final Map<String, List<String>> USUAL_WORDS = Map.of(
            "重庆", List.of("chong", "qing"),
            "厦门", List.of("xia", "men"),
            "行长", List.of("hang", "zhang"),
            "院长", List.of("yuan", "zhang"),
            "发行", List.of("fa", "xing"),
            "长子", List.of("zhang", "zi"));

    private static final Set<Integer> USUAL_BEGINNINGS =
            USUAL_WORDS.keySet().stream().map(word -> word.codePointAt(0)).collect(Collectors.toUnmodifiableSet());

    private static final CharacterTable<List<String>> READINGS = new CharacterTable<>(readings());
    private static final TreeSet<String> SYLLABLES = syllables();

    private Pinyin() {}

    /** All readings, the usual first; none for what is no Chinese character. */
    public static List<String> of(int character) {
        return READINGS.get(character, NONE);
    }

    /** First letters of all readings, each once. */
    static String initials(int character) {
        String initials = "";
        for (String reading : of(character)) {
            initials = initials.indexOf(reading.charAt(0)) < 0 ? initials + reading.charAt(0) : initials;
        }
        return initials;
    }

    /** Text in the order people look it up: Chinese by its usual pinyin. */
    static String sortKey(Spelling text, int units) {
        StringBuilder key = new StringBuilder();
        int length = Math.min(text.length(), units);
        for (int i = 0; i < length; i++) {
            boolean begins = i + 1 < length && USUAL_BEGINNINGS.contains(text.unit(i));
            List<String> word = begins ? USUAL_WORDS.get(text.text(i, i + 2)) : null;
            if (word != null) {
                key.append(word.get(0)).append(' ').append(word.get(1)).append(' ');
                i++;
            } else if (of(text.unit(i)).isEmpty()) {
                key.appendCodePoint(text.unit(i));
            } else {
                key.append(of(text.unit(i)).getFirst()).append(' ');
            }
        }
        return key.append('\u0001').append(text.text(0, length)).toString();
    }

    /** Whether it can be pinyin or initials at all. */
    static boolean isTyped(Spelling word) {
        for (int i = 0; i < word.length(); i++) {
            int unit = word.unit(i);
            if ((unit < 'a' || unit > 'z') && unit != 'ü' && unit != '\'') {
                return false;
            }
        }
        return word.length() >= 2 && word.length() <= 64;
    }

    static String typed(Spelling word) {
        return word.text(0, word.length()).replace('ü', 'v');
    }

    /**
     * The ways to read typed letters as syllables, e.g. {@code xian} as xian and as xi an. Of the last syllable the beginning is enough, so
     * each place holds every syllable it may be.
     */
    static List<List<Set<String>>> splits(String typed) {
        List<List<Set<String>>> splits = new ArrayList<>();
        split(typed, 0, new ArrayList<>(), splits, new boolean[typed.length() + 1]);
        return splits;
    }

    private static boolean split(
            String typed, int at, List<Set<String>> before, List<List<Set<String>>> splits, boolean[] hopeless) {
        if (at == typed.length()) {
            splits.add(List.copyOf(before));
            return true;
        }
        if (hopeless[at] || splits.size() >= MAX_SPLITS) {
            return false;
        }
        if (typed.charAt(at) == '\'') {
            return split(typed, at + 1, before, splits, hopeless);
        }
        boolean found = false;
        for (int end = Math.min(typed.length(), at + 6); end > at; end--) {
            String part = typed.substring(at, end);
            Set<String> meant = end == typed.length() ? beginningWith(part) : exactly(part);
            if (!meant.isEmpty()) {
                before.add(meant);
                found |= split(typed, end, before, splits, hopeless);
                before.removeLast();
            }
        }
        hopeless[at] = !found && splits.size() < MAX_SPLITS;
        return found;
    }

    private static Set<String> exactly(String part) {
        return SYLLABLES.contains(part) ? Set.of(part) : Set.of();
    }

    private static Set<String> beginningWith(String part) {
        return SYLLABLES.subSet(part, part + '\uffff');
    }

    private static Map<Integer, List<String>> readings() {
        Map<Integer, List<String>> readings = new HashMap<>(65_536);
        Dictionary.lines("/pinyin_dict_char.txt", line -> {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                return;
            }
            String character = line.substring(0, colon);
            Set<String> distinct = new LinkedHashSet<>();
            String usual = USUAL.get(character);
            if (usual != null) {
                distinct.add(usual);
            }
            for (String reading : line.substring(colon + 1).split(",")) {
                add(distinct, reading);
            }
            String more = MORE_READINGS.get(character);
            if (more != null) {
                distinct.add(more);
            }
            if (!distinct.isEmpty()) {
                readings.put(character.codePointAt(0), List.copyOf(distinct));
            }
        });
        return readings;
    }

    private static void add(Set<String> readings, String withTone) {
        String plain = Normalizer.normalize(withTone.trim(), Normalizer.Form.NFD)
                .replace("u\u0308", "v")
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        if (plain.matches("[a-z]{1,6}")) {
            readings.add(plain);
            if (plain.indexOf('v') >= 0) {
                readings.add(plain.replace('v', 'u'));
            }
        }
    }

    private static TreeSet<String> syllables() {
        Set<String> all = new HashSet<>();
        READINGS.values().forEach(all::addAll);
        return new TreeSet<>(all);
    }
}
