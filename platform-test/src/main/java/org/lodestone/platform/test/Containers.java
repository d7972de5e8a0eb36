package org.lodestone.platform.test;

import org.testcontainers.DockerClientFactory;

/** Whether Docker answers, asked once. */
final class Containers {

    private Containers() {}

    private static final class Holder {
        private static final boolean AVAILABLE = ask();
    }

    static boolean available() {
        return Holder.AVAILABLE;
    }

    private static boolean ask() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
