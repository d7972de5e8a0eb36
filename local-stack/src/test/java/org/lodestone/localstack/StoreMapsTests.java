package org.lodestone.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreMapsTests {

    private static final Document RICH = new Document("_id", "a")
            .append("text", "磁石 ')\"")
            .append("none", null)
            .append("int", 7)
            .append("long", 7L)
            .append("double", 0.1)
            .append("decimal", new Decimal128(new BigDecimal("12000.50")))
            .append("flag", true)
            .append("at", new Date(1_764_000_000_123L))
            .append("bytes", new Binary(new byte[] {0, 1, -1}))
            .append("many", Arrays.asList(1, "zwei", null, new Document("deep", List.of())))
            .append("empty", new Document());

    @Test
    void documentsComeBackFromTheFileAsTheyWereGiven(@TempDir Path folder) {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder);
                MongoClient client = MongoClients.create(database.uri("test"))) {
            client.getDatabase("test").getCollection("things").insertOne(RICH);
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder);
                MongoClient client = MongoClients.create(database.uri("test"))) {
            assertThat(client.getDatabase("test").getCollection("things").find().first())
                    .isEqualTo(RICH);
        }
    }

    @Test
    void aFileOfAnEarlierBuildIsTakenOverWithItsIndexes(@TempDir Path folder) {
        MongoServer former = new MongoServer(new H2Backend(new MVStore.Builder()
                .fileName(folder.resolve("lodestone.mv.db").toString())
                .open()));
        former.bind("127.0.0.1", 0);
        try (MongoClient client = MongoClients.create(
                "mongodb://127.0.0.1:" + former.getLocalAddress().getPort())) {
            MongoCollection<Document> things = client.getDatabase("test").getCollection("things");
            things.createIndex(new Document("zone", 1).append("number", 1), new IndexOptions().unique(true));
            things.insertOne(new Document(RICH).append("zone", "140827").append("number", 1L));
            things.insertOne(new Document("_id", "b").append("zone", "140827").append("number", 2L));
        }
        former.shutdownNow();

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder);
                MongoClient client = MongoClients.create(database.uri("test"))) {
            MongoCollection<Document> things = client.getDatabase("test").getCollection("things");
            assertThat(things.find(Filters.and(Filters.eq("zone", "140827"), Filters.eq("number", 1L)))
                            .first())
                    .isEqualTo(new Document(RICH).append("zone", "140827").append("number", 1L));
            assertThat(things.countDocuments()).isEqualTo(2);
            assertThatThrownBy(() -> things.insertOne(
                            new Document("_id", "c").append("zone", "140827").append("number", 2L)))
                    .isInstanceOf(MongoWriteException.class);
        }
        assertThat(folder.resolve("lodestone.mv.db")).doesNotExist();
    }

    @Test
    void indexesAreKeptInTheirOwnForm() {
        try (MVStore store = new MVStore.Builder().open()) {
            new KeyedDatabase("test", store, new CursorRegistry())
                    .openOrCreateUniqueIndex("things", "_id_", List.of(), false);
            assertThat(store.openMap("test.things._index__id_").getKeyType()).isSameAs(StoredKey.TYPE);
        }
    }

    @Test
    void keysAreOrderedWithoutContradictionWhateverTheyAreMadeOf() {
        List<KeyValue> keys = new ArrayList<>();
        for (Object one : Arrays.asList(
                null,
                Missing.getInstance(),
                1.0,
                -2.5,
                3L,
                "a",
                "b",
                "",
                true,
                false,
                new de.bwaldvogel.mongo.bson.Document("x", 1))) {
            keys.add(new KeyValue(one));
            for (Object other : Arrays.asList("z", 2.0, null)) {
                keys.add(new KeyValue(one, other));
            }
        }
        for (KeyValue one : keys) {
            for (KeyValue other : keys) {
                assertThat(Integer.signum(StoredKey.TYPE.compare(one, other)))
                        .isEqualTo(-Integer.signum(StoredKey.TYPE.compare(other, one)))
                        .matches(order -> (order == 0) == one.equals(other));
            }
        }
        MVMap<KeyValue, Object> map =
                MVStore.open(null).openMap("keys", new MVMap.Builder<KeyValue, Object>().keyType(StoredKey.TYPE));
        keys.forEach(key -> map.put(key, key.toString()));
        assertThat(keys).allSatisfy(key -> assertThat(map.get(key)).isEqualTo(key.toString()));
    }
}
