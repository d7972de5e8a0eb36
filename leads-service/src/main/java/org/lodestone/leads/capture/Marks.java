package org.lodestone.leads.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was recognised so far; a place in the text is taken for one field only. */
final class Marks {

    private final String text;
    private final String narrow;
    private final List<Found> found = new ArrayList<>();

    Marks(String text) {
        this.text = text;
        this.narrow = narrow(text);
    }

    /** The first place that fits and is not taken yet; its group 1 is what counts. */
    Optional<String> first(String field, Pattern pattern) {
        Matcher matcher = pattern.matcher(narrow);
        while (matcher.find()) {
            if (isFree(matcher.start(1), matcher.end(1))) {
                found.add(new Found(
                        field, text.substring(matcher.start(1), matcher.end(1)), matcher.start(1), matcher.end(1)));
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }

    /** As {@link #first}, only if there is nothing in {@code before}. */
    Optional<String> or(Optional<String> before, String field, Pattern pattern) {
        return before.isPresent() ? before : first(field, pattern);
    }

    List<Found> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(Found::start)).toList();
    }

    /** Digits, letters and the signs of numbers at half their width, each in its place. */
    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text);
        for (int i = 0; i < narrow.length(); i++) {
            char half = (char) (narrow.charAt(i) - ('０' - '0'));
            if (half > ' ' && half < 0x7F && (Character.isLetterOrDigit(half) || "+-.@%".indexOf(half) >= 0)) {
                narrow.setCharAt(i, half);
            }
        }
        return narrow.toString();
    }

    private boolean isFree(int start, int end) {
        return end > start && found.stream().noneMatch(taken -> start < taken.end() && taken.start() < end);
    }
}
