package org.lodestone.platform.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.document.StoredDocument.Edition;
import reactor.core.publisher.Mono;

/** Who owns documents in a service, told of what comes and goes. Told again after a crash: the second time it does nothing. */
public interface DocumentTarget {

    Mono<Void> hear(Occurrence occurrence);

    enum What {
        ADDED,
        REMOVED,
        RESTORED
    }

    /**
     * @param key the same for the same occurrence
     * @param edition that came; absent where a whole document goes or comes back
     */
    record Occurrence(
            What what,
            String key,
            StoredDocument document,
            @Nullable Edition edition,
            Instant at,
            String by) {

        static Occurrence of(What what, Filing filing, StoredDocument document) {
            return new Occurrence(
                    what,
                    "document:" + filing.id() + ":" + what,
                    document,
                    filing.incoming() == null
                            ? null
                            : document.filed(filing.edition().ref()).orElse(document.latest()),
                    filing.act().at(),
                    filing.act().by());
        }
    }
}
