package org.lodestone.localstack;

import java.nio.file.Path;

/** The embedded database in a process of its own: {@code DatabaseProcess FOLDER PORT}. */
public final class DatabaseProcess {

    private DatabaseProcess() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        EmbeddedDatabase database =
                EmbeddedDatabase.start(folder, Integer.parseInt(arguments[1]), DatabaseProcess::giveUp);
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        ReadyFile.announce();
    }

    /** The store is closed after a failed write: only a new process can go on, and only from what is in the file. */
    private static void giveUp(RuntimeException cause) {
        System.err.println("The database file cannot be written (is the disk full?): " + cause.getMessage());
        Runtime.getRuntime().halt(1);
    }
}
