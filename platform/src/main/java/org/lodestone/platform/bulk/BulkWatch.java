package org.lodestone.platform.bulk;

/** Is told of every row between its work and the record of it: the moment at which a kill would hurt most. */
public interface BulkWatch {

    void worked(BulkJob job, String row);
}
