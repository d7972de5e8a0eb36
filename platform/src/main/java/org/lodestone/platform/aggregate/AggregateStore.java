package org.lodestone.platform.aggregate;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.CommitListener.Commit;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * The aggregates of one type. Every change is one guarded write that carries the new state, the next version, the event that waits to be
 * published and the command it obeyed: all of it or nothing, without a transaction.
 */
public class AggregateStore<A extends Aggregate> {

    /** After so many lost races the caller is told that it is busy. */
    private static final int ATTEMPTS = 10;

    private static final int PENDING_AT_MOST = 100;

    private final AggregateStores stores;
    private final RecordCodec<A> codec;
    private final MongoCollection<BsonDocument> documents;
    private final String topic;
    private final AggregateOutbox outbox;

    protected AggregateStore(
            AggregateStores stores, Class<A> type, String collection, String topic, String sourcePath) {
        this.stores = stores;
        this.documents = Durable.collection(stores.database(), collection);
        this.codec = new RecordCodec<>(type, stores.database().getCodecRegistry());
        this.topic = topic;
        this.outbox = new AggregateOutbox(documents, topic, sourcePath);
    }

    /** Empty when it is absent or outside the scope; the problem "gone" when it was withdrawn. */
    public Mono<A> find(Scope scope, String id) {
        return read(scope, id).map(codec::aggregate).map(AggregateStore::present);
    }

    /**
     * Stores a new aggregate under the id in {@code first}. An id that is taken means that this command came before, or another one with its
     * key.
     */
    public Mono<Outcome<A>> create(Command command, Decision<A> first, int status) {
        if (!command.scope().covers(first.next().zone(), first.next().park())) {
            return Mono.just(new Outcome.Absent<>());
        }
        return Mono.deferContextual(context -> {
            return insert(new Change<>(stores.publishing(context), codec, command, status).first(first))
                    .<Outcome<A>>map(Outcome.Done::new)
                    .onErrorResume(
                            Durable::isDuplicateKey,
                            _ -> answerAgain(command, first.next().id()));
        });
    }

    /** A new aggregate that is to be stored together with others. */
    public record Creation<A extends Aggregate>(Command command, Decision<A> first, int status) {}

    /**
     * Stores many new aggregates in one request, each with all that {@link #create} gives to one; outcomes in their order. Nothing holds
     * them together: whoever was killed in the middle gives the same commands again, and those that were stored are answered again.
     */
    public Mono<List<Outcome<A>>> createAll(List<Creation<A>> all) {
        return Mono.deferContextual(
                        context -> new Creations<>(stores, codec, all, context).insert(this::insert, this::answerAgain))
                .cache();
    }

    /**
     * Reads, decides and writes, again from the start when another writer was faster and no version is expected.
     *
     * @param decide a refusal is a problem it throws
     */
    public Mono<Outcome<A>> change(String id, Command command, int status, Function<A, Decision<A>> decide) {
        return attempt(id, command, status, decide, 1);
    }

    /** Newest first, from before the given sequence; what still waits to be published is included. */
    public Mono<List<HistoryEntry>> history(Scope scope, String id, @Nullable Long before, int limit) {
        // The document first: a line is inserted before its entry leaves the outbox, so none is missed.
        return read(scope, id).flatMap(document -> {
            present(codec.aggregate(document));
            long version = document.getNumber("version").longValue();
            long newest = before == null ? version : Math.min(version, before - 1);
            Map<Long, HistoryEntry> merged = new TreeMap<>(Comparator.reverseOrder());
            for (PendingEvent pending : PendingEvent.of(document)) {
                if (pending.sequence() <= newest && pending.sequence() > newest - limit) {
                    merged.put(pending.sequence(), History.entry(pending.entry()));
                }
            }
            return stores.history()
                    .read(id, newest, limit)
                    .doOnNext(line -> merged.put(line.sequence(), line))
                    .then(Mono.fromSupplier(() -> List.copyOf(merged.values())));
        });
    }

    /** Whether the history is as it was written; empty outside the scope. */
    public Mono<HistoryVerification> verify(Scope scope, String id) {
        return read(scope, id).flatMap(document -> {
            present(codec.aggregate(document));
            return stores.history()
                    .lines(id)
                    .collectList()
                    .zipWhen(_ -> read(scope, id))
                    .map(found -> HistoryChain.verify(
                            document,
                            found.getT1(),
                            found.getT2().getNumber("version").longValue()));
        });
    }

    /** The next aggregates in the order of their ids, read by the service itself. */
    public Flux<A> all(@Nullable String afterId, int limit) {
        Bson after = afterId == null ? Filters.empty() : Filters.gt("_id", afterId);
        return Flux.from(documents
                        .withDocumentClass(RawBsonDocument.class)
                        .find(after)
                        .sort(Sorts.ascending("_id"))
                        .limit(limit)
                        .batchSize(limit))
                .map(codec::aggregate);
    }

    /** The present value, read by the service itself; also a tombstone. */
    public Mono<A> load(String id) {
        return read(Scope.system(), id).map(codec::aggregate);
    }

    /** Derived from the command's key, so that the same command again meets its own aggregate; random without one. */
    public String newId(Command command) {
        return command.key() == null ? AggregateIds.random() : AggregateIds.of(command.key());
    }

    public Class<A> type() {
        return codec.type();
    }

    public String topic() {
        return topic;
    }

    /** The aggregate as BSON, for who keeps a copy. */
    public byte[] encode(A aggregate) {
        return codec.bytes(aggregate);
    }

    public A decode(byte[] bson) {
        return codec.aggregate(bson);
    }

    /** For the real database; the embedded one scans. */
    public Mono<Void> createIndexes() {
        return Mono.from(documents.createIndex(
                        Indexes.ascending(PendingEvent.SINCE),
                        new IndexOptions().partialFilterExpression(Filters.exists(PendingEvent.SINCE))))
                .then();
    }

    /** The outbox as the relay sees it. */
    public AggregateOutbox outbox() {
        return outbox;
    }

    /** For taking a person out of what was written about an aggregate. */
    public Redaction redaction() {
        return new Redaction(documents, stores.history());
    }

    /** What a write must meet to be one: the id, the version it was decided on, the writer's scope. */
    protected BsonDocument guard(Scope scope, String id, long version) {
        return ScopeFilter.of(scope, id).append("version", new BsonInt64(version));
    }

    /** What a read must meet: the id and the reader's scope. */
    protected BsonDocument reach(Scope scope, String id) {
        return ScopeFilter.of(scope, id);
    }

    /** Those that fail do not stop the others. */
    protected Mono<Void> insert(List<BsonDocument> many) {
        return Mono.from(documents.insertMany(many, new InsertManyOptions().ordered(false)))
                .then();
    }

    private Mono<Outcome<A>> attempt(
            String id, Command command, int status, Function<A, Decision<A>> decide, int attempt) {
        return read(command.scope(), id)
                .flatMap(
                        document -> Mono.deferContextual(context -> decide(document, command, status, decide, context)))
                .switchIfEmpty(Mono.defer(() -> Mono.just(new Outcome.Absent<>())))
                .flatMap(outcome -> switch (outcome) {
                    case Outcome.Busy<A> busy when attempt >= ATTEMPTS -> Mono.just(busy);
                    case Outcome.Busy<A> _ -> attempt(id, command, status, decide, attempt + 1);
                    case Outcome.Done<A> _,
                            Outcome.Replayed<A> _,
                            Outcome.Absent<A> _,
                            Outcome.Stale<A> _,
                            Outcome.KeyReused<A> _,
                            Outcome.Backlogged<A> _ -> Mono.just(outcome);
                });
    }

    /** {@code Busy} when another writer was faster: the next attempt sees its version. */
    private Mono<Outcome<A>> decide(
            BsonDocument document, Command command, int status, Function<A, Decision<A>> decide, ContextView context) {
        A current = codec.aggregate(document);
        PastCommands.Past past = PastCommands.find(document, command.key()).orElse(null);
        if (past != null) {
            return Mono.just(past.answer(command, current));
        }
        present(current);
        Long expected = command.expectedVersion();
        if (expected != null && expected != current.version()) {
            return Mono.just(new Outcome.Stale<>(current));
        }
        int waiting = PendingEvent.of(document).size();
        if (waiting >= PENDING_AT_MOST) {
            return Mono.just(new Outcome.Backlogged<>());
        }
        Decision<A> decision = decide.apply(current);
        // Shared, so that a client that goes away does not stop what follows the commit.
        Change.Written change =
                new Change<>(stores.publishing(context), codec, command, status).next(document, decision);
        return write(guard(command.scope(), current.id(), current.version()), change.document())
                .<A>handle((next, sink) -> {
                    stores.committed(new Commit(next, waiting == 0 ? change.event() : null));
                    sink.next(next);
                })
                .cache()
                .<Outcome<A>>map(Outcome.Done::new)
                .switchIfEmpty(Mono.defer(() -> Mono.just(new Outcome.Busy<>())));
    }

    private static <A extends Aggregate> A present(A found) {
        if (found.isWithdrawn()) {
            throw Problem.gone();
        }
        return found;
    }

    private Mono<BsonDocument> read(Scope scope, String id) {
        return Mono.from(documents.find(reach(scope, id)).first());
    }

    private Mono<A> write(BsonDocument guard, BsonDocument update) {
        FindOneAndUpdateOptions after = new FindOneAndUpdateOptions()
                .returnDocument(ReturnDocument.AFTER)
                .projection(Projections.exclude(
                        PendingEvent.FIELD, PastCommands.FIELD, PastCommands.FIRST, HistoryChain.FIELD));
        return Mono.from(documents.findOneAndUpdate(guard, update, after)).map(codec::aggregate);
    }

    private Mono<A> insert(Change.Written first) {
        return Mono.from(documents.insertOne(first.document()))
                .map(_ -> codec.aggregate(first.document()))
                // Where its listeners look for a trace, they find this one's.
                .<A>handle((created, sink) -> {
                    stores.committed(new Commit(created, first.event()));
                    sink.next(created);
                })
                .cache();
    }

    private Mono<Outcome<A>> answerAgain(Command command, String id) {
        return read(command.scope(), id)
                .<Outcome<A>>map(document -> PastCommands.first(document)
                        .map(past -> past.answer(command, codec.aggregate(document)))
                        .orElseGet(Outcome.KeyReused::new))
                .switchIfEmpty(Mono.defer(() -> Mono.just(new Outcome.Absent<>())));
    }
}
