package org.lodestone.leads.investor;

/** Names of one brand where what follows holds a slip, so that it is no word any more: 光伏科, 冷连物流, 大大数据. */
final class TradeSlip {

    private static final double SLIP = 0.72;
    private static final int SHORTEST = 3;

    private TradeSlip() {}

    /** 0 for names that are not alike. */
    static double likeness(CompanyName clean, CompanyName slipped) {
        String brand = clean.brand();
        boolean hidden = brand.length() > 1
                && slipped.brand().length() > brand.length()
                && slipped.brand().startsWith(brand);
        if (!hidden) {
            return 0;
        }
        String right = Trades.text(clean.words());
        return isSlip(right, slipped.core().substring(brand.length())) ? SLIP : 0;
    }

    static boolean isSlip(String right, String wrong) {
        if (Math.abs(right.length() - wrong.length()) > 1) {
            return false;
        }
        int at = 0;
        int shorter = Math.min(right.length(), wrong.length());
        while (at < shorter && right.charAt(at) == wrong.charAt(at)) {
            at++;
        }
        if (wrong.length() > right.length()) {
            boolean doubled = at > 0 && wrong.charAt(at) == wrong.charAt(at - 1);
            return doubled && wrong.substring(at + 1).equals(right.substring(at));
        }
        if (right.length() < SHORTEST) {
            return false;
        }
        if (wrong.length() < right.length()) {
            return wrong.substring(at).equals(right.substring(at + 1));
        }
        return at < shorter && (isOther(right, wrong, at) || isSwap(right, wrong, at));
    }

    private static boolean isOther(String right, String wrong, int at) {
        return right.substring(at + 1).equals(wrong.substring(at + 1))
                && (Sound.nearlySame(right.charAt(at), wrong.charAt(at))
                        || Looks.alike(right.charAt(at), wrong.charAt(at)));
    }

    private static boolean isSwap(String right, String wrong, int at) {
        return at + 1 < right.length()
                && right.charAt(at) == wrong.charAt(at + 1)
                && right.charAt(at + 1) == wrong.charAt(at)
                && right.substring(at + 2).equals(wrong.substring(at + 2));
    }
}
