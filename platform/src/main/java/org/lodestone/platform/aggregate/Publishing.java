package org.lodestone.platform.aggregate;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.Event;

/**
 * How the event of a change is published.
 *
 * @param payload an event as the bytes that are published
 * @param traceparent the trace it goes on in, or {@code null}
 */
record Publishing(Function<Event, byte[]> payload, @Nullable String traceparent) {}
