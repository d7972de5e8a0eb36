package org.lodestone.localstack;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which commands change the store: all but the few that are known only to read. */
final class WriteCommands {

    private static final Set<String> READS = Set.of(
            "find",
            "getmore",
            "killcursors",
            "count",
            "distinct",
            "hello",
            "ismaster",
            "ping",
            "buildinfo",
            "listcollections",
            "listindexes",
            "listdatabases",
            "dbstats",
            "collstats",
            "serverstatus",
            "endsessions");

    private WriteCommands() {}

    static boolean isWrite(Document command) {
        String name = command.keySet().iterator().next().toLowerCase(Locale.ROOT);
        if (name.equals("aggregate")) {
            return command.get("pipeline") instanceof List<?> stages
                    && stages.stream().anyMatch(WriteCommands::storesItsResult);
        }
        return !READS.contains(name);
    }

    private static boolean storesItsResult(Object stage) {
        return stage instanceof Document document && (document.containsKey("$out") || document.containsKey("$merge"));
    }
}
