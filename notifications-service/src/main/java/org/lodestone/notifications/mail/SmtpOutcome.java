package org.lodestone.notifications.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/**
 * What the mail server made of a message.
 *
 * @param answer its words, or those of the connection that failed
 * @param permanent a 5xx: asking again would be answered the same
 */
record SmtpOutcome(String answer, boolean permanent) {

    static final SmtpOutcome SENT = new SmtpOutcome("sent", false);

    private static final int LENGTH = 200;

    boolean isSent() {
        return equals(SENT);
    }

    static SmtpOutcome of(RuntimeException failure) {
        Deque<Throwable> causes = new ArrayDeque<>();
        causes.add(failure);
        if (failure instanceof MailSendException several) {
            causes.addAll(several.getFailedMessages().values());
        }
        boolean permanent = false;
        String answer = failure.toString();
        for (Throwable cause = causes.poll(); cause != null; cause = causes.poll()) {
            permanent |= code(cause) >= 500;
            answer = cause.getMessage() == null ? answer : cause.getMessage();
            push(causes, cause.getCause());
            push(causes, cause instanceof MessagingException mail ? mail.getNextException() : null);
        }
        String line = answer.replaceAll("\\s+", " ");
        return new SmtpOutcome(line.substring(0, Math.min(line.length(), LENGTH)), permanent);
    }

    private static void push(Deque<Throwable> causes, @Nullable Throwable cause) {
        if (cause != null) {
            causes.push(cause);
        }
    }

    private static int code(Throwable cause) {
        return switch (cause) {
            case SMTPAddressFailedException e -> e.getReturnCode();
            case SMTPSendFailedException e -> e.getReturnCode();
            case SMTPSenderFailedException e -> e.getReturnCode();
            case Throwable _ -> 0;
        };
    }
}
