package org.lodestone.platform.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header of one or two rows. People write groups (联系方式) above their columns (联系人, 电话) and merge the other headings over both
 * rows; a file keeps a merged text in its first cell alone.
 *
 * @param last the index of its last row
 */
record HeaderRows(List<String> texts, int last) {

    private static final int ENOUGH = 3;
    private static final Pattern UNIT = Pattern.compile("[(（][^()（）]*(?:元|亿|万|亩|㎡)[^()（）]*[)）]");

    /** Headings that stand in the row above, over columns without one in this. */
    HeaderRows completed(List<String> above, Predicate<String> known) {
        List<String> whole = new ArrayList<>();
        for (int i = 0; i < Math.max(texts.size(), above.size()); i++) {
            boolean missing = at(texts, i).isEmpty() && known.test(at(above, i));
            whole.add(missing ? at(above, i) : at(texts, i));
        }
        return new HeaderRows(whole, last);
    }

    /** With the row below, if that is made of headings: two of them at least, and hardly anything else. */
    HeaderRows extended(List<String> below, Predicate<String> known) {
        long filled = below.stream().filter(text -> !text.isEmpty()).count();
        long named = below.stream().filter(known).distinct().count();
        if (named < 2 || 3 * named < 2 * filled || repeats(texts, below, text -> text)) {
            return this;
        }
        List<String> whole = new ArrayList<>();
        String group = "";
        for (int i = 0; i < Math.max(texts.size(), below.size()); i++) {
            group = at(texts, i).isEmpty() ? group : at(texts, i);
            whole.add(at(below, i).isEmpty() ? at(texts, i) : withUnit(at(below, i), group));
        }
        return new HeaderRows(whole, last + 1);
    }

    /** Printed pages have the header again, and so do sheets that were put together. */
    static boolean repeats(List<String> header, List<Cell> cells) {
        return repeats(header, cells, cell -> cell.text().replaceAll("\\s+", " "));
    }

    private static <T> boolean repeats(List<String> header, List<T> row, java.util.function.Function<T, String> text) {
        int same = 0;
        for (int i = 0; i < row.size(); i++) {
            String here = text.apply(row.get(i));
            // The unit may have come from the group above it.
            if (!here.isEmpty() && !at(header, i).startsWith(here)) {
                return false;
            }
            same += here.isEmpty() ? 0 : 1;
        }
        return same >= ENOUGH;
    }

    /** 投资额（亿元） above 总投资 counts for it, too. */
    private static String withUnit(String heading, String group) {
        Matcher unit = UNIT.matcher(group);
        return UNIT.matcher(heading).find() || !unit.find() ? heading : heading + unit.group();
    }

    private static String at(List<String> texts, int i) {
        return i < texts.size() ? texts.get(i) : "";
    }
}
