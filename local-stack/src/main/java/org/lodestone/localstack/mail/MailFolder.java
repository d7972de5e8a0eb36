package org.lodestone.localstack.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps each mail in a file before the sender is told that it was taken. The newest are kept, the rest is forgotten. */
final class MailFolder {

    private static final int KEPT = 2000;

    private final Path folder;
    private final Session session = Session.getInstance(new Properties());
    private long last;

    MailFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    synchronized void store(MimeMessage message, String recipient) throws IOException, MessagingException {
        last = Math.max(last + 1, System.currentTimeMillis());
        Path draft = folder.resolve(last + ".draft");
        try (OutputStream out = Files.newOutputStream(draft)) {
            message.writeTo(out, new String[] {"X-Caught-For"});
        }
        Files.move(draft, folder.resolve(last + "_" + safe(recipient) + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        for (Path tooOld : files().skip(KEPT).toList()) {
            Files.deleteIfExists(tooOld);
        }
    }

    private static String safe(String recipient) {
        return recipient.replaceAll("[^A-Za-z0-9@._+-]", "_");
    }

    /** Newest first. */
    List<CaughtMail> newest(int limit) throws IOException {
        List<CaughtMail> mails = new ArrayList<>();
        for (Path file : files().limit(limit).toList()) {
            mails.add(read(file));
        }
        return mails;
    }

    Optional<CaughtMail> find(String id) throws IOException {
        Optional<Path> file = files().filter(each -> id(each).equals(id)).findFirst();
        return file.isPresent() ? Optional.of(read(file.get())) : Optional.empty();
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all
                    .filter(each -> each.toString().endsWith(".eml"))
                    .sorted(Comparator.comparing(MailFolder::id).reversed())
                    .toList()
                    .stream();
        }
    }

    private static String id(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.indexOf('_'));
    }

    private CaughtMail read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(session, in);
            return new CaughtMail(
                    id(file),
                    Instant.ofEpochMilli(Long.parseLong(id(file))),
                    name.substring(name.indexOf('_') + 1, name.length() - ".eml".length()),
                    sender(message),
                    message.getSubject(),
                    message.getMessageID(),
                    content(message, "text/plain"),
                    content(message, "text/html"));
        } catch (MessagingException e) {
            throw new IOException("not a mail: " + file, e);
        }
    }

    private static @Nullable String sender(MimeMessage message) throws MessagingException {
        return message.getFrom() == null || message.getFrom().length == 0
                ? null
                : ((InternetAddress) message.getFrom()[0]).toUnicodeString();
    }

    private static @Nullable String content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                @Nullable String found = content(each, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
