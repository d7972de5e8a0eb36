package org.lodestone.leads.investor;

import java.util.ArrayList;
import java.util.List;

/** Two names of one brand: whether what they say of their trade can be said by one firm. */
final class Trades {

    private static final double SAME = 0.9;
    private static final double SHORTER = 0.78;
    private static final double SHORT_OF_SISTER = 0.64;
    private static final double OTHER_LEGAL = 0.45;
    private static final double OTHER = 0.2;
    /** A brand of so many characters is hardly taken twice: 同创未来科技, 同创未来科技发展. */
    private static final int TELLING_BRAND = 4;

    private Trades() {}

    static double likeness(CompanyName one, CompanyName other) {
        if (one.words().equals(other.words())) {
            return SAME;
        }
        if (one.words().isEmpty() || other.words().isEmpty()) {
            return one.words().isEmpty() ? brief(one, other) : brief(other, one);
        }
        if (one.telling().equals(other.telling())) {
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
            return OTHER;
        }
        return brief.registered() || isSister(rest) ? OTHER_LEGAL : 0.68;
    }

    private static boolean isSister(List<Word> words) {
        return words.stream().anyMatch(word -> word.kind() == Word.Kind.FUNCTION);
    }
}
