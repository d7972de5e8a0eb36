package org.lodestone.platform.events;

import java.util.List;
import java.util.Map;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** What is done about events, each of another aggregate. Idempotent, for after a crash it is done again. */
@FunctionalInterface
public interface Effect {

    /** The fields to set in the projection's own documents, by aggregate; of an aggregate that is not named none change. */
    Mono<Map<String, Document>> of(List<HeardEvent> events);
}
