package org.lodestone.platform.privacy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recognises a person in a text, however the number was typed: with blanks, lines, a country's prefix or full-width digits. */
public final class Likeness {

    /** What stands where something was. */
    public static final String MARK = "〔已删除〕";

    private static final int MOBILE_DIGITS = 11;

    /** Blanks of any width, lines of any length, dots and brackets. */
    private static final String BETWEEN = "[\\s\\u00a0\\u2000-\\u200b\\u3000\\-－\\u2010-\\u2015\\u2212.·()（）]{0,3}";

    private static final String COUNTRY = "(?:(?:[+＋]|[0０]{2})?[8８][6６]" + BETWEEN + ")?";
    private static final int FULL_WIDTH = '０' - '0';

    private final @Nullable Pattern identifiers;
    private final @Nullable Pattern everything;
    private final @Nullable String firm;

    public Likeness(Person person) {
        List<String> strong = Stream.concat(
                        person.phones().stream().map(Likeness::phone),
                        person.emails().stream().map(Likeness::email))
                .toList();
        List<String> all = Stream.concat(
                        strong.stream(), person.names().stream().map(Pattern::quote))
                .toList();
        this.identifiers = any(strong);
        this.everything = any(all);
        this.firm = person.firm();
    }

    /** Whether a text has the person's phone or e-mail. */
    public boolean identifies(String text) {
        return identifiers != null && identifiers.matcher(text).find();
    }

    /** The same, or the name. */
    public boolean names(String text) {
        return everything != null && everything.matcher(text).find();
    }

    public boolean isOfFirm(String text) {
        return firm != null && text.contains(firm);
    }

    /** @param names whether the name is the person's here, too */
    public String without(String text, boolean names) {
        Pattern gone = names ? everything : identifiers;
        return gone == null ? text : gone.matcher(text).replaceAll(Matcher.quoteReplacement(MARK));
    }

    /** The digits alone, without a mobile number's country. */
    public static String digits(String phone) {
        String digits = phone.chars()
                .map(c -> c >= '０' && c <= '９' ? c - FULL_WIDTH : c)
                .filter(c -> c >= '0' && c <= '9')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        String country = digits.startsWith("0086") ? "0086" : "86";
        return digits.length() == MOBILE_DIGITS + country.length() && digits.startsWith(country)
                ? digits.substring(country.length())
                : digits;
    }

    private static String phone(String phone) {
        return digits(phone)
                .chars()
                .mapToObj(c -> "[" + (char) c + (char) (c + FULL_WIDTH) + "]")
                .collect(Collectors.joining(BETWEEN, "(?<![0-9０-９])" + COUNTRY, "(?![0-9０-９])"));
    }

    private static String email(String email) {
        return "(?<![A-Za-z0-9._%+-])(?i:" + Pattern.quote(email.toLowerCase(Locale.ROOT)) + ")(?![A-Za-z0-9-])";
    }

    private static @Nullable Pattern any(List<String> alternatives) {
        return alternatives.isEmpty() ? null : Pattern.compile(String.join("|", alternatives));
    }
}
