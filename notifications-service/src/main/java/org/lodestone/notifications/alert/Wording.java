package org.lodestone.notifications.alert;

import java.util.Locale;
import org.lodestone.notifications.alert.Alert.Move;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Alerts in words. A state or stage that a zone's own template added is shown by its code. */
@Component
class Wording {

    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

    Wording() {
        words.setBasename("alerts");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
    }

    String title(Alert alert) {
        return say(
                alert.rule() + ".title",
                alert.subject().name(),
                code(alert.move().to()));
    }

    /** @param by the name of who did it */
    String body(Alert alert, String by) {
        Move move = alert.move();
        String body = say(alert.rule() + ".body", code(move.from()), code(move.to()), by);
        String amount = move.amount() == null ? "" : say("amount", move.amount());
        String reason = move.reason() == null ? "" : say("reason", code(move.reason()));
        return body + amount + reason;
    }

    private String code(String code) {
        String label = words.getMessage("code." + code, null, code, Locale.ROOT);
        return label == null ? code : label;
    }

    private String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, Locale.ROOT);
    }
}
