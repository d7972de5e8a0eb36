package org.lodestone.leads.investor;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is written around a name and is no part of it: a heading, a second name, a phase, remarks in brackets, a project. */
final class Surroundings {

    private static final Pattern BRACKETS = Pattern.compile("[(\\[{<〈《【〔「『]([^()\\[\\]{}<>]*?)[)\\]}>〉》】〕」』]");
    private static final String OPENING = "([{<〈《【〔「『";
    /** 科宇新能源 Keyu New Energy. */
    private static final Pattern SECOND_NAME = Pattern.compile("^(.*\\p{IsHan}.*?)[\\s/|]+([a-z][a-z .,&'-]{3,})$");

    private static final Pattern FIRST_IN_LETTERS =
            Pattern.compile("^([a-z][a-z .,&'-]*[ .][a-z .,&'-]{2,})[\\s/|]+(\\p{IsHan}.{3,})$");
    /** 拟设立：, 投资方: */
    private static final Pattern HEADING = Pattern.compile("^(?:[^:]{1,8}:\\s*|拟(?:新?设立?|注册|成立|组建))(?=.{4})");

    private static final Pattern OTHER_NAME = Pattern.compile(
            "^(?:曾用名|曾用|曾名|原名|原称|原|前身|更名前|变更前|旧名|旧称|又名|又称|简称|下称|英文名称?|英文|formerly|f/?k/?a|a/?k/?a|d/?b/?a)"
                    + "(?:为|是|叫|known as)?[\\s:]*(.{2,})$");

    /** A project of a firm, named behind it. */
    private static final Pattern BEHIND = Pattern.compile("^(.{2,}?(?:股份有限公司|有限责任公司|有限公司))(.*(?<!公司|中心|厂|会|院|校|所))$");

    private static final Pattern PROJECT = Pattern.compile("(?<=..)(建设|扩建|改扩建|技改|新建)?(工程)?项目$");
    /** Behind which no project is named. */
    private static final Endings WHOLE = Endings.of("公司 中心 厂 会 院 校 所");

    /** From here on no letters. */
    private static final int HAN = 0x2E80;

    private final Reading reading;

    Surroundings(Reading reading) {
        this.reading = reading;
    }

    void heading() {
        if (reading.text.indexOf(':') > 0 || reading.text.startsWith("拟")) {
            reading.text = HEADING.matcher(reading.text).replaceFirst("");
        }
    }

    void secondName() {
        if (!reading.hasLatin() || !Reading.any(reading.text, unit -> unit >= HAN)) {
            return;
        }
        Matcher second = SECOND_NAME.matcher(reading.text);
        if (second.matches()) {
            reading.text = second.group(1);
            reading.second = second.group(2);
            return;
        }
        Matcher first = FIRST_IN_LETTERS.matcher(reading.text);
        if (first.matches()) {
            reading.text = first.group(2);
            reading.second = first.group(1);
        }
    }

    void phase() {
        Phase found = Phase.in(reading.text);
        if (found != null) {
            reading.phase = found.number();
            reading.text = found.rest();
        }
    }

    /** What stands in brackets is a place, a form, another name or a remark; a trade stays. */
    void brackets() {
        for (Matcher matcher = BRACKETS.matcher(reading.text);
                hasBracket() && matcher.find();
                matcher = BRACKETS.matcher(reading.text)) {
            String inside = matcher.group(1).strip();
            String text = reading.text;
            String left = stays(inside) ? Reading.spoken(inside) : " ";
            reading.text = text.substring(0, matcher.start()) + left + text.substring(matcher.end());
            if (left.equals(" ")) {
                aside(inside, matcher.start() > 0);
            }
        }
        reading.text = reading.text.strip();
    }

    private static boolean stays(String inside) {
        return Words.isKnown(Reading.spoken(inside));
    }

    private void aside(String inside, boolean behind) {
        String spoken = Reading.spoken(inside);
        Matcher other = OTHER_NAME.matcher(inside);
        if (other.matches()) {
            reading.aliases.add(new NameReader(other.group(1)).read().called(List.of()));
        } else if (spoken.equals("集团")) {
            reading.group = true;
        } else if (spoken.equals("株")) {
            reading.abroad = true;
            reading.form = Form.COMPANY;
        } else if (!reading.place(spoken, behind) && reading.second == null && isOtherScript(spoken)) {
            reading.second = inside;
        }
    }

    /** 布伦哈根（Brennhagen）泵业. */
    private boolean isOtherScript(String inside) {
        return inside.length() > 2 && Sound.isLatin(inside) && !Sound.isLatin(Reading.spoken(reading.text));
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
