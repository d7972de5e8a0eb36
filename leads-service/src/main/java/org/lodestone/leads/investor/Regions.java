package org.lodestone.leads.investor;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Codes of places, and which lie in which: a county's begins with its city's, a city's with its province's. */
final class Regions {

    /** Every place with a GB/T 2260 code lies in it. */
    static final String COUNTRY = "0";

    /** Some other country: the form of a firm says no more. */
    static final String ABROAD = "Z";

    private Regions() {}

    /** Whether both may speak of one place: the same, or one inside the other. Of whom no place is known, nothing is known. */
    static boolean agree(Collection<String> some, Collection<String> others) {
        return some.isEmpty() || others.isEmpty() || covered(some, others) || covered(others, some);
    }

    /** Two branches of one firm have its place in common and are two for their own: 上海浦蘅合肥分公司, 上海浦蘅上海分公司. */
    static boolean agreeOfBranches(Collection<String> some, Collection<String> others) {
        return some.isEmpty() || others.isEmpty() || covered(some, others) && covered(others, some);
    }

    /** 上海浦蘅合肥分公司, 上海浦蘅南京分公司 have one in common and are two. */
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

    /** Those that lie in what is known. */
    static Set<String> inside(Set<String> codes, Set<String> known) {
        if (known.isEmpty()) {
            return Set.of();
        }
        return codes.stream()
                .filter(code -> known.stream().anyMatch(code::startsWith))
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean allAbroad(Collection<String> codes) {
        return !codes.isEmpty() && codes.stream().allMatch(Regions::isAbroad);
    }

    private static boolean within(String one, String other) {
        if (one.equals(ABROAD) || other.equals(ABROAD)) {
            return isAbroad(one) && isAbroad(other);
        }
        boolean whole = one.equals(COUNTRY) || other.equals(COUNTRY);
        return whole ? !isAbroad(one) && !isAbroad(other) : one.startsWith(other) || other.startsWith(one);
    }

    static boolean isAbroad(String code) {
        return Character.isLetter(code.charAt(0));
    }
}
