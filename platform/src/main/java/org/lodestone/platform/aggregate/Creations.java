package org.lodestone.platform.aggregate;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.lodestone.platform.aggregate.AggregateStore.Creation;
import org.lodestone.platform.aggregate.CommitListener.Commit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Aggregates that are stored in one request: whatever of them is there already came by the same command, or by another with its key. */
final class Creations<A extends Aggregate> {

    private final AggregateStores stores;
    private final RecordCodec<A> codec;
    private final List<Creation<A>> all;
    private final List<Creation<A>> allowed;
    private final List<Change.Written> written;

    Creations(AggregateStores stores, RecordCodec<A> codec, List<Creation<A>> all, ContextView context) {
        Publishing publishing = stores.publishing(context);
        this.stores = stores;
        this.codec = codec;
        this.all = all;
        this.allowed = all.stream().filter(Creations::isAllowed).toList();
        this.written = allowed.stream().map(one -> first(one, publishing)).toList();
    }

    private static boolean isAllowed(Creation<?> creation) {
        Aggregate next = creation.first().next();
        return creation.command().scope().covers(next.zone(), next.park());
    }

    private Change.Written first(Creation<A> creation, Publishing publishing) {
        return new Change<>(publishing, codec, creation.command(), creation.status()).first(creation.first());
    }

    /** @param again how a command is answered that came before */
    Mono<List<Outcome<A>>> insert(
            Function<List<BsonDocument>, Mono<Void>> store, BiFunction<Command, String, Mono<Outcome<A>>> again) {
        if (written.isEmpty()) {
            return Mono.just(outcomes(List.of()));
        }
        return store.apply(written.stream().map(Change.Written::document).toList())
                .thenReturn(Set.<Integer>of())
                .onErrorResume(Durable::areDuplicateKeys, error -> Mono.just(refused((MongoBulkWriteException) error)))
                .flatMap(known -> answered(known, again))
                .map(this::outcomes);
    }

    private static Set<Integer> refused(MongoBulkWriteException error) {
        Set<Integer> places = new HashSet<>();
        error.getWriteErrors().stream().map(BulkWriteError::getIndex).forEach(places::add);
        return places;
    }

    private Mono<List<Outcome<A>>> answered(Set<Integer> known, BiFunction<Command, String, Mono<Outcome<A>>> again) {
        List<Mono<Outcome<A>>> answers = new ArrayList<>();
        List<Commit> commits = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Creation<A> creation = allowed.get(i);
            if (known.contains(i)) {
                answers.add(
                        again.apply(creation.command(), creation.first().next().id()));
            } else {
                A created = codec.aggregate(written.get(i).document());
                commits.add(new Commit(created, written.get(i).event()));
                answers.add(Mono.just(new Outcome.Done<>(created)));
            }
        }
        if (!commits.isEmpty()) {
            stores.committed(commits);
        }
        return Flux.concat(answers).collectList();
    }

    /** In the order they were asked for. */
    private List<Outcome<A>> outcomes(List<Outcome<A>> answered) {
        List<Outcome<A>> outcomes = new ArrayList<>();
        int next = 0;
        for (Creation<A> creation : all) {
            outcomes.add(isAllowed(creation) ? answered.get(next++) : new Outcome.Absent<>());
        }
        return List.copyOf(outcomes);
    }
}
