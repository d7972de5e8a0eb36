package org.lodestone.leads.investor;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places a name begins with, from the province to the town, with the zones and parks in them. */
final class Districts {

    /** What lies in a place: 重庆两江新区, 苏州工业园区. */
    private static final Pattern ZONE = Pattern.compile("^(?:经济技术|高新技术产业|高新技术|经济|\\p{IsHan}{2,4}?)?"
            + "(?:开发区|高新区|经开区|新区|工业园区?|产业园区?|科技园区?|保税港?区|综保区|自贸区|示范区)(?=.{2})");

    private static final Endings QUARTERS = Endings.of("光谷 中关村 张江 临港 前海 横琴 雄安 东湖");

    private static final Pattern TOWN = Pattern.compile("^(\\p{IsHan}{2,3})(?:镇|乡|街道)(?=.{3})");

    private final Reading reading;

    Districts(Reading reading) {
        this.reading = reading;
    }

    /** The last place, which is the name itself when nothing but a trade follows it: 太原钢铁. */
    String placesAtStart() {
        String last = "";
        for (int length = Places.atStart(reading.text);
                length > 0 && reading.text.length() - length > 1;
                length = Places.atStart(reading.text)) {
            last = reading.text.substring(0, length);
            reading.place(last, false);
            reading.text = withoutZone(reading.text.substring(length));
        }
        return county(town(last));
    }

    /** 义乌市佛堂镇阿钿 and 义乌佛堂阿钿. */
    private String town(String last) {
        boolean may = !last.isEmpty()
                && (reading.text.indexOf('镇') > 0 || reading.text.indexOf('乡') > 0 || reading.text.indexOf('街') > 0);
        Matcher town = may ? TOWN.matcher(reading.text) : null;
        if (town != null && town.lookingAt()) {
            reading.town = town.group(1);
            reading.text = reading.text.substring(town.end());
        }
        return Places.brief(last);
    }

    /** 安吉 for 安吉县: inside a place that is named it is one, alone it may be one. */
    private String county(String place) {
        int length = Places.briefAtStart(reading.text);
        String rest = length == 0 ? "" : ownOf(reading.text.substring(length));
        if (length == 0 || rest.length() == 1) {
            return place;
        }
        Set<String> codes = Places.codesOfBrief(reading.text.substring(0, length));
        Set<String> inside = Regions.inside(codes, reading.places);
        if (!inside.isEmpty()) {
            reading.places.addAll(inside);
            String county = reading.text.substring(0, length);
            reading.text = reading.text.substring(length);
            return county;
        }
        if (reading.places.isEmpty() && !rest.isEmpty()) {
            reading.supposed = codes;
            reading.supposedLength = length;
        }
        return place;
    }

    /** What is left without words. */
    private static String ownOf(String text) {
        String own = text;
        for (String word = Words.atEnd(own); word != null; word = Words.atEnd(own)) {
            own = own.substring(0, own.length() - word.length());
        }
        return own;
    }

    private static String withoutZone(String text) {
        if (text.indexOf('区') > 0 || text.indexOf('园') > 0) {
            return ZONE.matcher(text).replaceFirst("");
        }
        for (String quarter : QUARTERS.longestFirst()) {
            if (text.startsWith(quarter)) {
                return text.substring(quarter.length());
            }
        }
        return text;
    }
}
