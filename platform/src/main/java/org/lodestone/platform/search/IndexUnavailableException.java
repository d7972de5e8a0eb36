package org.lodestone.platform.search;

/** The index is being built; lists would show only a part. A 503 with Retry-After. */
public final class IndexUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IndexUnavailableException(String index) {
        super("The index of " + index + " is not ready");
    }
}
