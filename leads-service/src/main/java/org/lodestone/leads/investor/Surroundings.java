package org.lodestone.leads.investor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is written around a name and is no part of it: a second name, a phase, remarks in brackets, a project. */
final class Surroundings {

    private static final Pattern BRACKETS = Pattern.compile("[(\\[{<〈《【〔「『]([^()\\[\\]{}<>]*?)[)\\]}>〉》】〕」』]");
    private static final String OPENING = "([{<〈《【〔「『";
    private static final Pattern SECOND_NAME = Pattern.compile("^(.*\\p{IsHan}.*?)[\\s/|]+[a-z][a-z .,&'-]{3,}$");

    /** A project of a firm, named behind it. */
    private static final Pattern BEHIND = Pattern.compile("^(.{2,}?(?:股份有限公司|有限责任公司|有限公司))(.*(?<!公司|中心|厂|会|院|校|所))$");

    private static final Pattern PROJECT = Pattern.compile("(?<=..)(建设|扩建|改扩建|技改|新建)?(工程)?项目$");
    /** Behind which no project is named. */
    private static final Endings WHOLE = Endings.of("公司 中心 厂 会 院 校 所");

    private final Reading reading;

    Surroundings(Reading reading) {
        this.reading = reading;
    }

    void secondName() {
        if (reading.hasLatin()) {
            Matcher second = SECOND_NAME.matcher(reading.text);
            reading.text = second.matches() ? second.group(1) : reading.text;
        }
    }

    void phase() {
        Phase found = Phase.in(reading.text);
        if (found != null) {
            reading.phase = found.number();
            reading.text = found.rest();
        }
    }

    /** What stands in brackets is a place, a form or a remark; a trade stays. */
    void brackets() {
        for (Matcher matcher = BRACKETS.matcher(reading.text);
                hasBracket() && matcher.find();
                matcher = BRACKETS.matcher(reading.text)) {
            String inside = Reading.spoken(matcher.group(1));
            boolean trade = Words.isKnown(inside);
            if (!trade) {
                reading.place(inside, matcher.start() > 0);
                reading.group |= inside.equals("集团");
            }
            String text = reading.text;
            reading.text = text.substring(0, matcher.start()) + (trade ? inside : " ") + text.substring(matcher.end());
        }
        reading.text = reading.text.strip();
    }

    void project() {
        if (reading.text.endsWith("项目")) {
            reading.text = PROJECT.matcher(reading.text).replaceFirst("");
        }
        if (reading.text.contains("有限") && !WHOLE.end(reading.text)) {
            Matcher behind = BEHIND.matcher(reading.text);
            reading.text = behind.matches() ? behind.group(1) : reading.text;
        }
    }

    private boolean hasBracket() {
        return Reading.any(reading.text, unit -> OPENING.indexOf(unit) >= 0);
    }
}
