package org.lodestone.platform.privacy;

import java.time.Instant;
import java.util.List;

/**
 * What leads-service asks the others about a person. It lies on a topic of its own that is emptied as soon as all have answered, and kept
 * for an hour at most: nothing of it is an event.
 *
 * @param id the erasure's, or one made up for a search
 * @param records leads and registrations that are about the person: in what others keep of them, a name is theirs
 */
public record Inquiry(String id, Kind kind, Instant askedAt, Person person, List<String> records) {

    public enum Kind {
        /** Where, and how much. */
        SEARCH,
        /** The values, too. */
        EXPORT,
        /** Asked again until it is answered, which it is when nothing is left. */
        ERASURE
    }
}
