package org.lodestone.localstack;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Makes all writes of the moment durable with one commit, and lets nobody go before. Writers share the lock; the
 * committer holds it alone, so a commit never contains half a write.
 */
final class GroupCommit implements AutoCloseable {

    /** Freed space is reclaimed this often: seldom enough to be cheap, often enough for the file to stay small. */
    private static final int COMMITS_BETWEEN_COMPACTIONS = 200;

    private static final int TARGET_FILL_PERCENT = 70;
    private static final int COMPACT_AT_MOST_BYTES = 16 << 20;

    private final MVStore store;
    private final Consumer<RuntimeException> onFailure;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final Semaphore work = new Semaphore(0);
    private final Thread committer =
            Thread.ofPlatform().name("group-commit").daemon().unstarted(this::run);
    private volatile Batch batch = new Batch();
    private volatile boolean closed;

    /** @param onFailure told when the file cannot be written; the writers of the moment get an error in any case */
    GroupCommit(MVStore store, Consumer<RuntimeException> onFailure) {
        this.store = store;
        this.onFailure = onFailure;
    }

    GroupCommit start() {
        committer.start();
        return this;
    }

    <T> T write(Supplier<T> change) {
        Batch mine;
        T result;
        lock.readLock().lock();
        try {
            mine = batch;
            mine.dirty = true;
            result = change.get();
        } finally {
            lock.readLock().unlock();
            work.release();
        }
        mine.await();
        return result;
    }

    <T> T read(Supplier<T> query) {
        Batch seen;
        T result;
        lock.readLock().lock();
        try {
            result = query.get();
            seen = batch;
        } finally {
            lock.readLock().unlock();
        }
        if (seen.dirty) {
            seen.await();
        }
        return result;
    }

    private void run() {
        int commits = 0;
        while (!closed) {
            work.acquireUninterruptibly();
            work.drainPermits();
            commitBatch();
            if (++commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
                compact();
            }
        }
    }

    private void commitBatch() {
        lock.writeLock().lock();
        Batch ending = batch;
        try {
            batch = new Batch();
            if (ending.dirty) {
                store.commit();
            }
            ending.done.complete(null);
        } catch (RuntimeException e) {
            ending.done.completeExceptionally(e);
            onFailure.accept(e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void compact() {
        lock.writeLock().lock();
        try {
            store.compact(TARGET_FILL_PERCENT, COMPACT_AT_MOST_BYTES);
        } catch (MVStoreException e) {
            onFailure.accept(e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        work.release();
        try {
            committer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        commitBatch();
    }

    private static final class Batch {

        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private volatile boolean dirty;

        private void await() {
            try {
                done.join();
            } catch (CompletionException e) {
                throw new IllegalStateException("the database file could not be written", e.getCause());
            }
        }
    }
}
