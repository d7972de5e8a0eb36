package org.lodestone.localstack;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyedCollectionTests {

    private EmbeddedDatabase database;
    private MongoClient client;
    private MongoCollection<Document> people;

    @BeforeAll
    void start(@TempDir Path folder) {
        database = EmbeddedDatabase.start(folder);
        client = MongoClients.create(database.uri("test"));
        people = client.getDatabase("test").getCollection("people");
        people.createIndex(
                new Document("mail", 1), new IndexOptions().unique(true).sparse(true));
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            all.add(new Document("_id", "p%04d".formatted(i))
                    .append("mail", "m%04d".formatted(i))
                    .append("zone", i % 3 == 0 ? "140827" : "140522")
                    .append("version", i % 5));
        }
        people.insertMany(all);
    }

    @AfterAll
    void stop() {
        client.close();
        database.close();
    }

    @Test
    void whatWaitsIsKnownWhateverHappensToIt() {
        MongoCollection<Document> letters = client.getDatabase("test").getCollection("letters");
        Date monday = new Date(1_000);
        Date tuesday = new Date(2_000);
        letters.insertMany(List.of(
                new Document("_id", "a").append("_outboxAt", monday),
                new Document("_id", "b").append("_outboxAt", tuesday),
                new Document("_id", "c").append("_outboxAt", monday),
                new Document("_id", "d")));
        assertThat(ids(letters.find(lt("_outboxAt", tuesday)))).containsExactlyInAnyOrder("a", "c");

        letters.updateOne(eq("_id", "a"), Updates.unset("_outboxAt"));
        letters.updateOne(eq("_id", "d"), Updates.set("_outboxAt", monday));
        letters.deleteOne(eq("_id", "c"));
        assertThat(ids(letters.find(lt("_outboxAt", tuesday)))).containsExactly("d");

        letters.drop();
        assertThat(ids(letters.find(lt("_outboxAt", tuesday)))).isEmpty();
    }

    @Test
    void aKeyInsideAFilterStillChecksTheRest() {
        assertThat(ids(people.find(and(eq("_id", "p0003"), eq("zone", "140827")))))
                .containsExactly("p0003");
        assertThat(ids(people.find(and(eq("_id", "p0003"), eq("zone", "140522")))))
                .isEmpty();
        assertThat(ids(people.find(and(eq("_id", "p0003"), in("zone", "140522", "140827")))))
                .containsExactly("p0003");
        assertThat(ids(people.find(and(eq("_id", "p0003"), eq("_id", "p0004")))))
                .isEmpty();
        assertThat(ids(people.find(and(eq("mail", "m0007"), ne("version", 9))))).containsExactly("p0007");
    }

    @Test
    void manyIdsAreLookedUp() {
        Bson some = and(in("_id", "p0001", "p0002", "absent"), eq("version", 2));
        assertThat(ids(people.find(some))).containsExactly("p0002");
    }

    @Test
    void rangesOfIdsComeInOrderAndStopAtTheLimit() {
        assertThat(ids(people.find(and(gt("_id", "p0010"), lt("_id", "p0014")))))
                .containsExactly("p0011", "p0012", "p0013");
        assertThat(ids(people.find(gte("_id", "p0010")).sort(ascending("_id")).limit(2)))
                .containsExactly("p0010", "p0011");
        assertThat(ids(people.find(and(gte("_id", "p0010"), lt("_id", "p0020")))
                        .sort(descending("_id"))
                        .limit(2)))
                .containsExactly("p0019", "p0018");
        assertThat(ids(people.find(and(gt("_id", "p0010"), eq("zone", "140827")))
                        .limit(2)))
                .containsExactly("p0012", "p0015");
        assertThat(ids(people.find().sort(ascending("_id")).skip(5).limit(1))).containsExactly("p0005");
    }

    @Test
    void otherFiltersAreAnsweredAsBefore() {
        assertThat(ids(people.find(or(eq("_id", "p0001"), eq("mail", "m0002")))))
                .containsExactly("p0001", "p0002");
        assertThat(ids(people.find(regex("_id", "^p000[12]$")))).containsExactly("p0001", "p0002");
        assertThat(people.countDocuments(eq("zone", "140827"))).isEqualTo(667);
        assertThat(people.countDocuments(and(gte("_id", "p1000"), eq("zone", "140827"))))
                .isEqualTo(333);
        assertThat(ids(people.find(eq("_id", null)))).isEmpty();
        assertThat(ids(people.find(gt("_id", 5)))).isEmpty();
    }

    @Test
    void aGuardedUpdateChangesOneOrNothing() {
        Bson guard = and(eq("_id", "p1999"), eq("version", 4));
        assertThat(people.findOneAndUpdate(guard, Updates.set("version", 99))).isNotNull();
        assertThat(people.findOneAndUpdate(guard, Updates.set("version", 99))).isNull();
    }

    @Test
    void theHandshakeIsKnownByItsNewName() {
        Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
        assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
    }

    @Test
    void aTakenKeyIsRefused() {
        assertThatThrownBy(() -> people.insertOne(new Document("_id", "other").append("mail", "m0001")))
                .isInstanceOfSatisfying(
                        MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(11000));
    }

    private static List<String> ids(FindIterable<Document> found) {
        return found.map(each -> each.getString("_id")).into(new ArrayList<>());
    }
}
