package org.lodestone.platform.table;

import java.io.IOException;

/** Of a file that may have several tables, each on a sheet of its own. */
public interface WorkbookWriter extends TableWriter {

    /** Goes on with another table, which begins with its header. */
    void sheet(String name) throws IOException;
}
