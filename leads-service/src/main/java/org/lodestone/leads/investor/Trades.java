package org.lodestone.leads.investor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Two names of one brand: whether what they say of their trade can be said by one firm. */
final class Trades {

    static final double SAME = 0.9;
    private static final double SHORTER = 0.78;
    private static final double SHORT_OF_SISTER = 0.64;
    private static final double CONTRACTED = 0.66;
    private static final double OTHER_LEGAL = 0.45;
    private static final double OTHER = 0.2;
    /** A brand of so many characters is hardly taken twice: 同创未来科技, 同创未来科技发展. */
    private static final int TELLING_BRAND = 4;

    private Trades() {}

    static double likeness(CompanyName one, CompanyName other) {
        boolean latin = Sound.isLatin(one.brand());
        boolean others = Sound.isLatin(other.brand());
        if (latin && others) {
            // Either may have said its trade in English.
            return Math.max(inWords(one, other), Math.min(SHORTER, inWords(meant(one), meant(other))));
        }
        return latin == others ? inWords(one, other) : inWords(meant(one), meant(other));
    }

    /** What is English for the one is English for the other: marine for 海洋 and 船舶. */
    private static CompanyName meant(CompanyName name) {
        List<Word> words = name.words().stream().map(Words::meant).toList();
        return name.saying(words);
    }

    static boolean mayBeOne(List<Word> some, List<Word> others) {
        return some.isEmpty() || others.isEmpty() || same(some, others);
    }

    /** 智能装备 may be one word or two. */
    private static boolean same(List<Word> some, List<Word> others) {
        return some.equals(others) || some.size() != others.size() && text(some).equals(text(others));
    }

    static String text(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining());
    }

    private static double inWords(CompanyName one, CompanyName other) {
        if (one.words().equals(other.words())) {
            return SAME;
        }
        if (one.words().isEmpty() || other.words().isEmpty()) {
            return one.words().isEmpty() ? brief(one, other) : brief(other, one);
        }
        if (same(one.telling(), other.telling())) {
            return generic(one, other);
        }
        return one.core().length() < other.core().length() ? part(one, other) : part(other, one);
    }

    /** 科宇 beside 科宇新能源: what people say is short, what is registered is all there is. */
    private static double brief(CompanyName brief, CompanyName full) {
        boolean generic = full.telling().isEmpty();
        if (brief.registered()) {
            return generic && !full.registered() ? SHORT_OF_SISTER : OTHER_LEGAL;
        }
        if (brief.group() && !full.group() && !generic) {
            return OTHER_LEGAL;
        }
        return isSister(full.words()) ? SHORT_OF_SISTER : SHORTER;
    }

    /** 科宇新能源 beside 科宇新能源科技: a slip, unless nothing else tells them apart: 科宇科技, 科宇实业. */
    private static double generic(CompanyName one, CompanyName other) {
        CompanyName brief = one.words().size() < other.words().size() ? one : other;
        CompanyName full = brief == one ? other : one;
        boolean added = full.words().containsAll(brief.words());
        if (one.telling().isEmpty()) {
            boolean telling = brief.brand().length() >= TELLING_BRAND;
            return added && (telling || !brief.registered()) ? SHORTER : OTHER_LEGAL;
        }
        return one.registered() && other.registered() ? 0.74 : SHORTER;
    }

    /** 科宇新能源 beside 科宇新能源材料有限公司. */
    private static double part(CompanyName brief, CompanyName full) {
        List<Word> rest = new ArrayList<>(full.words());
        boolean contained =
                brief.words().stream().allMatch(rest::remove) || full.core().startsWith(brief.core());
        if (!contained) {
            return !brief.registered() && contracted(brief.core(), full) ? CONTRACTED : OTHER;
        }
        return brief.registered() || isSister(rest) ? OTHER_LEGAL : 0.68;
    }

    /** 鲅渚海工 for 鲅渚海洋工程装备, 博远轨交 for 博远轨道交通装备. */
    static boolean contracted(String brief, CompanyName full) {
        int begin = full.brand().length();
        if (begin < 2 || brief.length() - begin < 2 || !brief.startsWith(full.brand())) {
            return false;
        }
        String trade = text(full.words());
        int at = -1;
        for (int i = begin; i < brief.length(); i++) {
            at = trade.indexOf(brief.charAt(i), at + 1);
            if (at < 0 || i == begin && at > 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSister(List<Word> words) {
        return words.stream().anyMatch(word -> word.kind() == Word.Kind.FUNCTION);
    }
}
