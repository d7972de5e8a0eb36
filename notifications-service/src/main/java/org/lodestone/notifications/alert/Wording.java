package org.lodestone.notifications.alert;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lodestone.notifications.alert.Alert.Move;
import org.lodestone.notifications.inbox.Notification.Words;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Alerts in words, in both languages. A state or stage that a zone's own template added is shown by its code. */
@Component
public class Wording {

    public static final Locale CHINESE = Locale.ROOT;
    public static final Locale ENGLISH = Locale.ENGLISH;

    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

    public Wording() {
        words.setBasename("alerts");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
    }

    /** @param by the name of who did it */
    Words of(Alert alert, String by, Locale language) {
        return new Words(title(alert, language), body(alert, by, language));
    }

    private String title(Alert alert, Locale language) {
        return say(
                language,
                alert.rule() + ".title",
                alert.subject().name(),
                code(alert.move().to(), language));
    }

    private String body(Alert alert, String by, Locale language) {
        Move move = alert.move();
        String body = say(language, alert.rule() + ".body", code(move.from(), language), code(move.to(), language), by);
        String amount = move.amount() == null ? "" : say(language, sum(alert.rule()), move.amount());
        String reason = move.reason() == null ? "" : say(language, "reason", code(move.reason(), language));
        return body + amount + reason + missing(move.missing(), language);
    }

    private String missing(List<String> missing, Locale language) {
        return missing.isEmpty()
                ? ""
                : say(
                        language,
                        "missing",
                        missing.stream()
                                .map(each -> code(each, language))
                                .collect(Collectors.joining(say(language, "and"))));
    }

    /** What its amount is: that of the contract, unless the rule says otherwise. */
    private String sum(String rule) {
        return knows(rule + ".amount") ? rule + ".amount" : "amount";
    }

    public String code(String code, Locale language) {
        String label = words.getMessage("code." + code, null, code, language);
        return label == null ? code : label;
    }

    /** Whether there are words for it. */
    public boolean knows(String key) {
        return words.getMessage(key, null, null, CHINESE) != null;
    }

    public String say(Locale language, String key, Object... arguments) {
        return words.getMessage(key, arguments, language);
    }
}
