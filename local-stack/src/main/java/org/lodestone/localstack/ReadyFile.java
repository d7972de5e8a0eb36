package org.lodestone.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How a child tells its parent that it serves: it writes the file named by {@code lodestone.ready}. */
public final class ReadyFile {

    public static final String PROPERTY = "lodestone.ready";

    private ReadyFile() {}

    public static void announce() {
        @Nullable String file = System.getProperty(PROPERTY);
        if (file == null) {
            return;
        }
        try {
            Files.writeString(Path.of(file), "serving");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
