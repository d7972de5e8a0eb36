package org.lodestone.leads.investor;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A company's name taken apart: without width, case, brackets, places and legal form, what is its own and what it says of its trade.
 *
 * @param brand what is its own: 科宇 of 山西科宇新能源有限公司
 * @param words what it says about itself, in order: 新能源
 * @param places GB/T 2260 codes of the places named
 * @param placedInside whether a place stands in or behind the name, as of a firm's branch elsewhere: 科宇新能源（四川）
 * @param group whether it calls itself a group 集团
 * @param branch whether it is a branch 分公司
 * @param phase of a project 二期, as a number; no part of the name
 * @param aliases what else it is called by what was read: its name in letters, the one it had before; they have none themselves
 */
public record CompanyName(
        String brand,
        List<Word> words,
        Set<String> places,
        boolean placedInside,
        Form form,
        boolean group,
        boolean branch,
        @Nullable Integer phase,
        List<CompanyName> aliases) {

    private static final int ROUNDS = 8;
    private static final Pattern NOBODY =
            Pattern.compile("无|暂无|待定|未定|暂定|待确定|不详|不明|未知|保密|某(?:企业|公司|集团)|(?i:unknown|tbd|n/?a)");

    /** Taking a name apart costs more than all else of a comparison, and the same firms are compared again and again. */
    private static final LoadingCache<String, CompanyName> READ =
            Caffeine.newBuilder().maximumSize(50_000).build(name -> new NameReader(name).read());

    /** Never fails: what cannot be taken apart is its own brand. */
    public static CompanyName of(String name) {
        return READ.get(name);
    }

    /** Of a project's name, which is not taken apart for it. */
    public static @Nullable Integer phaseOf(String name) {
        return new NameReader(name).readPhase();
    }

    /** What is written where no firm is known yet: 待定. Many firms would be one, and one zone would hold them all. */
    public static boolean isNobody(@Nullable String name) {
        return name == null
                || name.codePoints().noneMatch(Character::isLetterOrDigit)
                || NOBODY.matcher(name.strip()).matches();
    }

    /** What is left to compare by: 科宇新能源. The same again gives the same. */
    public static String normalised(String name) {
        String before = name;
        for (int round = 0; round < ROUNDS; round++) {
            String core = of(before).core();
            if (core.equals(before)) {
                return core;
            }
            before = core;
        }
        return before;
    }

    /** The brand with its words. */
    public String core() {
        return words.isEmpty() ? brand : brand + words.stream().map(Word::text).collect(Collectors.joining());
    }

    /** The same name where the phase is written elsewhere. */
    public CompanyName inPhase(@Nullable Integer written) {
        List<CompanyName> alike =
                aliases.stream().map(alias -> alias.inPhase(written)).toList();
        return new CompanyName(brand, words, places, placedInside, form, group, branch, written, alike);
    }

    /** The same firm under another brand. */
    CompanyName branded(String other) {
        return new CompanyName(other, words, places, placedInside, form, group, branch, phase, List.of());
    }

    CompanyName in(Set<String> others) {
        return new CompanyName(brand, words, others, placedInside, form, group, branch, phase, List.of());
    }

    CompanyName saying(List<Word> others) {
        return new CompanyName(brand, others, places, placedInside, form, group, branch, phase, List.of());
    }

    CompanyName called(List<CompanyName> others) {
        return new CompanyName(brand, words, places, placedInside, form, group, branch, phase, others);
    }

    boolean registered() {
        return form != Form.SPOKEN;
    }

    /** The words that tell it from others. */
    List<Word> telling() {
        return words.stream().filter(word -> word.kind() != Word.Kind.GENERIC).toList();
    }
}
