package org.lodestone.leads.investor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A name while it is taken apart: what is left of its text, and what was found so far. */
final class Reading {

    private static final Pattern SILENT = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Endings GROUPS = Endings.of("集团 股份 股分 古份");

    final Set<String> places = new HashSet<>();
    final Deque<Word> words = new ArrayDeque<>();
    String text;
    boolean placedInside;
    Form form = Form.SPOKEN;
    boolean abroad;
    boolean group;
    boolean branch;

    @Nullable
    Integer phase;

    /** What stands beside the name in the other script, as written. */
    @Nullable
    String second;

    /** A town in a place, which others may write as part of the brand. */
    @Nullable
    String town;

    /** Of a place that the name may begin with. */
    Set<String> supposed = Set.of();

    int supposedLength;

    final List<CompanyName> aliases = new ArrayList<>();

    /** @param text as {@link org.lodestone.platform.search.Spelling#plain} gives it */
    Reading(String text) {
        this.text = text;
    }

    CompanyName named(String brand) {
        return new CompanyName(
                brand,
                List.copyOf(words),
                Regions.narrowest(places),
                placedInside,
                form,
                group,
                branch,
                phase,
                List.of());
    }

    /** Whether it is one. */
    boolean place(String name, boolean inside) {
        Set<String> known = Places.codes(name);
        Set<String> codes = known == null ? Places.codesOfLatin(name) : known;
        if (codes != null) {
            places.addAll(Regions.fitting(codes, places));
            placedInside |= inside;
        }
        return codes != null;
    }

    boolean cutGroup() {
        int left = text.length() - GROUPS.longestOf(text).length();
        if (left == text.length() || left < 2) {
            return false;
        }
        text = text.substring(0, left);
        return true;
    }

    /** Most names have none, and to look by patterns for what they cannot have would cost more than all else. */
    boolean hasLatin() {
        return any(text, unit -> unit >= 'a' && unit <= 'z');
    }

    /** Its letters and digits. */
    static String spoken(String text) {
        return any(text, unit -> !Character.isLetterOrDigit(unit))
                ? SILENT.matcher(text).replaceAll("")
                : text;
    }

    static boolean any(String text, IntPredicate is) {
        for (int i = 0; i < text.length(); i++) {
            if (is.test(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
