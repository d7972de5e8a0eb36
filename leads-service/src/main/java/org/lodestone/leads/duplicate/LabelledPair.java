package org.lodestone.leads.duplicate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two leads of which somebody has said whether they are the same. */
record LabelledPair(String text, Facts one, Facts other, boolean same) {

    private static final Set<String> YES =
            Set.of("1", "true", "yes", "y", "same", "duplicate", "match", "positive", "是", "重复", "相同");
    private static final Set<String> NO = Set.of(
            "0",
            "false",
            "no",
            "n",
            "different",
            "distinct",
            "nonduplicate",
            "not_duplicate",
            "negative",
            "否",
            "不重复",
            "不同");

    /**
     * Tab- or comma-separated. With a header {@code nameA nameB usccA usccB phoneA phoneB domainA domainB label} in any order and number;
     * without one, two names first and the label behind them, and what stands behind the label is a remark. One column {@code uscc}, {@code phone} or {@code domain} holds both sides, with a bar
     * between them.
     *
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    static List<LabelledPair> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<LabelledPair> pairs = new ArrayList<>();
        List<String> header = List.of();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\ufeff", "");
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = cells(line);
            if (header.isEmpty() && pairs.isEmpty() && labelAt(cells) < 0) {
                header = cells.stream().map(LabelledPair::column).toList();
                continue;
            }
            pairs.add(pair(header, cells, i + 1));
        }
        return pairs;
    }

    /** By their names alone. */
    static LabelledPair of(String one, String other, boolean same) {
        return new LabelledPair(one + " | " + other, named(one), named(other), same);
    }

    private static Facts named(String name) {
        return Facts.of(name, null, null, List.of(), List.of());
    }

    private static LabelledPair pair(List<String> header, List<String> cells, int line) {
        String one = cell(header, cells, "namea", 0);
        String other = cell(header, cells, "nameb", 1);
        Boolean same = label(cell(header, cells, "label", labelAt(cells)));
        if (same == null || one.isBlank() || other.isBlank()) {
            throw new IllegalArgumentException("Line " + line + " has no two names and a label: " + cells);
        }
        return new LabelledPair(one + " | " + other, side(header, cells, one, 0), side(header, cells, other, 1), same);
    }

    /** -1 for none. */
    private static int labelAt(List<String> cells) {
        for (int at = cells.size() - 1; at > 1; at--) {
            if (label(cells.get(at)) != null) {
                return at;
            }
        }
        return -1;
    }

    private static Facts side(List<String> header, List<String> cells, String name, int side) {
        return Facts.of(
                name,
                null,
                fact(header, cells, "uscc", side),
                List.of(fact(header, cells, "phone", side)),
                List.of(fact(header, cells, "domain", side)));
    }

    private static String fact(List<String> header, List<String> cells, String fact, int side) {
        String own = cell(header, cells, fact + (side == 0 ? "a" : "b"), -1);
        String[] both = cell(header, cells, fact, -1).split("\\|", -1);
        return own.isEmpty() && both.length > side ? both[side].strip() : own;
    }

    private static String cell(List<String> header, List<String> cells, String column, int otherwise) {
        int at = header.isEmpty() ? otherwise : header.indexOf(column);
        return at < 0 || at >= cells.size() ? "" : cells.get(at);
    }

    /** {@code name_a}, {@code Name A} and {@code nameA} are one column. */
    private static String column(String title) {
        String plain = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return switch (plain) {
            case "name1", "a", "left", "companya", "company1" -> "namea";
            case "name2", "b", "right", "companyb", "company2" -> "nameb";
            case "same", "duplicate", "isduplicate", "match", "expected" -> "label";
            default -> plain.replaceFirst("1$", "a").replaceFirst("2$", "b");
        };
    }

    private static List<String> cells(String line) {
        String separator = line.contains("\t") ? "\t" : ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";
        return Arrays.stream(line.split(separator, -1))
                .map(LabelledPair::unquoted)
                .toList();
    }

    private static String unquoted(String cell) {
        String bare = cell.strip();
        boolean quoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
        return quoted ? bare.substring(1, bare.length() - 1).replace("\"\"", "\"") : bare;
    }

    private static @Nullable Boolean label(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        if (YES.contains(plain)) {
            return true;
        }
        return NO.contains(plain) ? Boolean.FALSE : null;
    }
}
