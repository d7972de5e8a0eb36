package org.lodestone.leads.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** Where investors come from: the codes of GB/T 2260 and the names people use for them. */
public final class Regions {

    private static final int CODE_LENGTH = 6;
    private static final String SUFFIX = "(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|地区)$";
    private static final String LEADING_SUFFIX = "^" + SUFFIX.replace(")$", ")");
    private static final Map<String, String> NAMES = load();

    private Regions() {}

    /** 江苏苏州 for 320500 and for 320505: the prefecture if it is known, else the province. */
    public static Optional<String> name(String code) {
        String province = code.length() < 2 ? "" : NAMES.getOrDefault(code.substring(0, 2), "");
        String prefecture = code.length() < 4 ? "" : NAMES.getOrDefault(code.substring(0, 4), "");
        return province.isEmpty() ? Optional.empty() : Optional.of(province + prefecture);
    }

    /** 江苏苏州 for 320500, 江苏苏州（320505） for a county in it: read back, it is the same place. */
    public static Optional<String> precise(String code) {
        boolean county = code.length() == CODE_LENGTH && !code.endsWith("00");
        return name(code).map(name -> county ? name + '（' + code + '）' : name);
    }

    /** 320500 for 江苏苏州, 江苏省苏州市, 苏州市 or 苏州; six digits stay what they are, also in brackets behind a name. */
    public static Optional<String> code(String text) {
        String bare = text.strip().replaceFirst("^.*[（(](\\d{6})[）)]$", "$1");
        if (bare.matches("\\d{6}")) {
            return Optional.of(bare);
        }
        String short1 = bare.replaceFirst(SUFFIX, "");
        return NAMES.entrySet().stream()
                .filter(known -> isCalled(short1, known.getKey(), known.getValue()))
                .map(known -> whole(known.getKey()))
                .findFirst();
    }

    /**
     * Of a place that has no code of its own here, the one it lies in: 340000 for 安徽池州, 320500 for 苏州工业园区. Empty for what lies outside of
     * one, 山西省外.
     */
    public static Optional<String> around(String text) {
        String place = text.strip();
        return place.endsWith("外")
                ? Optional.empty()
                : province(place)
                        .map(province -> within(province, place))
                        .or(() -> prefecture("", place))
                        .map(Regions::whole);
    }

    private static Optional<String> province(String place) {
        return NAMES.keySet().stream()
                .filter(code -> code.length() == 2 && place.startsWith(NAMES.getOrDefault(code, "")))
                .findFirst();
    }

    private static String within(String province, String place) {
        String rest = place.substring(NAMES.getOrDefault(province, "").length()).replaceFirst(LEADING_SUFFIX, "");
        return prefecture(province, rest).orElse(province);
    }

    private static Optional<String> prefecture(String province, String place) {
        return NAMES.keySet().stream()
                .filter(code -> code.length() == 4 && code.startsWith(province))
                .filter(code -> place.startsWith(NAMES.getOrDefault(code, "")))
                .findFirst();
    }

    private static String whole(String code) {
        return (code + "000000").substring(0, CODE_LENGTH);
    }

    /** Code, two or four digits → name; in the order of the codes. */
    public static Map<String, String> names() {
        return NAMES;
    }

    private static boolean isCalled(String text, String code, String name) {
        if (text.equals(name)) {
            return true;
        }
        String province = code.length() == 4 ? NAMES.getOrDefault(code.substring(0, 2), "") : "";
        return !province.isEmpty()
                && text.startsWith(province)
                && text.substring(province.length())
                        .replaceFirst(LEADING_SUFFIX, "")
                        .equals(name);
    }

    private static Map<String, String> load() {
        Properties names = new Properties();
        try (InputStream in = Regions.class.getResourceAsStream("/directory/regions.properties")) {
            names.load(new InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> ordered = new TreeMap<>();
        names.forEach((code, name) -> ordered.put(code.toString(), name.toString()));
        return java.util.Collections.unmodifiableMap(ordered);
    }
}
