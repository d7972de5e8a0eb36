package org.lodestone.platform.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.platform.aggregate.Parcels.await;
import static org.lodestone.platform.aggregate.Parcels.command;
import static org.lodestone.platform.aggregate.Parcels.done;
import static org.lodestone.platform.aggregate.Parcels.isEmpty;
import static org.lodestone.platform.aggregate.Parcels.zone;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.Topics;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class HistoryChainIT {

    private final AggregateStores stores = Parcels.stores();
    private final AggregateStore<Parcel> parcels = Parcels.of(stores, Topics.LEADS);
    private final MongoCollection<BsonDocument> lines = stores.database().getCollection("history", BsonDocument.class);

    private HistoryVerification verified() {
        return await(parcels.verify(zone("140827"), "one"));
    }

    /** Six versions, of which the first four are published. */
    private void told() {
        done(parcels.create(command(), Parcel.surveyed("one").captured(), 201));
        IntStream.rangeClosed(2, 6)
                .forEach(version ->
                        done(parcels.change("one", command(), 200, parcel -> parcel.renamed("第" + version + "块"))));
        publish(4);
    }

    private void publish(long until) {
        await(parcels.outbox().pending("one")).stream()
                .filter(event -> event.sequence() <= until)
                .forEach(event -> stores.history()
                        .insert("one", event.sequence(), event.entry())
                        .block());
        parcels.outbox().remove("one", until).block();
    }

    private BsonDocument line(long sequence) {
        return await(Mono.from(lines.find(Filters.eq("_id", "one:" + sequence)).first()));
    }

    private void put(BsonDocument line) {
        BsonValue id = line.get("_id");
        await(Mono.from(lines.replaceOne(
                Filters.eq("_id", id), line, new com.mongodb.client.model.ReplaceOptions().upsert(true))));
    }

    @Test
    void aHistoryIsIntactWhetherItWaitsOrIsPublished() {
        told();
        assertThat(verified()).isEqualTo(new HistoryVerification(true, 6, null, null));
        publish(6);
        assertThat(verified()).isEqualTo(new HistoryVerification(true, 6, null, null));
        assertThat(isEmpty(parcels.verify(zone("999999"), "one"))).isTrue();
    }

    @Test
    void everyAlteredFieldIsNoticed() {
        told();
        BsonDocument good = line(3);
        for (String field : good.keySet()) {
            if (!field.equals("_id")) {
                BsonDocument bad = good.clone();
                bad.put(field, altered(good.get(field)));
                put(bad);
                assertThat(verified().brokenAt()).as(field).isEqualTo(3);
                bad.remove(field);
                bad.put("sequence", good.get("sequence"));
                put(bad);
                assertThat(
                                field.equals("sequence")
                                        ? Long.valueOf(3)
                                        : verified().brokenAt())
                        .as("without " + field)
                        .isEqualTo(3);
            }
        }
        put(good);
        assertThat(verified().intact()).isTrue();
    }

    private static BsonValue altered(BsonValue value) {
        return switch (value.getBsonType()) {
            case INT64 -> new BsonInt64(value.asInt64().getValue() + 1);
            case DATE_TIME -> new org.bson.BsonDateTime(value.asDateTime().getValue() + 1);
            case STRING -> new BsonString(value.asString().getValue() + " ");
            case BINARY -> new org.bson.BsonBinary(new byte[32]);
            case ARRAY -> {
                BsonDocument change = value.asArray().getFirst().asDocument().clone();
                change.put("after", new BsonString("另一块"));
                yield new org.bson.BsonArray(java.util.List.of(change));
            }
            default -> throw new IllegalStateException("what is altered here: " + value);
        };
    }

    @Test
    void aRemovedLineIsNamed() {
        told();
        await(Mono.from(lines.deleteOne(Filters.eq("_id", "one:2"))));
        assertThat(verified()).isEqualTo(new HistoryVerification(false, 1, null, 2L));
    }

    @Test
    void linesTakenFromTheEndAreMissed() {
        told();
        publish(6);
        await(Mono.from(lines.deleteOne(Filters.eq("_id", "one:6"))));
        assertThat(verified().brokenAt()).isEqualTo(6);
    }

    @Test
    void aLinePutInIsNamed() {
        told();
        BsonDocument seventh = line(4).append("_id", new BsonString("one:7")).append("sequence", new BsonInt64(7));
        put(seventh);
        assertThat(verified().brokenAt()).isEqualTo(7);
        await(Mono.from(lines.deleteOne(Filters.eq("_id", "one:7"))));
        put(line(4).append("_id", new BsonString("one:3")));
        assertThat(verified().brokenAt()).isEqualTo(3);
    }

    @Test
    void linesThatChangedPlacesAreNamed() {
        told();
        BsonDocument second = line(2);
        BsonDocument third = line(3);
        put(second.clone().append("_id", new BsonString("one:3")).append("sequence", new BsonInt64(3)));
        put(third.clone().append("_id", new BsonString("one:2")).append("sequence", new BsonInt64(2)));
        assertThat(verified().brokenAt()).isEqualTo(2);
    }

    @Test
    void anotherAggregatesLineIsNoneOfThisOne() {
        told();
        done(parcels.create(command(), Parcel.surveyed("two").captured(), 201));
        BsonDocument foreign = await(parcels.outbox().pending("two")).getFirst().entry();
        put(foreign.append("_id", new BsonString("one:1")));
        assertThat(verified().brokenAt()).isEqualTo(1);
    }

    @Test
    void whatIsOlderThanTheChainProvesNothingAndBreaksNothing() {
        told();
        publish(6);
        await(Mono.from(stores.database()
                .getCollection("parcels")
                .updateOne(Filters.eq("_id", "one"), Updates.unset(HistoryChain.FIELD))));
        await(Flux.range(1, 6)
                .concatMap(sequence ->
                        Mono.from(lines.updateOne(Filters.eq("_id", "one:" + sequence), Updates.unset("hash"))))
                .then(Mono.just(true)));
        assertThat(verified()).isEqualTo(new HistoryVerification(true, 0, 6L, null));

        done(parcels.change("one", command(), 200, parcel -> parcel.renamed("新块")));
        assertThat(verified()).isEqualTo(new HistoryVerification(true, 1, 6L, null));
    }

    @Test
    void anErasedValueIsGoneWithItsSaltAndTheChainStillHolds() {
        told();
        BsonDocument erased = Objects.requireNonNull(
                SealedEntry.erased(line(3), value -> value.toString().contains("第3块")));
        put(erased);

        assertThat(line(3).toJson()).doesNotContain("第3块").doesNotContain("第2块").doesNotContain("salt");
        assertThat(verified()).isEqualTo(new HistoryVerification(true, 6, null, null));
        assertThat(await(parcels.history(zone("140827"), "one", 4L, 1))
                        .getFirst()
                        .changes())
                .contains(new HistoryEntry.Change("name", null, null, true));
        assertThat(SealedEntry.erased(erased, value -> value.toString().contains("第3块")))
                .isNull();
    }

    @Test
    void twoLinesWithTheSameValueHaveDifferentCommitments() {
        told();
        BsonDocument one = Objects.requireNonNull(SealedEntry.erased(line(3), _ -> true));
        BsonDocument again = SealedEntry.seal(line(3), new byte[32]);
        assertThat(Objects.requireNonNull(SealedEntry.erased(again, _ -> true)).getArray("changes"))
                .isNotEqualTo(one.getArray("changes"));
    }

    @Test
    void oneAlteredBitAnywhereInARandomHistoryIsNamedAtItsLine() {
        told();
        publish(6);
        Random random = new Random(20261124);
        for (int i = 0; i < 40; i++) {
            long sequence = 1 + random.nextInt(6);
            BsonDocument good = line(sequence);
            BsonDocument bad = good.clone();
            byte[] salt = bad.getArray("changes")
                    .getFirst()
                    .asDocument()
                    .getBinary("salt")
                    .getData()
                    .clone();
            salt[random.nextInt(salt.length)] ^= (byte) (1 << random.nextInt(8));
            bad.getArray("changes").getFirst().asDocument().put("salt", new org.bson.BsonBinary(salt));
            put(bad);
            assertThat(verified().brokenAt()).isEqualTo(sequence);
            put(good);
        }
        assertThat(verified().intact()).isTrue();
    }
}
