package org.lodestone.platform.document;

import org.lodestone.platform.document.StoredDocument.Edition;
import reactor.core.publisher.Mono;

/** Who owns documents in a service, told of what comes and goes. Told again after a crash: both do nothing the second time. */
public interface DocumentTarget {

    Mono<Void> added(StoredDocument document, Edition edition);

    /** The filing says which, who and when; its id is the same for the same removal. */
    Mono<Void> removed(Filing filing);
}
