package org.lodestone.platform.document;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.document.StoredDocument.About;
import org.lodestone.platform.document.StoredDocument.Edition;
import org.lodestone.platform.process.Process;

/**
 * One file on its way in, or one document on its way out; what a kill leaves of it is finished or swept.
 *
 * @param document id of the document
 * @param incoming the file that comes; absent where a document goes
 * @param act who does this, and when by the business clock
 * @param since by the system's clock
 */
public record Filing(
        String id,
        long version,
        State state,
        DocumentOwner owner,
        String document,
        @Nullable Incoming incoming,
        Act act,
        Instant since)
        implements Process {

    public record Incoming(About about, Edition edition) {}

    public record Act(Instant at, String by) {}

    /** In: KEEPING its bytes, LISTING what is whole, or DROPPING what nobody will finish. Out: REMOVING, HELD to be brought back, PURGING. */
    public enum State {
        KEEPING,
        LISTING,
        DONE,
        DROPPING,
        DROPPED,
        REMOVING,
        HELD,
        RESTORING,
        RESTORED,
        PURGING,
        PURGED
    }

    @Override
    public boolean finished() {
        return switch (state) {
            case KEEPING, LISTING, DROPPING, REMOVING, HELD, RESTORING, PURGING -> false;
            case DONE, DROPPED, RESTORED, PURGED -> true;
        };
    }

    About about() {
        return Objects.requireNonNull(incoming).about();
    }

    Edition edition() {
        return Objects.requireNonNull(incoming).edition();
    }

    Filing enter(State next) {
        return new Filing(id, version, next, owner, document, incoming, act, since);
    }

    Filing enter(State next, Act by) {
        return new Filing(id, version, next, owner, document, incoming, by, since);
    }

    Filing into(String other) {
        return new Filing(id, version, state, owner, other, incoming, act, since);
    }

    /** Over: what it was called is no longer its affair. */
    Filing end(State last) {
        Incoming bare =
                incoming == null ? null : new Incoming(about().bare(), edition().bare());
        return new Filing(id, version, last, owner, document, bare, act, since);
    }

    /** The same file for the same place. */
    boolean isOf(Filing other) {
        return incoming != null
                && Titles.series(document).equals(Titles.series(other.document))
                && edition().sha256().equals(other.edition().sha256());
    }
}
