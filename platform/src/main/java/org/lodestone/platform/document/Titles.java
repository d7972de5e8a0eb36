package org.lodestone.platform.document;

import org.lodestone.platform.aggregate.AggregateIds;
import org.lodestone.platform.document.StoredDocument.About;

/**
 * How documents are named: what has the same owner, kind and title is one document. A removed one keeps its name for good, and what
 * comes under its title later is counted on: {@code CODE}, {@code CODE.2}, {@code CODE.3}.
 */
final class Titles {

    private static final char COUNTED = '.';

    private Titles() {}

    static String first(DocumentOwner owner, About about) {
        return owner.key() + AggregateIds.of(owner.key() + about.kind() + "\n" + about.title());
    }

    static String after(String document) {
        String series = series(document);
        int count =
                series.length() == document.length() ? 1 : Integer.parseInt(document.substring(series.length() + 1));
        return series + COUNTED + (count + 1);
    }

    static String series(String document) {
        int dot = document.lastIndexOf(COUNTED);
        return dot < document.lastIndexOf(':') ? document : document.substring(0, dot);
    }
}
