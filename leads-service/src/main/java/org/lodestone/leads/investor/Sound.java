package org.lodestone.leads.investor;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.lodestone.platform.search.Pinyin;

/** How names sound: characters by any of their readings, letters as they are. */
final class Sound {

    private Sound() {}

    /** Whether both are usually read alike; written in letters, any reading of the other will do. */
    static boolean same(String one, String other) {
        int[] left = one.codePoints().toArray();
        int[] right = other.codePoints().toArray();
        if (left.length == right.length && usual(one).equals(usual(other))) {
            return true;
        }
        return isLatin(one) && spells(one, 0, right, 0) || isLatin(other) && spells(other, 0, left, 0);
    }

    /** The same units at the same places, of both lengths' greater. */
    static double shared(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int same = 0;
        for (int i = 0; i < length; i++) {
            same += one.charAt(i) == other.charAt(i) ? 1 : 0;
        }
        return (double) same / Math.max(one.length(), other.length());
    }

    /** One way to read it, for looking up; what sounds alike by a rarer reading is found by its other keys. */
    static String usual(String text) {
        StringBuilder sound = new StringBuilder();
        text.codePoints().forEach(unit -> {
            List<String> readings = Pinyin.of(unit);
            if (readings.isEmpty()) {
                sound.appendCodePoint(unit);
            } else {
                sound.append(readings.getFirst());
            }
        });
        return sound.toString();
    }

    /** The ways to read it, the usual one first. */
    static List<String> readings(String text, int most) {
        List<String> all = List.of("");
        for (int unit : text.codePoints().toArray()) {
            List<String> readings = Pinyin.of(unit);
            List<String> begun = all;
            List<String> ways = readings.isEmpty() ? List.of(Character.toString(unit)) : readings;
            all = ways.stream().flatMap(way -> longer(begun, way)).limit(most).toList();
        }
        return all;
    }

    private static Stream<String> longer(List<String> begun, String way) {
        return begun.stream().map(each -> each + way);
    }

    /** 新/星/兴 with 心: what differs between the accents of the country counts the same. */
    static boolean nearlySame(int one, int other) {
        List<String> left = blurred(one);
        return !Collections.disjoint(left, blurred(other));
    }

    static boolean isLatin(String text) {
        return !text.isEmpty() && !Reading.any(text, unit -> unit >= 0x250);
    }

    private static List<String> blurred(int unit) {
        return Pinyin.of(unit).stream()
                .limit(1)
                .map(reading -> reading.replaceFirst("^([zcs])h", "$1").replaceFirst("([aei])ng$", "$1n"))
                .toList();
    }

    private static boolean spells(String letters, int at, int[] units, int next) {
        if (next == units.length) {
            return at == letters.length();
        }
        for (String reading : Pinyin.of(units[next])) {
            if (letters.startsWith(reading, at) && spells(letters, at + reading.length(), units, next + 1)) {
                return true;
            }
        }
        String unit = Character.toString(units[next]);
        return Pinyin.of(units[next]).isEmpty()
                && letters.startsWith(unit, at)
                && spells(letters, at + unit.length(), units, next + 1);
    }
}
