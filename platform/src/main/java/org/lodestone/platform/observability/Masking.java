package org.lodestone.platform.observability;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Personal data made unreadable, and still recognisable to whoever knows it: {@code 138****5678}. */
public final class Masking {

    /** A mobile number, perhaps with country code and separators, that is not part of something longer. */
    private static final Pattern MOBILE =
            Pattern.compile("(?<![0-9A-Za-z])((?:\\+?86[- ]?)?)(1[3-9]\\d)[- ]?(\\d{4})[- ]?(\\d{4})(?![0-9A-Za-z])");

    private static final Pattern ID_NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])([1-8]\\d{5})\\d{8}(\\d{3}[0-9Xx])(?![0-9A-Za-z])");

    private static final Pattern DIGITS = Pattern.compile("\\d{3}");

    private Masking() {}

    /** Every mobile and identity card number inside a text. */
    public static String text(String text) {
        if (text.length() < 11 || !DIGITS.matcher(text).find()) {
            return text;
        }
        String withoutIds = ID_NUMBER.matcher(text).replaceAll("$1********$2");
        return MOBILE.matcher(withoutIds).replaceAll("$1$2****$4");
    }

    /** One phone number of any kind: the first three and the last four digits of a long one stay, the last two of a short one. */
    public static String phone(String phone) {
        Matcher mobile = MOBILE.matcher(phone);
        if (mobile.matches()) {
            return mobile.replaceAll("$1$2****$4");
        }
        int shown = phone.length() >= 11 ? 4 : 2;
        int head = phone.length() >= 11 ? 3 : 0;
        return phone.length() <= shown
                ? "****"
                : phone.substring(0, head) + "****" + phone.substring(phone.length() - shown);
    }

    /** The first character and the domain stay. */
    public static String email(String email) {
        int at = email.indexOf('@');
        return at < 1 ? "****" : email.charAt(0) + "****" + email.substring(at);
    }
}
