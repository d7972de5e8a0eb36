package org.lodestone.leads.investor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is written in characters, from the outside inwards: branch and form, places in front, then words and places at the end. */
final class ChineseName {

    private static final Pattern BRANCH = Pattern.compile("^(.*?公司)?(.{0,8}?)(分公司|分厂|办事处|代表处)$");
    private static final Endings BRANCHES = Endings.of("分公司 分厂 办事处 代表处");
    private static final Endings IN_FRONT = Endings.of("株式会社 有限会社");
    private static final int LONGEST_DOUBLED = 4;

    private final Reading reading;

    ChineseName(Reading reading) {
        this.reading = reading;
    }

    /** Its letters and digits alone are left by now. */
    String brand() {
        reading.text = undoubled(reading.text);
        branch();
        form();
        String place = new Districts(reading).placesAtStart();
        while (wordAtEnd(place) || placeAtEnd() || reading.cutGroup()) {
            continue;
        }
        return reading.text.isEmpty() ? place : reading.text;
    }

    private void branch() {
        if (!BRANCHES.end(reading.text)) {
            return;
        }
        Matcher matcher = BRANCH.matcher(reading.text);
        if (matcher.matches()) {
            reading.branch = true;
            String owner = matcher.group(1);
            String where = matcher.group(2);
            reading.text = owner != null && owner.length() > 2 ? owner : where;
            if (owner != null) {
                reading.place(where, true);
            }
        }
    }

    private void form() {
        formInFront();
        for (String found = Forms.atEnd(reading.text);
                !found.isEmpty() && found.length() < reading.text.length();
                found = Forms.atEnd(reading.text)) {
            reading.abroad |= Forms.isAbroad(found);
            if (found.startsWith("股份")) {
                reading.form = Form.STOCK;
            } else if (reading.form == Form.SPOKEN && !found.equals("公司") && !found.equals("企业")) {
                reading.form = Form.COMPANY;
            }
            reading.text = reading.text.substring(0, reading.text.length() - found.length());
            reading.group |= reading.cutGroup();
        }
        reading.group |= reading.text.endsWith("集团") && reading.cutGroup();
    }

    private void formInFront() {
        for (String form : IN_FRONT.longestFirst()) {
            if (reading.text.startsWith(form) && reading.text.length() > form.length()) {
                reading.text = reading.text.substring(form.length());
                reading.form = Form.COMPANY;
                reading.abroad = true;
            }
        }
    }

    /** 电子电子材料 is a slip of 电子材料. */
    private static String undoubled(String text) {
        for (int length = 2; length <= LONGEST_DOUBLED; length++) {
            for (int at = 2; at + 2 * length <= text.length(); at++) {
                if (text.charAt(at) == text.charAt(at + length) && text.regionMatches(at, text, at + length, length)) {
                    return text.substring(0, at) + text.substring(at + length);
                }
            }
        }
        return text;
    }

    private boolean wordAtEnd(String place) {
        String word = Words.atEnd(reading.text);
        int left = word == null ? -1 : reading.text.length() - word.length();
        if (word == null || left == 1 || (left == 0 && place.isEmpty())) {
            return false;
        }
        reading.words.addFirst(Words.known(word));
        reading.text = reading.text.substring(0, left);
        return true;
    }

    private boolean placeAtEnd() {
        int length = Places.atEnd(reading.text);
        int left = reading.text.length() - length;
        if (length == 0 || left < 2) {
            return false;
        }
        reading.place(reading.text.substring(left), true);
        reading.text = reading.text.substring(0, left);
        return true;
    }
}
