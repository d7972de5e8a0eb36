package org.lodestone.platform.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/** The unified social credit code 统一社会信用代码 (GB 32100), and the identity card number (GB 11643) it must not be confused with. */
public final class Uscc {

    /** Early pilot codes fail the check and are legal: that only warns. */
    public enum Kind {
        VALID,
        WRONG_CHECK,
        ID_CARD,
        MALFORMED
    }

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{18}");

    /** The first two digits are a province, 11 to 82; then come district, date of birth, order and check. */
    private static final Pattern ID_CARD = Pattern.compile("[1-8]\\d{16}[\\dX]");

    private static final String ID_CHECKS = "10X98765432";

    private Uscc() {}

    /** Upper case, without blanks around. */
    public static String normalise(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    public static Kind kind(String code) {
        String normal = normalise(code);
        if (!SHAPE.matcher(normal).matches()) {
            return Kind.MALFORMED;
        }
        boolean checks = checks(normal);
        if (looksLikeIdCard(normal) && (!checks || idCardChecks(normal))) {
            return Kind.ID_CARD;
        }
        return checks ? Kind.VALID : Kind.WRONG_CHECK;
    }

    public static boolean isValid(String code) {
        return kind(code) == Kind.VALID;
    }

    private static boolean checks(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }

    private static boolean looksLikeIdCard(String code) {
        if (!ID_CARD.matcher(code).matches()) {
            return false;
        }
        try {
            int year = Integer.parseInt(code.substring(6, 10));
            LocalDate.of(year, Integer.parseInt(code.substring(10, 12)), Integer.parseInt(code.substring(12, 14)));
            return year >= 1900 && year < 2100;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean idCardChecks(String code) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (code.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        }
        return ID_CHECKS.charAt(sum % 11) == code.charAt(17);
    }
}
