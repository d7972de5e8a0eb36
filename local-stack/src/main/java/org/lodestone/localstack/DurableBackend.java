package org.lodestone.localstack;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;

/**
 * The stock backend answers a write before it is in the file and loses it when the process is killed. This one answers
 * only after the commit, and a read waits likewise for what it saw, so that nobody acts on a write that may vanish.
 */
final class DurableBackend extends H2Backend {

    private final GroupCommit commits;

    DurableBackend(MVStore store, GroupCommit commits) {
        this.commits = commits;
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new KeyedDatabase(databaseName, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        return WriteCommands.isWrite(message.getDocument())
                ? commits.write(() -> super.handleMessage(message))
                : commits.read(() -> super.handleMessage(message));
    }

    /** The stock one knows the handshake only by its old name; health checks ask by the new one. */
    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (!command.equalsIgnoreCase("hello")) {
            return super.handleCommand(channel, database, command, query);
        }
        Document answer = super.handleCommand(channel, database, "isMaster", query);
        answer.put("isWritablePrimary", answer.getOrDefault("ismaster", true));
        return answer;
    }

    @Override
    public void close() {
        commits.close();
        super.close();
    }
}
