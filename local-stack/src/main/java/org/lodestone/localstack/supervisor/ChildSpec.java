package org.lodestone.localstack.supervisor;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One process: how it is started and how it is known to serve.
 *
 * @param command made only when it is started: services are unpacked then, and never while they run
 * @param port what it listens on, for people to see
 * @param readiness asked until it answers 200; {@code null} for a child that writes its ready file itself
 * @param after the children that must serve before this one is started
 */
record ChildSpec(
        String name,
        int port,
        Supplier<List<String>> command,
        Map<String, String> environment,
        @Nullable URI readiness,
        Set<String> after) {}
