package org.lodestone.platform.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.process.Process;

/**
 * A document with all its editions; kept by the same guarded steps as a process, though nothing of it is ever left to do.
 *
 * @param id the owner's key and a code that follows from kind and title: the same title again is the same document
 * @param editions oldest first
 * @param removal when it was taken away; after a while nothing is left of its titles and files
 */
public record StoredDocument(
        String id,
        long version,
        DocumentOwner owner,
        About about,
        List<Edition> editions,
        @Nullable Removal removal) implements Process {

    /**
     * @param kind a code of the owner's kind
     * @param belongsTo what of the owner's it is about; the owner knows what that means
     */
    public record About(
            String kind,
            String title,
            @Nullable String number,
            @Nullable LocalDate on,
            @Nullable String belongsTo) {

        /** What is not said again stays as it was. */
        About onto(About before) {
            return new About(
                    kind,
                    title,
                    number == null ? before.number : number,
                    on == null ? before.on : on,
                    belongsTo == null ? before.belongsTo : belongsTo);
        }

        About bare() {
            return new About(kind, "", null, null, null);
        }
    }

    /**
     * One file.
     *
     * @param ref under which its bytes are kept
     * @param scanned whether a virus scanner found nothing; false where there is none
     */
    public record Edition(
            int number,
            String ref,
            String fileName,
            String type,
            long bytes,
            String sha256,
            Instant at,
            String by,
            boolean scanned) {

        Edition numbered(int place) {
            return new Edition(place, ref, fileName, type, bytes, sha256, at, by, scanned);
        }

        Edition bare() {
            return new Edition(number, ref, "", type, bytes, sha256, at, by, scanned);
        }
    }

    /** @param filing by which it went, and may be brought back */
    public record Removal(Instant at, String by, String filing) {}

    @Override
    public boolean finished() {
        return true;
    }

    /** What the wire calls it. */
    public String code() {
        return id.substring(owner.key().length());
    }

    public Edition latest() {
        return editions.getLast();
    }

    public Optional<Edition> edition(int number) {
        return editions.stream().filter(one -> one.number() == number).findFirst();
    }

    public boolean isRemoved() {
        return removal != null;
    }

    Optional<Edition> filed(String ref) {
        return editions.stream().filter(one -> one.ref().equals(ref)).findFirst();
    }

    StoredDocument with(About told, Edition added) {
        return filed(added.ref()).isPresent()
                ? this
                : new StoredDocument(
                        id,
                        version,
                        owner,
                        told.onto(about),
                        Stream.concat(editions.stream(), Stream.of(added.numbered(latest().number() + 1)))
                                .toList(),
                        null);
    }

    /** Not listed any more. */
    StoredDocument removed(Removal gone) {
        return isRemoved() ? this : new StoredDocument(id, version, owner, about, editions, gone);
    }

    StoredDocument restored() {
        return isRemoved() ? new StoredDocument(id, version, owner, about, editions, null) : this;
    }

    /** A tombstone: that there was one, of which kind, by whom. */
    StoredDocument bare() {
        return new StoredDocument(
                id,
                version,
                owner,
                about.bare(),
                editions.stream().map(Edition::bare).toList(),
                removal);
    }
}
