package org.lodestone.leads.investor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is written in letters: Keyu New Energy (Shanxi) Co., Ltd. */
final class LatinName {

    private static final Pattern FORM = Pattern.compile(
            "[\\s,.&]*\\b(co\\.?[\\s,]*ltd|company\\s+limited|pte\\.?\\s*ltd|pty\\.?\\s*ltd|corp|corporation|ltd|limited|inc|incorporated|gmbh"
                    + "|llc|llp|ag|s\\.?a|s\\.?r\\.?l|b\\.?v|n\\.?v|plc|kg|oyj?|k\\.?k|s\\.?p\\.?a|company|co|a/?s|a/?b|aps|s\\.?e|s\\.?a\\.?s|sarl|s\\.?r\\.?o|kft"
                    + "|sdn\\.?\\s*bhd|sendirian\\s+berhad|berhad|tbk|p?jsc|(?:kabushiki|yugen|godo)\\s+kaisha|gesellschaft\\s+mit\\s+beschrankter\\s+haftung"
                    + "|aktiengesellschaft|kgaa|ohg|e\\.k|(?:proprietary|private|public)\\s+limited(?:\\s+company)?|pvt\\.?\\s*ltd|limited\\s+liability\\s+company"
                    + "|societe\\s+anonyme|sociedad\\s+anonima|besloten\\s+vennootschap|naamloze\\s+vennootschap|aktiebolag|asa|s\\.?l\\.?u|ltda|s\\.?a\\.?\\s+de\\s+c\\.?v"
                    + "|sp\\.?\\s*z\\s*o\\.?\\s*o|d\\.?o\\.?o|y\\.?k|g\\.?k|l\\.l\\.c|(?:gufen\\s+)?you\\s?xian\\s+(?:ze\\s?ren\\s+)?gong\\s?si|gong\\s?si|chang)\\.?[\\s,.&]*$");
    /** Behind a name of a firm in America: where there is a (Suzhou) Co., Ltd. beside it, that is its daughter. */
    private static final Pattern FORM_OF_MOTHERS =
            Pattern.compile("inc|incorporated|corp|corporation|l\\.?l\\.?c|plc|gufen.*");

    /** Indonesia and Russia write theirs in front. */
    private static final Pattern IN_FRONT =
            Pattern.compile("^(?:pt|ooo|oao|zao|pao|kabushiki\\s+kaisha)\\.?\\s+(?=.{3})");

    /** Forms that no firm of this country has: a GmbH and the (China) Co., Ltd. of its name are mother and daughter. */
    private static final Pattern FORM_ABROAD = Pattern.compile(
            "gmbh|ag|s\\.?r\\.?l|b\\.?v|n\\.?v|plc|kg|oyj?|k\\.?k|s\\.?p\\.?a|a/?s|a/?b|aps|s\\.?a\\.?s|sarl|s\\.?r\\.?o|kft|sdn.*|tbk|p?jsc|.*kaisha|p[tv][ey].*|gesell.*|aktie.*|kgaa|ohg|.*berhad|soci.*|.*vennootschap|asa|ltda|.*c\\.?v|sp.*|d\\.?o\\.?o|[yg]\\.?k|s\\.?l\\.?u");

    private static final Pattern GROUP = Pattern.compile("[\\s,.]*\\bgroup\\s*$");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=[a-z])['’`](?=[a-z])");

    /** Between letters: Halden & Moore is Halden and Moore. */
    private static final Set<String> LINKS = Set.of("the", "of", "and");

    /** Xi'an 擎宇. */
    private static final Pattern PLACE = Pattern.compile("^([a-z][a-z'’]{2,12})[\\s.,·-]*(?=\\p{IsHan}{2})");

    private final Reading reading;

    LatinName(Reading reading) {
        this.reading = reading;
    }

    void form() {
        if (!reading.hasLatin()) {
            return;
        }
        Matcher front = IN_FRONT.matcher(reading.text);
        if (front.lookingAt()) {
            reading.form = Form.COMPANY;
            reading.abroad = true;
            reading.text = reading.text.substring(front.end());
        }
        for (Matcher matcher = FORM.matcher(reading.text);
                matcher.find() && matcher.start() > 1;
                matcher = FORM.matcher(reading.text)) {
            boolean mother = reading.form == Form.STOCK
                    || FORM_OF_MOTHERS.matcher(matcher.group(1)).matches();
            reading.form = mother ? Form.STOCK : Form.COMPANY;
            reading.abroad |= FORM_ABROAD.matcher(matcher.group(1)).matches();
            reading.text = reading.text.substring(0, matcher.start());
        }
        Matcher matcher = GROUP.matcher(reading.text);
        if (matcher.find() && matcher.start() > 1) {
            reading.group = true;
            reading.text = reading.text.substring(0, matcher.start());
        }
    }

    /** In front of characters. */
    void place() {
        Matcher matcher = PLACE.matcher(reading.text);
        if (reading.hasLatin() && matcher.lookingAt()) {
            Set<String> codes = Places.codesOfLatin(matcher.group(1).replaceAll("['’]", ""));
            if (codes != null) {
                reading.places.addAll(codes);
                reading.text = reading.text.substring(matcher.end());
            }
        }
    }

    String brand() {
        // Xi'an is one word.
        String text = APOSTROPHE.matcher(reading.text).replaceAll("");
        List<String> parts = new ArrayList<>(Arrays.asList(text.split("[^\\p{L}\\p{N}]+")));
        parts.removeIf(part -> part.isEmpty() || LINKS.contains(part));
        while (parts.size() > 1) {
            Set<String> codes = Places.codesOfLatin(parts.getFirst());
            if (codes == null || Words.allEnglish(parts.subList(1, parts.size()))) {
                // What stands before the trade is the firm's own name, even where it is a county's, too.
                break;
            }
            reading.places.addAll(codes);
            parts.removeFirst();
        }
        while (parts.size() > 1 && (placeAtEnd(parts) || wordAtEnd(parts))) {
            continue;
        }
        return String.join("", parts);
    }

    private boolean placeAtEnd(List<String> parts) {
        Set<String> codes = Places.codesOfLatin(parts.getLast());
        if (codes == null) {
            return false;
        }
        reading.places.addAll(codes);
        reading.placedInside = true;
        parts.removeLast();
        return true;
    }

    private boolean wordAtEnd(List<String> parts) {
        int count = Words.englishAtEnd(parts);
        if (count == 0 || count == parts.size()) {
            return false;
        }
        say(Words.translated(parts, count));
        parts.subList(parts.size() - count, parts.size()).clear();
        return true;
    }

    /** Intelligent Equipment is 智能装备, one word here and two there. */
    private void say(Word word) {
        String both = reading.words.isEmpty()
                ? ""
                : word.text() + reading.words.getFirst().text();
        if (Words.isKnown(both)) {
            reading.words.removeFirst();
            reading.words.addFirst(Words.known(both));
        } else {
            reading.words.addFirst(word);
        }
    }
}
