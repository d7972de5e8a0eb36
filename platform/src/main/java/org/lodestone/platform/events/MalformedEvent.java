package org.lodestone.platform.events;

import org.jspecify.annotations.Nullable;

/** A record that is not one of our CloudEvents, or no longer. Reading it again will not help. */
public class MalformedEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
