package org.lodestone.platform.search;

/** How an aggregate looks to the index. A change of what it puts needs a new version of the schema. */
public interface SearchMapping<A> {

    SearchSchema schema();

    /** {@code id}, {@code zone} and {@code park} are put by the index itself. */
    void map(A aggregate, SearchDocument doc);

    /** At least its texts, which a list shows where they were found: the rest may cost more than to find it. */
    default void texts(A aggregate, SearchDocument doc) {
        map(aggregate, doc);
    }

    /** Whether lists may show it; what is withdrawn stays as a tombstone, so that an older version cannot come back. */
    default boolean listed(A aggregate) {
        return true;
    }
}
