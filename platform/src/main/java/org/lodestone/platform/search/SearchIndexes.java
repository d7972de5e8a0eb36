package org.lodestone.platform.search;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Aggregate;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.CommitListener;
import org.lodestone.platform.aggregate.CommitListener.Commit;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Builds the indexes of a service, keeps them alive, and hands them what this process commits. */
public final class SearchIndexes implements CommitListener, SmartLifecycle {

    private final Path directory;
    private final @Nullable Map<String, Object> consumerSettings;
    private final Map<String, IndexRunner<?>> runners = new LinkedHashMap<>();
    private final List<IndexRunner<?>> listening = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    /** @param consumerSettings of Kafka; {@code null} where there is no broker */
    SearchIndexes(Path directory, @Nullable Map<String, Object> consumerSettings) {
        this.directory = directory;
        this.consumerSettings = consumerSettings;
    }

    /** @param topic on which the store announces its changes */
    public synchronized <A extends Aggregate> SearchIndex<A> of(
            AggregateStore<A> store, SearchMapping<A> mapping, String topic) {
        SearchSchema schema = mapping.schema();
        Path folder = directory.resolve(schema.name());
        Map<String, Object> settings = consumerSettings;
        IndexRunner<A> runner = new IndexRunner<>(
                AggregateSource.of(store),
                mapping,
                new IndexFolder(() -> new MMapDirectory(folder), schema),
                settings == null ? null : () -> new KafkaFeed(settings, topic));
        if (runners.putIfAbsent(schema.name(), runner) != null) {
            throw new IllegalStateException("Two indexes of one name: " + schema.name());
        }
        listening.add(runner);
        if (running) {
            runner.start();
        }
        return runner.index();
    }

    @Override
    public void committed(Commit commit) {
        committed(List.of(commit));
    }

    @Override
    public void committed(List<Commit> together) {
        List<Aggregate> aggregates = together.stream().map(Commit::aggregate).toList();
        listening.forEach(runner -> runner.committed(aggregates));
    }

    /** By name of the schema. */
    public synchronized Map<String, IndexStatus> status() {
        Map<String, IndexStatus> status = new LinkedHashMap<>();
        runners.forEach((name, runner) -> status.put(name, runner.index().status()));
        return status;
    }

    /** Nothing that was deleted or replaced stays in this instance's files. */
    public Mono<Void> purge() {
        return Mono.<Void>fromCallable(() -> {
                    for (IndexRunner<?> runner : listening) {
                        runner.purge();
                    }
                    return null;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    @Override
    public synchronized void start() {
        running = true;
        runners.values().forEach(IndexRunner::start);
    }

    @Override
    public void stop() {
        running = false;
        listening.forEach(IndexRunner::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server answers, and until after it answered its last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
