package org.lodestone.platform.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.document.StoredDocument.About;
import org.lodestone.platform.document.StoredDocument.Edition;
import org.lodestone.platform.document.StoredDocument.Removal;
import org.lodestone.platform.process.Process;

/**
 * One file on its way in, or one document on its way out; what a kill leaves of it is finished or swept.
 *
 * @param document id of the document
 * @param edition that comes, or the last one of what goes
 * @param since by the system's clock
 */
public record Filing(
        String id,
        long version,
        State state,
        DocumentOwner owner,
        String document,
        About about,
        Edition edition,
        @Nullable Removal removal,
        Instant since)
        implements Process {

    /** KEEPING: its bytes are being written. LISTING: they are whole. DROPPING: nobody will finish it. REMOVING: it goes. */
    public enum State {
        KEEPING,
        LISTING,
        DONE,
        DROPPING,
        DROPPED,
        REMOVING,
        REMOVED
    }

    @Override
    public boolean finished() {
        return switch (state) {
            case KEEPING, LISTING, DROPPING, REMOVING -> false;
            case DONE, DROPPED, REMOVED -> true;
        };
    }

    /** What wire and owner call the document. */
    public String code() {
        return document.substring(owner.key().length());
    }

    Filing enter(State next) {
        return new Filing(id, version, next, owner, document, about, edition, removal, since);
    }

    /** Over: what it was called is no longer its affair. */
    Filing end(State last) {
        About nothing = new About(about.kind(), "", null, null);
        return new Filing(id, version, last, owner, document, nothing, edition.bare(), removal, since);
    }

    boolean isOf(Filing other) {
        return document.equals(other.document) && edition.sha256().equals(other.edition.sha256());
    }
}
