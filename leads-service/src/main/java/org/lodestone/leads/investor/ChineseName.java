package org.lodestone.leads.investor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is written in characters, from the outside inwards: branch and form, places in front, then words and places at the end. */
final class ChineseName {

    private static final Pattern BRANCH = Pattern.compile("^(.*?公司)?(.{0,8}?)(分公司|分厂|办事处|代表处)$");
    private static final Endings BRANCHES = Endings.of("分公司 分厂 办事处 代表处");
    private static final Endings FORMS =
            Endings.of("股份有限公司 有限责任公司 有限公司 有限合伙 普通合伙 合伙企业 个人独资企业" + " 专业合作社 合作社 总公司 总厂 分厂 厂 工作室 经营部 商行 有限 公司 企业");
    private static final Pattern ZONE = Pattern.compile(
            "^(经济技术开发区|高新技术产业开发区|高新技术开发区|经济开发区|高新区|经开区|开发区|工业园区?|示范区|保税区|自贸区|光谷|中关村|张江|临港|前海|横琴|雄安|东湖)");

    private final Reading reading;

    ChineseName(Reading reading) {
        this.reading = reading;
    }

    /** Its letters and digits alone are left by now. */
    String brand() {
        branch();
        form();
        String place = placesAtStart();
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
        for (String found = FORMS.longestOf(reading.text);
                !found.isEmpty() && found.length() < reading.text.length();
                found = FORMS.longestOf(reading.text)) {
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

    /** The last place, which is the name itself when nothing but a trade follows it: 太原钢铁. */
    private String placesAtStart() {
        String last = "";
        for (int length = Places.atStart(reading.text);
                length > 0 && reading.text.length() - length > 1;
                length = Places.atStart(reading.text)) {
            last = reading.text.substring(0, length);
            reading.place(last, false);
            reading.text = ZONE.matcher(reading.text.substring(length)).replaceFirst("");
        }
        return Places.brief(last);
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
