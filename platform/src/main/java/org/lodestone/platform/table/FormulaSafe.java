package org.lodestone.platform.table;

/** Texts that a spreadsheet program would run: {@code =HYPERLINK(…)}, {@code @SUM(…)}, {@code -2+3+cmd|…}. */
final class FormulaSafe {

    private static final String RISKY = "=+-@\t\r\n＝＋－＠";

    private FormulaSafe() {}

    static boolean isRisky(String text) {
        return !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0;
    }

    /** With the apostrophe that OWASP recommends for .csv: shown as text, never run. */
    static String guarded(String text) {
        return isRisky(text) ? "'" + text : text;
    }
}
