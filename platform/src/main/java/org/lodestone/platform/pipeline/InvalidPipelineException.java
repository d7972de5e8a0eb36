package org.lodestone.platform.pipeline;

import java.util.List;

/** A template's file does not hold together; the start ends with all of its faults. */
public final class InvalidPipelineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidPipelineException(String source, List<String> faults) {
        super(source + ": " + String.join("; ", faults));
    }
}
