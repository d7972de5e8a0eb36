package org.lodestone.localstack.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lodestone.localstack.ReadyFile;

/** The mail sink in a process of its own: {@code MailProcess FOLDER SMTP_PORT HTTP_PORT}. */
public final class MailProcess {

    private MailProcess() {}

    public static void main(String[] arguments) throws IOException {
        MailFolder mails = new MailFolder(Path.of(arguments[0]));
        GreenMail server =
                new GreenMail(new ServerSetup(Integer.parseInt(arguments[1]), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        UserManager users = server.getUserManager();
        users.setAuthRequired(false);
        users.setMessageDeliveryHandler((message, recipient) -> take(mails, users, message, recipient));
        server.start();
        MailViewer.serve(mails, Integer.parseInt(arguments[2]));
        ReadyFile.announce();
    }

    private static GreenMailUser take(MailFolder mails, UserManager users, MovingMessage message, MailAddress recipient)
            throws MessagingException, UserException {
        try {
            mails.store(message.getMessage(), recipient.getEmail());
        } catch (IOException e) {
            throw new MessagingException("the mail could not be kept", e);
        }
        @Nullable GreenMailUser known = users.getUserByEmail(recipient.getEmail());
        return known != null ? known : users.createUser(recipient.getEmail(), recipient.getEmail(), "unused");
    }
}
