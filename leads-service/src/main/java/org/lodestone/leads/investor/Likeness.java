package org.lodestone.leads.investor;

/**
 * How alike two names are, as a person who knows how firms are named would judge.
 *
 * @param confidence 0 to 1 that they name one firm
 */
public record Likeness(Kind kind, double confidence) {

    public enum Kind {
        NAME,
        PINYIN,
        SIMILAR,
        NONE
    }

    static final Likeness NONE = new Likeness(Kind.NONE, 0);

    private static final double ONE_PLACE = 0.97;
    private static final double ONE_PHASE = 0.92;
    private static final double ONE_GROUP = 0.95;
    private static final double ONE_BRANCH = 0.6;
    private static final double ONE_ALIAS = 0.95;
    private static final double DAUGHTER = 0.55;

    /** Two names, which may be written in any way. */
    public static Likeness of(CompanyName one, CompanyName other) {
        Likeness best = written(one, other);
        // Of what else they are called: hardly ever anything.
        for (CompanyName alias : one.aliases()) {
            best = isSupposed(alias, one, other) ? best : likelier(best, written(alias, other));
        }
        for (CompanyName alias : other.aliases()) {
            best = isSupposed(alias, other, one) ? best : likelier(best, of(one, alias));
        }
        return best;
    }

    /** What may be a place is one where the other names that place, too: 安吉箬溪, 安吉县箬溪. */
    private static boolean isSupposed(CompanyName alias, CompanyName name, CompanyName other) {
        return other.places().isEmpty() && !alias.places().equals(name.places());
    }

    private static Likeness likelier(Likeness best, Likeness alias) {
        double confidence = alias.confidence * ONE_ALIAS;
        return confidence > best.confidence ? new Likeness(alias.kind, confidence) : best;
    }

    private static Likeness written(CompanyName one, CompanyName other) {
        Integer phase = one.phase();
        // One firm with two projects: the same investor, and no duplicate.
        boolean otherPhase = phase != null && other.phase() != null && !phase.equals(other.phase());
        if (otherPhase || !placesAgree(one, other)) {
            return NONE;
        }
        Likeness bare = bare(one, other);
        double doubt = 1;
        doubt *= one.places().isEmpty() == other.places().isEmpty() ? 1 : ONE_PLACE;
        doubt *= (phase == null) == (other.phase() == null) ? 1 : ONE_PHASE;
        doubt *= one.group() == other.group() ? 1 : ONE_GROUP;
        doubt *= one.branch() == other.branch() ? 1 : ONE_BRANCH;
        doubt *= daughter(one, other) || daughter(other, one) ? DAUGHTER : 1;
        return new Likeness(bare.kind, bare.confidence * doubt);
    }

    /** 科宇股份有限公司 and 科宇（四川）有限公司, 科宇有限公司 and 科宇（越南）有限公司: who is listed and who is elsewhere are mother and daughter. */
    private static boolean daughter(CompanyName one, CompanyName other) {
        boolean elsewhere =
                one.placedInside() && !one.branch() && !other.places().containsAll(one.places());
        if (!elsewhere || one.form() != Form.COMPANY || one.group() || !other.registered()) {
            return false;
        }
        boolean abroad = Regions.allAbroad(one.places()) && !Sound.isLatin(one.brand());
        return other.form() == Form.STOCK || other.group() || abroad;
    }

    private static boolean placesAgree(CompanyName one, CompanyName other) {
        return one.branch() && other.branch()
                ? Regions.agreeOfBranches(one.places(), other.places())
                : Regions.agree(one.places(), other.places());
    }

    private static Likeness bare(CompanyName one, CompanyName other) {
        if (one.core().equals(other.core())) {
            return new Likeness(Kind.NAME, 0.95);
        }
        if (one.brand().equals(other.brand())) {
            return new Likeness(Kind.SIMILAR, Trades.likeness(one, other));
        }
        if (Sound.same(one.core(), other.core()) && Trades.mayBeOne(one.telling(), other.telling())) {
            return new Likeness(Kind.PINYIN, sound(one.core(), other.core()));
        }
        if (Sound.same(one.brand(), other.brand())) {
            return new Likeness(Kind.PINYIN, sound(one.brand(), other.brand()) * Trades.likeness(one, other) / 0.9);
        }
        double written = Writing.likeness(one, other);
        return written > 0 ? new Likeness(Kind.SIMILAR, written) : NONE;
    }

    /** The more characters are the same, the likelier it is a slip; letters can only be compared by sound. */
    private static double sound(String one, String other) {
        if (Sound.isLatin(one) || Sound.isLatin(other)) {
            return 0.8;
        }
        double shared = Sound.shared(one, other);
        return one.length() > 2 ? 0.75 + 0.15 * shared : 0.68 + 0.2 * shared;
    }
}
