package org.lodestone.notifications.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.lodestone.notifications.inbox.Notification;
import org.lodestone.notifications.inbox.Notification.Because;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Alerts as e-mails, in Chinese, as text and as HTML. Sent again, an alert has the same {@code Message-ID}; those of one lead or project
 * are one thread.
 */
@Component
class MailMessages {

    private static final String HTML = """
            <!DOCTYPE html>
            <html lang="zh-CN"><body style="font-family:sans-serif;color:#1f2329">
            <h2 style="font-size:18px">%s</h2>
            <p>%s</p>
            <p><a href="%s">在磁石中打开</a></p>
            <p style="color:#646a73;font-size:12px">您收到这封邮件，因为您是%s。</p>
            </body></html>
            """;

    private final JavaMailSender sender;
    private final MailProperties properties;

    MailMessages(JavaMailSender sender, MailProperties properties) {
        this.sender = sender;
        this.properties = properties;
    }

    MimeMessage of(Notification alert, String address) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper mail = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        mail.setFrom(properties.from());
        mail.setTo(address);
        mail.setSubject(oneLine(alert.title()));
        mail.setSentDate(Date.from(alert.at()));
        mail.setText(text(alert), html(alert));
        message.setHeader("Message-ID", messageId(alert.id()));
        message.setHeader(
                "References",
                messageId(alert.subject().kind() + '-' + alert.subject().id()));
        message.setHeader("Content-Language", "zh-CN");
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private String text(Notification alert) {
        return alert.title() + "\n\n" + alert.body() + "\n\n" + link(alert) + "\n\n-- \n您收到这封邮件，因为您是" + because(alert)
                + "。\n";
    }

    private String html(Notification alert) {
        return HTML.formatted(escape(alert.title()), escape(alert.body()), escape(link(alert)), because(alert));
    }

    private String link(Notification alert) {
        return properties.linkBase() + alert.link();
    }

    private String messageId(String left) {
        return '<' + left.replaceAll("[^A-Za-z0-9._-]", "_") + '@' + properties.domain() + '>';
    }

    private static String because(Notification alert) {
        String object = alert.subject().kind().equals("lead") ? "该线索" : "该项目";
        return object + reason(alert.because());
    }

    private static String reason(Because because) {
        return switch (because) {
            case SPONSOR -> "的包联领导";
            case DEPARTMENT_LEAD -> "的对接负责人";
            case OFFICER -> "的项目专员";
            case OWNER -> "的负责人";
            case STAND_IN -> "负责人离岗期间的代办人";
            case WATCHER -> "的关注者";
            case LEADER -> "所在开发区的分管领导";
            case ESCALATION -> "的上级负责人";
        };
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
