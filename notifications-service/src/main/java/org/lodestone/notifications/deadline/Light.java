package org.lodestone.notifications.deadline;

import org.lodestone.notifications.inbox.Notification.Severity;

/** How late something is. */
public enum Light {
    YELLOW(Severity.YELLOW),
    RED(Severity.RED);

    private final Severity severity;

    Light(Severity severity) {
        this.severity = severity;
    }

    Severity severity() {
        return severity;
    }
}
