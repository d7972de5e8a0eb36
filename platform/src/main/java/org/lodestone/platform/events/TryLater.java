package org.lodestone.platform.events;

import org.jspecify.annotations.Nullable;

/** What an effect throws when the same event will succeed later: it is tried again without limit, and order holds meanwhile. */
public class TryLater extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TryLater(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
