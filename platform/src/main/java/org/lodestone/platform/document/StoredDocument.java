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
 * @param removal when it was taken away; then nothing is left of its titles and files
 */
public record StoredDocument(
        String id,
        long version,
        DocumentOwner owner,
        About about,
        List<Edition> editions,
        @Nullable Removal removal)
        implements Process {

    /** @param kind a code of the owner's kind */
    public record About(
            String kind,
            String title,
            @Nullable String number,
            @Nullable LocalDate on) {}

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

    public record Removal(Instant at, String by) {}

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

    boolean lists(String ref) {
        return editions.stream().anyMatch(one -> one.ref().equals(ref));
    }

    /** A number goes on counting, also after a removal. */
    StoredDocument with(About told, Edition added) {
        if (lists(added.ref())) {
            return this;
        }
        List<Edition> before = isRemoved() ? List.of() : editions;
        About merged = new About(
                told.kind(),
                told.title(),
                told.number() == null && !isRemoved() ? about.number() : told.number(),
                told.on() == null && !isRemoved() ? about.on() : told.on());
        Edition next = added.numbered(latest().number() + 1);
        return new StoredDocument(
                id, version, owner, merged, Stream.concat(before.stream(), Stream.of(next)).toList(), null);
    }

    /** A tombstone: that there was one, of which kind, by whom. */
    StoredDocument without(Removal gone) {
        return isRemoved()
                ? this
                : new StoredDocument(
                        id,
                        version,
                        owner,
                        new About(about.kind(), "", null, null),
                        editions.stream().map(Edition::bare).toList(),
                        gone);
    }
}
