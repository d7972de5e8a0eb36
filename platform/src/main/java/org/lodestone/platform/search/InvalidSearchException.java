package org.lodestone.platform.search;

/** A list asked for in a way the schema does not know, or with a cursor that is none: the caller's mistake, a 400. */
public final class InvalidSearchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;

    InvalidSearchException(String parameter, String reason) {
        super(reason);
        this.parameter = parameter;
    }

    /** {@code cursor}, {@code sort}, {@code facets}, {@code limit}, or the field of a filter. */
    public String parameter() {
        return parameter;
    }
}
