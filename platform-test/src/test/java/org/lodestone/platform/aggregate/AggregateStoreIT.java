package org.lodestone.platform.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lodestone.platform.aggregate.Parcels.await;
import static org.lodestone.platform.aggregate.Parcels.command;
import static org.lodestone.platform.aggregate.Parcels.done;
import static org.lodestone.platform.aggregate.Parcels.isEmpty;
import static org.lodestone.platform.aggregate.Parcels.park;
import static org.lodestone.platform.aggregate.Parcels.zone;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.security.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class AggregateStoreIT {

    private final List<Aggregate> committed = new CopyOnWriteArrayList<>();
    private final AggregateStores stores = Parcels.stores(commit -> committed.add(commit.aggregate()));
    private final AggregateStore<Parcel> parcels = Parcels.of(stores, Topics.LEADS);

    private Parcel created(Parcel parcel) {
        return done(parcels.create(command(), parcel.captured(), 201));
    }

    private BsonDocument raw(String id) {
        return await(Mono.from(stores.database()
                .getCollection("parcels", BsonDocument.class)
                .find(new BsonDocument("_id", new org.bson.BsonString(id)))
                .first()));
    }

    @Test
    void everyKindOfComponentComesBackAsItWas() {
        Parcel stored = created(Parcel.surveyed("all-kinds"));
        Parcel found = await(parcels.find(zone("140827"), "all-kinds"));
        assertThat(found).isEqualTo(stored);
        assertThat(found.version()).isEqualTo(1);
        assertThat(found.survey()).isEqualTo(Parcel.surveyed("x").survey());
        assertThat(found.visits()).isEqualTo(Parcel.surveyed("x").visits());
        assertThat(parcels.decode(parcels.encode(found))).isEqualTo(found);
    }

    @Test
    void aComponentThatBecomesNullLeavesTheDocument() {
        created(Parcel.surveyed("unset"));
        assertThat(raw("unset")).containsKey("survey");
        Parcel changed = done(parcels.change("unset", command(), 200, Parcel::unsurveyed));
        assertThat(changed.survey()).isNull();
        assertThat(raw("unset")).doesNotContainKey("survey");
        assertThat(changed.version()).isEqualTo(2);
    }

    @Test
    void theChangeItsEventAndItsHistoryAreOneDocument() {
        created(Parcel.plain("one"));
        done(parcels.change("one", command(), 200, parcel -> parcel.renamed("南块")));
        List<PendingEvent> pending = await(parcels.outbox().pending("one"));
        assertThat(pending).extracting(PendingEvent::sequence).containsExactly(1L, 2L);
        assertThat(pending).extracting(PendingEvent::type).containsExactly("lead.captured.v1", "lead.changed.v1");
        assertThat(raw("one")).containsKey(PendingEvent.SINCE);
        assertThat(committed).extracting(Aggregate::version).containsExactly(1L, 2L);
    }

    @Test
    void theHistoryTellsFieldsBeforeAndAfterNewestFirst() {
        created(Parcel.surveyed("told"));
        done(parcels.change("told", command(), 200, parcel -> parcel.renamed("南块")));
        done(parcels.change("told", command(), 200, Parcel::unsurveyed));
        List<HistoryEntry> history = await(parcels.history(zone("140827"), "told", null, 10));
        assertThat(history).extracting(HistoryEntry::sequence).containsExactly(3L, 2L, 1L);
        assertThat(history.get(1).changes()).containsExactly(new HistoryEntry.Change("name", "北块", "南块"));
        assertThat(history.get(0).changes())
                .contains(new HistoryEntry.Change("survey.mu", "120.50", null))
                .contains(new HistoryEntry.Change("survey.on", "2026-11-01", null))
                .contains(new HistoryEntry.Change("survey.soil", "CLAY", null));
        assertThat(await(parcels.history(zone("140827"), "told", 3L, 1)))
                .extracting(HistoryEntry::sequence)
                .containsExactly(2L);
        assertThat(isEmpty(parcels.history(zone("999999"), "told", null, 10))).isTrue();
    }

    @Test
    void theHistoryHasALineWhetherItWaitsOrIsPublished() {
        created(Parcel.plain("merged"));
        done(parcels.change("merged", command(), 200, parcel -> parcel.renamed("南块")));
        PendingEvent first = await(parcels.outbox().pending("merged")).getFirst();
        stores.history().insert("merged", 1, first.entry()).block();
        stores.history().insert("merged", 1, first.entry()).block();
        parcels.outbox().remove("merged", 1).block();
        assertThat(await(parcels.outbox().pending("merged")))
                .extracting(PendingEvent::sequence)
                .containsExactly(2L);
        assertThat(await(parcels.history(zone("140827"), "merged", null, 10)))
                .extracting(HistoryEntry::sequence)
                .containsExactly(2L, 1L);
    }

    @Test
    void anEmptyOutboxLeavesNoTraceAndNoOtherVersion() {
        created(Parcel.plain("emptied"));
        parcels.outbox().remove("emptied", 1).block();
        assertThat(raw("emptied")).doesNotContainKeys(PendingEvent.FIELD, PendingEvent.SINCE);
        assertThat(await(parcels.load("emptied")).version()).isEqualTo(1);
    }

    @Test
    void theSameKeyWithTheSameBodyIsAnsweredAgainWithoutASecondEffect() {
        Command create = command(zone("140827"), "liu /parcels k1", "a", null);
        String id = parcels.newId(create);
        Decision<Parcel> first = Parcel.plain(id).captured();
        done(parcels.create(create, first, 201));
        assertThat(await(parcels.create(create, first, 201))).isInstanceOfSatisfying(Outcome.Replayed.class, replay -> {
            assertThat(replay.status()).isEqualTo(201);
            assertThat(replay.aggregate().version()).isEqualTo(1);
        });
        Command change = command(zone("140827"), "liu /parcels/x k2", "b", 1L);
        done(parcels.change(id, change, 202, parcel -> parcel.renamed("南块")));
        assertThat(await(parcels.change(id, change, 202, parcel -> parcel.renamed("南块"))))
                .isEqualTo(new Outcome.Replayed<>(await(parcels.load(id)), 202));
        assertThat(await(parcels.load(id)).version()).isEqualTo(2);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        Command create = command(zone("140827"), "liu /parcels k3", "a", null);
        String id = parcels.newId(create);
        done(parcels.create(create, Parcel.plain(id).captured(), 201));
        Command other = command(zone("140827"), "liu /parcels k3", "another", null);
        assertThat(parcels.newId(other)).isEqualTo(id);
        assertThat(await(parcels.create(other, Parcel.plain(id).captured(), 201)))
                .isInstanceOf(Outcome.KeyReused.class);
        done(parcels.change(id, command(zone("140827"), "k4", "b", null), 200, parcel -> parcel.renamed("南块")));
        assertThat(await(parcels.change(
                        id, command(zone("140827"), "k4", "c", null), 200, parcel -> parcel.renamed("西块"))))
                .isInstanceOf(Outcome.KeyReused.class);
        assertThat(await(parcels.load(id)).name()).isEqualTo("南块");
    }

    @Test
    void fiftyTimesTheSameCommandAtOnceIsOneParcel() {
        Command create = command(zone("140827"), "liu /parcels k5", "a", null);
        String id = parcels.newId(create);
        List<Outcome<Parcel>> outcomes = await(Flux.range(0, 50)
                .flatMap(_ -> parcels.create(create, Parcel.plain(id).captured(), 201), 50)
                .collectList());
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Replayed.class::isInstance).hasSize(49);
        Command change = command(zone("140827"), "liu /parcels/y k6", "b", null);
        List<Outcome<Parcel>> changes = await(Flux.range(0, 20)
                .flatMap(_ -> parcels.change(id, change, 200, parcel -> parcel.renamed("南块")), 20)
                .collectList());
        assertThat(changes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(changes).filteredOn(Outcome.Replayed.class::isInstance).hasSize(19);
        assertThat(await(parcels.load(id)).version()).isEqualTo(2);
    }

    @Test
    void anotherVersionThanExpectedIsStale() {
        created(Parcel.plain("stale"));
        done(parcels.change("stale", command(zone("140827"), null, "a", 1L), 200, parcel -> parcel.renamed("南块")));
        assertThat(await(parcels.change(
                        "stale", command(zone("140827"), null, "b", 1L), 200, parcel -> parcel.renamed("西块"))))
                .isEqualTo(new Outcome.Stale<>(await(parcels.load("stale"))));
    }

    @Test
    void ofSixteenWritersWithTheSameVersionOneWins() {
        created(Parcel.plain("raced"));
        List<Outcome<Parcel>> outcomes = raceOn(parcels, "raced");
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Stale.class::isInstance).hasSize(15);
        assertThat(await(parcels.load("raced")).version()).isEqualTo(2);
    }

    static List<Outcome<Parcel>> raceOn(AggregateStore<Parcel> parcels, String id) {
        return await(Flux.range(0, 16)
                .flatMap(
                        writer -> parcels.change(
                                id,
                                command(zone("140827"), null, "w" + writer, 1L),
                                200,
                                parcel -> parcel.renamed("W" + writer)),
                        16)
                .collectList());
    }

    @Test
    void whoExpectsNoVersionTriesAgainUntilItIsTheirTurn() {
        created(Parcel.plain("patient"));
        List<Outcome<Parcel>> outcomes = await(Flux.range(0, 4)
                .flatMap(writer -> parcels.change("patient", command(), 200, parcel -> parcel.renamed("W" + writer)), 4)
                .collectList());
        assertThat(outcomes).allMatch(Outcome.Done.class::isInstance);
        assertThat(await(parcels.load("patient")).version()).isEqualTo(5);
        assertThat(await(parcels.outbox().pending("patient")))
                .extracting(PendingEvent::sequence)
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void overAHundredPendingEventsAreTooMany() {
        created(Parcel.plain("waiting"));
        IntStream.range(1, 100)
                .forEach(i -> done(parcels.change("waiting", command(), 200, parcel -> parcel.renamed("N" + i))));
        assertThat(await(parcels.change("waiting", command(), 200, parcel -> parcel.renamed("no"))))
                .isInstanceOf(Outcome.Backlogged.class);
    }

    @Test
    void commandsAreRememberedAHundredDeep() {
        created(Parcel.plain("remembering"));
        IntStream.rangeClosed(1, 105).forEach(i -> {
            done(parcels.change(
                    "remembering",
                    command(zone("140827"), "key " + i, "b", null),
                    200,
                    parcel -> parcel.renamed("N" + i)));
            parcels.outbox().remove("remembering", i + 1L).block();
        });
        assertThat(raw("remembering").getArray(PastCommands.FIELD)).hasSize(PastCommands.KEPT);
    }

    @Test
    void anEventOfOver64KilobytesIsRefusedBeforeAnythingIsStored() {
        created(Parcel.plain("large"));
        String long1 = "大".repeat(30_000);
        assertThatThrownBy(() -> parcels.change("large", command(), 200, parcel -> parcel.renamed(long1))
                        .block())
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(await(parcels.load("large")).version()).isEqualTo(1);
    }

    @Test
    void outsideItsZoneAndParkThereIsNoParcel() {
        created(Parcel.surveyed("far"));
        assertThat(isEmpty(parcels.find(zone("140899"), "far"))).isTrue();
        assertThat(isEmpty(parcels.find(park("140827", "west"), "far"))).isTrue();
        assertThat(await(parcels.find(park("140827", "east"), "far")).id()).isEqualTo("far");
        assertThat(await(parcels.find(zone(Scope.EVERY_ZONE), "far")).id()).isEqualTo("far");
        assertThat(await(parcels.change(
                        "far", command(zone("140899"), null, "a", null), 200, parcel -> parcel.renamed("stolen"))))
                .isInstanceOf(Outcome.Absent.class);
        assertThat(await(parcels.create(
                        command(zone("140899"), null, "a", null),
                        Parcel.plain("smuggled").captured(),
                        201)))
                .isInstanceOf(Outcome.Absent.class);
        assertThat(isEmpty(parcels.load("smuggled"))).isTrue();
    }

    @Test
    void aClientThatGoesAwayDoesNotStopWhatFollowsTheCommit() {
        created(Parcel.plain("gone"));
        for (int i = 0; i < 50; i++) {
            String name = "N" + i;
            parcels.change("gone", command(), 200, parcel -> parcel.renamed(name))
                    .subscribe()
                    .dispose();
        }
        // For a second, since before the first of them is committed it holds, too.
        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> {
                    Parcel present = await(parcels.load("gone"));
                    assertThat(committed.stream().mapToLong(Aggregate::version).max())
                            .hasValue(present.version());
                    assertThat(await(parcels.outbox().pending("gone"))).hasSize((int) present.version());
                });
    }

    @Test
    void theWalkGoesByIdInSteps() {
        List.of("w3", "w1", "w2").forEach(id -> created(Parcel.plain(id)));
        List<String> first = Objects.requireNonNull(
                parcels.all(null, 2).map(Parcel::id).collectList().block());
        assertThat(first).containsExactly("w1", "w2");
        assertThat(parcels.all("w2", 2).map(Parcel::id).collectList().block()).containsExactly("w3");
    }

    @Test
    void numbersAreNeverGivenTwice() {
        Counters counters = new Counters(stores.database());
        List<Long> numbers = await(Flux.range(0, 40)
                .flatMap(_ -> counters.next("lead", "140827", 2026), 16)
                .collectList());
        assertThat(numbers).doesNotHaveDuplicates().contains(1L, 40L);
        assertThat(await(counters.next("lead", "140827", 2027))).isEqualTo(1);
    }
}
