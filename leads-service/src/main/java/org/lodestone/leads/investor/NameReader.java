package org.lodestone.leads.investor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.search.Spelling;

/** Takes one name apart, from the outside inwards. */
final class NameReader {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[{<〈《【〔「『]([^()\\[\\]{}<>]*?)[)\\]}>〉》】〕」』]");
    private static final String OPENING = "([{<〈《【〔「『";
    private static final Pattern SILENT = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern SECOND_NAME = Pattern.compile("^(.*\\p{IsHan}.*?)[\\s/|]+[a-z][a-z .,&'-]{3,}$");
    private static final Pattern LATIN_FORM = Pattern.compile(
            "[\\s,.&]*\\b(co\\.?[\\s,]*ltd|company\\s+limited|pte\\.?\\s*ltd|pty\\.?\\s*ltd|corp|corporation|ltd|limited|inc|incorporated|gmbh"
                    + "|llc|llp|ag|s\\.?a|s\\.?r\\.?l|b\\.?v|n\\.?v|plc|kg|oyj?|k\\.?k|s\\.?p\\.?a|company|co|a/?s|a/?b|aps|s\\.?e|s\\.?a\\.?s|sarl|s\\.?r\\.?o|kft"
                    + "|sdn\\.?\\s*bhd|tbk|p?jsc|kabushiki\\s+kaisha)\\.?[\\s,.&]*$");
    /** Forms that no firm of this country has: a GmbH and the (China) Co., Ltd. of its name are mother and daughter. */
    private static final Pattern FORM_ABROAD = Pattern.compile(
            "gmbh|ag|s\\.?r\\.?l|b\\.?v|n\\.?v|plc|kg|oyj?|k\\.?k|s\\.?p\\.?a|a/?s|a/?b|aps|s\\.?a\\.?s|sarl|s\\.?r\\.?o|kft|sdn.*|tbk|p?jsc|kabushiki.*|p[tv][ey].*");

    private static final Pattern LATIN_GROUP = Pattern.compile("[\\s,.]*\\bgroup\\s*$");
    private static final Pattern BRANCH = Pattern.compile("^(.*?公司)?(.{0,8}?)(分公司|分厂|办事处|代表处)$");
    /** A project of a firm, named behind it. */
    private static final Pattern BEHIND = Pattern.compile("^(.{2,}?(?:股份有限公司|有限责任公司|有限公司))(.*(?<!公司|中心|厂|会|院|校|所))$");

    private static final Pattern PROJECT = Pattern.compile("(?<=..)(建设|扩建|改扩建|技改|新建)?(工程)?项目$");
    private static final Endings FORMS =
            Endings.of("股份有限公司 有限责任公司 有限公司 有限合伙 普通合伙 合伙企业 个人独资企业" + " 专业合作社 合作社 总公司 总厂 分厂 厂 工作室 经营部 商行 有限 公司 企业");
    private static final Endings GROUPS = Endings.of("集团 股份");
    private static final Endings BRANCHES = Endings.of("分公司 分厂 办事处 代表处");
    /** Behind which no project is named. */
    private static final Endings WHOLE = Endings.of("公司 中心 厂 会 院 校 所");

    private static final Pattern ZONE = Pattern.compile(
            "^(经济技术开发区|高新技术产业开发区|高新技术开发区|经济开发区|高新区|经开区|开发区|工业园区?|示范区|保税区|自贸区|光谷|中关村|张江|临港|前海|横琴|雄安|东湖)");

    /** Between letters: Halden & Moore is Halden and Moore. */
    private static final Set<String> LINKS = Set.of("the", "of", "and");

    /** Xi'an 擎宇. */
    private static final Pattern LATIN_PLACE = Pattern.compile("^([a-z][a-z'’]{2,12})[\\s.,·-]*(?=\\p{IsHan}{2})");

    private final Set<String> places = new HashSet<>();
    private final Deque<Word> words = new ArrayDeque<>();
    private String text;
    private boolean placedInside;
    private Form form = Form.SPOKEN;
    private boolean abroad;
    private boolean group;
    private boolean branch;
    private @Nullable Integer phase;

    NameReader(String name) {
        this.text = Spelling.plain(name);
    }

    /** The phase alone: less than a tenth of the work. */
    @Nullable
    Integer readPhase() {
        secondName();
        phase();
        return phase;
    }

    CompanyName read() {
        String whole = spoken(text);
        String written = text;
        secondName();
        phase();
        brackets();
        latinForm();
        String brand = HAN.matcher(text).find() ? chinese() : latin();
        if (brand.isEmpty()) {
            words.clear();
            places.clear();
            brand = whole.isEmpty() ? written : whole;
        }
        if (abroad && places.isEmpty()) {
            places.add(Places.ABROAD);
        }
        return new CompanyName(brand, List.copyOf(words), Set.copyOf(places), placedInside, form, group, branch, phase);
    }

    private void secondName() {
        if (hasLatin()) {
            Matcher second = SECOND_NAME.matcher(text);
            text = second.matches() ? second.group(1) : text;
        }
    }

    private void phase() {
        Phase found = Phase.in(text);
        if (found != null) {
            phase = found.number();
            text = found.rest();
        }
    }

    /** What stands in brackets is a place, a form or a remark; a trade stays. */
    private void brackets() {
        for (Matcher matcher = BRACKETS.matcher(text);
                hasBracket() && matcher.find();
                matcher = BRACKETS.matcher(text)) {
            String inside = spoken(matcher.group(1));
            boolean trade = Words.isKnown(inside);
            if (!trade) {
                place(inside, matcher.start() > 0);
                group |= inside.equals("集团");
            }
            text = text.substring(0, matcher.start()) + (trade ? inside : " ") + text.substring(matcher.end());
        }
        text = text.strip();
    }

    private void latinForm() {
        if (!hasLatin()) {
            return;
        }
        for (Matcher matcher = LATIN_FORM.matcher(text);
                matcher.find() && matcher.start() > 1;
                matcher = LATIN_FORM.matcher(text)) {
            form = Form.COMPANY;
            abroad |= FORM_ABROAD.matcher(matcher.group(1)).matches();
            text = text.substring(0, matcher.start());
        }
        Matcher matcher = LATIN_GROUP.matcher(text);
        if (matcher.find() && matcher.start() > 1) {
            group = true;
            text = text.substring(0, matcher.start());
        }
    }

    private String latin() {
        List<String> parts = new ArrayList<>(Arrays.asList(text.split("[^\\p{L}\\p{N}]+")));
        parts.removeIf(part -> part.isEmpty() || LINKS.contains(part));
        while (parts.size() > 1) {
            Set<String> codes = Places.codesOfLatin(parts.getFirst());
            if (codes == null) {
                break;
            }
            places.addAll(codes);
            parts.removeFirst();
        }
        while (parts.size() > 1) {
            int count = Words.englishAtEnd(parts);
            Set<String> codes = Places.codesOfLatin(parts.getLast());
            if (codes != null) {
                places.addAll(codes);
                placedInside = true;
                parts.removeLast();
            } else if (count > 0 && count < parts.size()) {
                say(Words.translated(parts, count));
                parts.subList(parts.size() - count, parts.size()).clear();
            } else {
                break;
            }
        }
        return String.join("", parts);
    }

    /** Intelligent Equipment is 智能装备, one word here and two there. */
    private void say(Word word) {
        String both = words.isEmpty() ? "" : word.text() + words.getFirst().text();
        if (Words.isKnown(both)) {
            words.removeFirst();
            words.addFirst(Words.known(both));
        } else {
            words.addFirst(word);
        }
    }

    private String chinese() {
        latinPlace();
        text = spoken(text);
        project();
        branch();
        form();
        String place = placesAtStart();
        while (wordAtEnd(place) || placeAtEnd() || cutGroup()) {
            continue;
        }
        return text.isEmpty() ? place : text;
    }

    private void project() {
        if (text.endsWith("项目")) {
            text = PROJECT.matcher(text).replaceFirst("");
        }
        if (text.contains("有限") && !WHOLE.end(text)) {
            Matcher behind = BEHIND.matcher(text);
            text = behind.matches() ? behind.group(1) : text;
        }
    }

    private void latinPlace() {
        Matcher matcher = LATIN_PLACE.matcher(text);
        if (hasLatin() && matcher.lookingAt()) {
            Set<String> codes = Places.codesOfLatin(matcher.group(1).replaceAll("['’]", ""));
            if (codes != null) {
                places.addAll(codes);
                text = text.substring(matcher.end());
            }
        }
    }

    private void branch() {
        if (!BRANCHES.end(text)) {
            return;
        }
        Matcher matcher = BRANCH.matcher(text);
        if (matcher.matches()) {
            branch = true;
            String owner = matcher.group(1);
            String where = matcher.group(2);
            text = owner != null && owner.length() > 2 ? owner : where;
            if (owner != null) {
                place(where, true);
            }
        }
    }

    private void form() {
        for (String found = FORMS.longestOf(text);
                !found.isEmpty() && found.length() < text.length();
                found = FORMS.longestOf(text)) {
            if (found.startsWith("股份")) {
                form = Form.STOCK;
            } else if (form == Form.SPOKEN && !found.equals("公司") && !found.equals("企业")) {
                form = Form.COMPANY;
            }
            text = text.substring(0, text.length() - found.length());
            group |= cutGroup();
        }
        group |= text.endsWith("集团") && cutGroup();
    }

    /** The last place, which is the name itself when nothing but a trade follows it: 太原钢铁. */
    private String placesAtStart() {
        String last = "";
        for (int length = Places.atStart(text);
                length > 0 && text.length() - length > 1;
                length = Places.atStart(text)) {
            last = text.substring(0, length);
            place(last, false);
            text = ZONE.matcher(text.substring(length)).replaceFirst("");
        }
        return Places.brief(last);
    }

    private boolean wordAtEnd(String place) {
        String word = Words.atEnd(text);
        int left = word == null ? -1 : text.length() - word.length();
        if (word == null || left == 1 || (left == 0 && place.isEmpty())) {
            return false;
        }
        words.addFirst(Words.known(word));
        text = text.substring(0, left);
        return true;
    }

    private boolean placeAtEnd() {
        int length = Places.atEnd(text);
        if (length == 0 || text.length() - length < 2) {
            return false;
        }
        place(text.substring(text.length() - length), true);
        text = text.substring(0, text.length() - length);
        return true;
    }

    private void place(String name, boolean inside) {
        Set<String> known = Places.codes(name);
        Set<String> codes = known == null ? Places.codesOfLatin(name) : known;
        if (codes != null) {
            places.addAll(codes);
            placedInside |= inside;
        }
    }

    private boolean cutGroup() {
        int left = text.length() - GROUPS.longestOf(text).length();
        if (left == text.length() || left < 2) {
            return false;
        }
        text = text.substring(0, left);
        return true;
    }

    /** Most names have none, and to look by patterns for what they cannot have would cost more than all else. */
    private boolean hasLatin() {
        return any(text, unit -> unit >= 'a' && unit <= 'z');
    }

    private boolean hasBracket() {
        return any(text, unit -> OPENING.indexOf(unit) >= 0);
    }

    /** Its letters and digits. */
    private static String spoken(String text) {
        return any(text, unit -> !Character.isLetterOrDigit(unit))
                ? SILENT.matcher(text).replaceAll("")
                : text;
    }

    private static boolean any(String text, IntPredicate is) {
        for (int i = 0; i < text.length(); i++) {
            if (is.test(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
