package org.lodestone.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailSendException;

class RetryScheduleTests {

    @Test
    void mailIsTriedAgainForMostOfADay() {
        List<Duration> pauses = IntStream.rangeClosed(1, 7)
                .mapToObj(RetrySchedule::after)
                .flatMap(Optional::stream)
                .toList();

        assertThat(pauses)
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofHours(4),
                        Duration.ofHours(12));
    }

    @Test
    void whatTheServerRefusesForGoodIsNotTriedAgain() {
        assertThat(SmtpOutcome.of(answered(550)).permanent()).isTrue();
        assertThat(SmtpOutcome.of(answered(451)).permanent()).isFalse();
        assertThat(SmtpOutcome.of(new MailSendException("connection refused")).permanent())
                .isFalse();
    }

    private static MailSendException answered(int code) {
        return new MailSendException(
                Map.of(new Object(), new SMTPSendFailedException("DATA", code, "no", null, null, null, null)));
    }
}
