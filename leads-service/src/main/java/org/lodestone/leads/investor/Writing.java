package org.lodestone.leads.investor;

/** Two brands that are written nearly alike. One character apart is another firm, unless the name is long or the characters sound alike. */
final class Writing {

    private static final double SHORTENED = 0.66;
    private static final double SLIP = 0.68;
    private static final int LONG = 5;
    private static final int LONG_LATIN = 8;
    private static final int VERY_LONG_LATIN = 13;

    private Writing() {}

    /** 0 for names that are not alike. */
    static double likeness(CompanyName one, CompanyName other) {
        boolean shorter = one.core().length() < other.core().length();
        double cut = shorter ? shortened(one, other) : shortened(other, one);
        if (cut > 0) {
            return cut;
        }
        boolean hidden = one.brand().length() > other.brand().length();
        double slip = hidden ? TradeSlip.likeness(other, one) : TradeSlip.likeness(one, other);
        if (slip > 0) {
            return slip;
        }
        double trades = Trades.likeness(one, other);
        if (trades >= Trades.SAME && !one.telling().isEmpty() && Looks.alike(one.brand(), other.brand())) {
            return SLIP;
        }
        return trades > SHORTENED && isSlip(one.brand(), other.brand()) ? SLIP * Math.min(1, trades / 0.75) : 0;
    }

    /** 龙电 for 龙电华鑫, 科宇新能 for 科宇新能源. */
    private static double shortened(CompanyName brief, CompanyName full) {
        String start = brief.core();
        int more = full.core().length() - start.length();
        boolean enough = Sound.isLatin(start) ? start.length() >= LONG : more > 1 || start.length() > 3;
        return !brief.registered()
                        && enough
                        && start.length() > 1
                        && (full.core().startsWith(start) || Trades.contracted(start, full))
                ? SHORTENED
                : 0;
    }

    private static boolean isSlip(String one, String other) {
        int length = Math.min(one.length(), other.length());
        if (isDoubled(one, other) || isDoubled(other, one)) {
            return true;
        }
        if (Sound.isLatin(one) && Sound.isLatin(other)) {
            int distance = distance(one, other);
            return length >= LONG_LATIN && distance <= 1 || length >= VERY_LONG_LATIN && distance <= 2;
        }
        int begin = 0;
        while (begin < length && one.charAt(begin) == other.charAt(begin)) {
            begin++;
        }
        // What stands first is what firms are told apart by.
        return one.length() == other.length()
                ? soundsSlipped(one, other) || begin > 0 && length > LONG - 2 && isSwap(one, other, begin)
                : begin >= LONG - 2 && distance(one, other) == 1;
    }

    /** 湘骏骏 for 湘骏. */
    private static boolean isDoubled(String right, String wrong) {
        if (right.length() < 2 || wrong.length() != right.length() + 1) {
            return false;
        }
        for (int at = 1; at < wrong.length(); at++) {
            boolean twice = wrong.charAt(at) == wrong.charAt(at - 1);
            if (twice
                    && wrong.regionMatches(0, right, 0, at)
                    && wrong.substring(at + 1).equals(right.substring(at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean soundsSlipped(String one, String other) {
        int differing = 0;
        for (int i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                differing++;
                if (differing > 1 || !Sound.nearlySame(one.charAt(i), other.charAt(i))) {
                    return false;
                }
            }
        }
        return one.length() > 2;
    }

    private static boolean isSwap(String one, String other, int at) {
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.substring(at + 2).equals(other.substring(at + 2));
    }

    /** Of insertions, deletions, replacements and neighbours swapped. */
    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }
}
