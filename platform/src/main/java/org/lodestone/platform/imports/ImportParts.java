package org.lodestone.platform.imports;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.file.Path;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.table.TableLimits;
import org.lodestone.platform.table.TableReader;
import org.lodestone.platform.table.Tables;

/** Where imports are kept and how their files are read. */
record ImportParts(
        ProcessStore<ImportProcess> processes,
        ImportRows rows,
        ImportFiles files,
        SavedColumns columns,
        ImportTarget target) {

    static final long MOST_BYTES = 10L << 20;

    static ImportParts of(MongoDatabase database, ImportTarget target) {
        return new ImportParts(
                new ProcessStore<>(database, ImportProcess.class, "imports"),
                new ImportRows(database),
                new ImportFiles(database),
                new SavedColumns(database),
                target);
    }

    /** Blocking; the header is found by what the target knows. */
    TableReader open(Path file) {
        TableLimits most = TableLimits.standard();
        TableLimits limits = new TableLimits(most.rows(), most.columns(), MOST_BYTES, most.inflatedBytes());
        return Tables.open(file, limits, heading -> target.field(heading).isPresent());
    }
}
