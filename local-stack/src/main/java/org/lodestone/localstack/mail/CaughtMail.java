package org.lodestone.localstack.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One mail to one recipient, as it was caught. */
record CaughtMail(
        String id,
        Instant at,
        String to,
        @Nullable String from,
        @Nullable String subject,
        @Nullable String messageId,
        @Nullable String text,
        @Nullable String html) {}
