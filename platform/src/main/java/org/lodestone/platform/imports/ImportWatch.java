package org.lodestone.platform.imports;

/** Hears of every row right after it was written and before that is noted: an {@link Error} thrown here stops the work as a kill would. */
public interface ImportWatch {

    void wrote(String importId, int row);
}
