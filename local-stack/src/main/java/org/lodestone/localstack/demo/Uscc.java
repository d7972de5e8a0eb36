package org.lodestone.localstack.demo;

/** Unified social credit codes that belong to nobody, with a right check digit. */
final class Uscc {

    private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Uscc() {}

    /** For a company of this zone; the same for the same key. */
    static String synthetic(String zone, String key) {
        String serial = "%02d".formatted(Math.floorMod(key.hashCode(), 100));
        String body = "91" + zone + "MADEM0" + key.substring(key.length() - 2) + serial.charAt(0);
        return body + check(body);
    }

    private static char check(String body) {
        int sum = 0;
        int weight = 1;
        for (char digit : body.toCharArray()) {
            sum += DIGITS.indexOf(digit) * weight;
            weight = weight * 3 % 31;
        }
        return DIGITS.charAt((31 - sum % 31) % 31);
    }
}
