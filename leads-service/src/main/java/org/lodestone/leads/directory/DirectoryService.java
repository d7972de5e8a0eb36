package org.lodestone.leads.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.security.Scope;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Changes the directory, and brings the shipped entries into a new database. */
@Service
class DirectoryService {

    private static final int WALK = 500;

    private final AggregateStore<Entry> entries;
    private final Directory directory;
    private final DirectoryFiles files;

    DirectoryService(AggregateStore<Entry> entries, Directory directory, DirectoryFiles files) {
        this.entries = entries;
        this.directory = directory;
        this.files = files;
    }

    /** Replaces the entry, or makes it. */
    Mono<Outcome<Entry>> put(Entry entry, Command command) {
        return entries.find(command.scope(), entry.id())
                .flatMap(_ -> entries.change(entry.id(), command, 200, _ -> entry.announced("changed")))
                .switchIfEmpty(Mono.defer(() -> entries.create(command, entry.announced("entered"), 200)))
                .doOnNext(this::remember);
    }

    /** What is stored wins over what is shipped; what is missing is stored and thereby announced. */
    Mono<Void> begin(Instant now) {
        return read(null)
                .thenMany(Flux.fromIterable(files.entries()))
                .concatMap(entry -> entries.load(entry.id())
                        .hasElement()
                        .flatMap(known -> known ? Mono.empty() : enter(entry, now)))
                .then(Mono.fromRunnable(directory::completelyRead));
    }

    private Mono<Void> read(@Nullable String after) {
        return entries.all(after, WALK)
                .doOnNext(directory::put)
                .collectList()
                .flatMap(page ->
                        page.size() < WALK ? Mono.empty() : read(page.getLast().id()));
    }

    private Mono<Outcome<Entry>> enter(Entry entry, Instant now) {
        Command command =
                Command.ofSystem("directory:" + entry.id(), Scope.system().subject(), now);
        return entries.create(command, entry.announced("entered"), 200).doOnNext(this::remember);
    }

    private void remember(Outcome<Entry> outcome) {
        if (outcome instanceof Outcome.Done<Entry>(Entry stored)) {
            directory.put(stored);
        }
    }
}
