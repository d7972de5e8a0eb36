package org.lodestone.localstack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTests {

    private static final String MAIL = """
            From: =?UTF-8?B?56OB55+z?= <lodestone@lodestone.example>
            Message-ID: <1@lodestone.example>
            Subject: =?UTF-8?B?6aG555uu?=
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            words
            --b
            Content-Type: text/html; charset=utf-8

            <p>words</p>
            --b--
            """;

    @TempDir
    Path folder;

    @Test
    void aMailCanBeReadAgainAlsoByTheNextProcess() throws Exception {
        new MailFolder(folder).store(mail(), "leader.yuanqu@lodestone.example");
        CaughtMail caught = new MailFolder(folder).newest(10).getFirst();
        assertThat(caught.to()).isEqualTo("leader.yuanqu@lodestone.example");
        assertThat(caught.from()).isEqualTo("\"磁石\" <lodestone@lodestone.example>");
        assertThat(caught.subject()).isEqualTo("项目");
        assertThat(caught.messageId()).isEqualTo("<1@lodestone.example>");
        assertThat(caught.text()).contains("words");
        assertThat(caught.html()).contains("<p>words</p>");
    }

    @Test
    void theNewestComesFirst() throws Exception {
        MailFolder mails = new MailFolder(folder);
        mails.store(mail(), "first@lodestone.example");
        mails.store(mail(), "second@lodestone.example");
        assertThat(mails.newest(10))
                .extracting(CaughtMail::to)
                .containsExactly("second@lodestone.example", "first@lodestone.example");
        assertThat(mails.find(mails.newest(1).getFirst().id()))
                .map(CaughtMail::to)
                .contains("second@lodestone.example");
    }

    @Test
    void aRecipientCannotLeaveTheFolder() throws Exception {
        new MailFolder(folder).store(mail(), "../../x@lodestone.example");
        assertThat(new MailFolder(folder).newest(10)).hasSize(1);
    }

    private static MimeMessage mail() throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(MAIL.getBytes(StandardCharsets.UTF_8)));
    }
}
