package org.lodestone.platform.search;

import java.time.Instant;

/** What is counted apart. */
public sealed interface Grouping {

    /** Everything as one. */
    record Together() implements Grouping {}

    /** By the value of a keyword field that has at most one. */
    record By(String field) implements Grouping {}

    /** By what a timeline's value was at that moment. */
    record ByThen(String timeline, Instant at) implements Grouping {}
}
