package org.lodestone.platform.document;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.document.DocumentProperties.ClamAvd;
import org.lodestone.platform.document.DocumentProperties.S3;
import org.lodestone.platform.process.ProcessStore;

/** Where documents, their bytes and the work on them are kept. */
record DocumentParts(
        ProcessStore<StoredDocument> documents,
        ProcessStore<Filing> filings,
        DocumentBytes bytes,
        @Nullable ClamAv scanner,
        DocumentProperties properties)
        implements AutoCloseable {

    static DocumentParts of(MongoDatabase database, DocumentProperties properties) {
        S3 s3 = properties.s3();
        ClamAvd daemon = properties.clamav();
        return new DocumentParts(
                new ProcessStore<>(database, StoredDocument.class, "documents"),
                new ProcessStore<>(database, Filing.class, "documentFilings"),
                s3 == null ? new GridFsBytes(database) : new S3Bytes(s3),
                daemon == null ? null : new ClamAv(daemon),
                properties);
    }

    @Override
    public void close() {
        bytes.close();
    }
}
