package org.lodestone.leads.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Lead;
import org.lodestone.platform.document.StoredDocument;
import org.lodestone.platform.document.StoredDocument.About;
import org.lodestone.platform.document.StoredDocument.Edition;
import org.lodestone.platform.security.Scope;

/**
 * A file of a lead as the wire has it, for one reader: its latest version, and all of them, newest first.
 *
 * @param paper the paper of the lead it was said to be of
 */
record FileView(
        String id,
        String leadId,
        String kind,
        String title,
        @Nullable String number,
        @Nullable LocalDate on,
        @Nullable String paper,
        int version,
        String fileName,
        String type,
        long bytes,
        String sha256,
        Instant at,
        String by,
        boolean scanned,
        List<Version> versions,
        boolean mayDownload,
        boolean mayRemove) {

    /** @param scanned whether a virus scanner found nothing in it; false where there is none */
    record Version(
            int version,
            String fileName,
            String type,
            long bytes,
            String sha256,
            Instant at,
            String by,
            boolean scanned) {

        static Version of(Edition edition) {
            return new Version(
                    edition.number(),
                    edition.fileName(),
                    edition.type(),
                    edition.bytes(),
                    edition.sha256(),
                    edition.at(),
                    edition.by(),
                    edition.scanned());
        }
    }

    static FileView of(StoredDocument document, Lead lead, Scope scope) {
        About about = document.about();
        Edition latest = document.latest();
        return new FileView(
                document.code(),
                lead.id(),
                about.kind(),
                about.title(),
                about.number(),
                about.on(),
                about.belongsTo(),
                latest.number(),
                latest.fileName(),
                latest.type(),
                latest.bytes(),
                latest.sha256(),
                latest.at(),
                latest.by(),
                latest.scanned(),
                document.editions().stream()
                        .sorted(Comparator.comparingInt(Edition::number).reversed())
                        .map(Version::of)
                        .toList(),
                FileAccess.downloads(lead, scope),
                FileAccess.removes(document, scope));
    }
}
