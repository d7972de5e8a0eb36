package org.lodestone.platform.bulk;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.lodestone.platform.process.ProcessStore;

/** Where jobs and their rows are kept. */
record BulkParts(ProcessStore<BulkJob> jobs, ProcessStore<BulkChunk> chunks) {

    static BulkParts of(MongoDatabase database) {
        return new BulkParts(
                new ProcessStore<>(database, BulkJob.class, "bulkJobs"),
                new ProcessStore<>(database, BulkChunk.class, "bulkChunks"));
    }
}
