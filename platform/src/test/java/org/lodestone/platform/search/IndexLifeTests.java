package org.lodestone.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.MMapDirectory;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.platform.events.StreamToken;
import org.lodestone.platform.security.Scope;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class IndexLifeTests {

    private final Directory directory = new ByteBuffersDirectory();
    private final MemoryTopic topic = new MemoryTopic();

    @Test
    void aNewIndexIsBuiltFromTheCollectionInSteps() {
        try (Firms firms =
                new Firms(directory).store(several(1234)).start(topic).ready()) {
            assertThat(firms.search(SearchRequest.of(List.of(), "", 1)).total()).isEqualTo(1234);
            assertThat(firms.index().status().walked()).isEqualTo(1234);
        }
    }

    @Test
    void whoeverAsksSeesWhatWasWrittenHoweverSeldomTheIndexIsShown() {
        try (Firms firms = new Firms(new SlowDisk()).start(null).ready()) {
            inTimeOnce(round -> {
                firms.commit(Firm.named("F" + round, "第" + round + "号先来"));
                Awaitility.await().until(() -> firms.find("第" + round + "号先来").contains("F" + round));
                firms.commit(Firm.named("G" + round, "第" + round + "号后到"));
                Awaitility.await().until(() -> firms.index().status().indexed() == 2L * round);
                // Showing the index is slow here, so by itself it would not be shown again for half a second.
                return isWithin(
                        Duration.ofMillis(300),
                        IndexRunner.REFRESH.plusMillis(10),
                        () -> firms.find("第" + round + "号后到").contains("G" + round));
            });
        }
    }

    /** Once is enough: what nothing brings about in time is late every time, and on a busy machine what does may be late, too. */
    private static void inTimeOnce(IntPredicate round) {
        AtomicInteger rounds = new AtomicInteger();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> round.test(rounds.incrementAndGet()));
    }

    private static boolean isWithin(Duration limit, Duration first, Callable<Boolean> condition) {
        try {
            Awaitility.await()
                    .pollDelay(first)
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(limit)
                    .until(condition);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    private static final class SlowDisk extends FilterDirectory {

        SlowDisk() {
            super(new ByteBuffersDirectory());
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            LockSupport.parkNanos(Duration.ofMillis(8).toNanos());
            return super.createOutput(name, context);
        }
    }

    @Test
    void aKeptIndexOnlyReadsWhatItMissed() {
        try (Firms firms = new Firms(directory).store(several(600)).start(topic).ready()) {
            assertThat(firms.walked).hasValue(600);
        }
        Firm changed = Firm.named("F0007", "改名").renamed("改名以后");
        topic.publish(changed);
        try (Firms again = new Firms(directory)
                .store(several(600))
                .store(changed)
                .start(topic)
                .ready()) {
            assertThat(again.find("改名以后")).containsExactly("F0007");
            assertThat(again.walked).hasValue(0);
            assertThat(again.loaded).hasValue(1);
        }
    }

    @Test
    void aBuildThatWasStoppedIsNotTakenForWhole() {
        Firms slow = new Firms(directory) {

            @Override
            public Flux<Firm> all(@Nullable String afterId, int limit) {
                return super.all(afterId, limit).delaySequence(Duration.ofMillis(afterId == null ? 0 : 400));
            }
        };
        try (slow) {
            slow.store(several(2500)).start(topic);
            Awaitility.await().until(() -> slow.index().status().walked() >= 500);
        }
        try (Firms again =
                new Firms(directory).store(several(2500)).start(topic).ready()) {
            assertThat(again.search(SearchRequest.of(List.of(), "", 1)).total()).isEqualTo(2500);
        }
    }

    @Test
    void anotherSchemaBuildsItAnew() {
        try (Firms firms = new Firms(directory).store(several(10)).start(topic).ready()) {
            assertThat(firms.walked).hasValue(10);
        }
        SearchSchema next = SearchSchema.of("firm", 2)
                .text("name", 3)
                .prose("content", 1)
                .keyword("state")
                .keywords("tags")
                .decimal("amount")
                .instant("updatedAt")
                .date("receivedOn")
                .integer("jobs")
                .build();
        try (Firms again =
                new Firms(directory, next).store(several(10)).start(topic).ready()) {
            assertThat(again.walked).hasValue(10);
        }
    }

    @Test
    void anotherTopicBuildsItAnewAndForgetsTheOldCollection() {
        try (Firms firms = new Firms(directory).store(several(10)).start(topic).ready()) {
            assertThat(firms.walked).hasValue(10);
        }
        topic.epoch = "BBBB";
        try (Firms again = new Firms(directory)
                .store(Firm.named("other", "别的"))
                .start(topic)
                .ready()) {
            assertThat(again.filtered()).containsExactly("other");
        }
    }

    @Test
    void aDamagedIndexIsBuiltAnew(@TempDir Path folder) throws IOException {
        try (Firms firms = new Firms(new MMapDirectory(folder))
                .store(several(50))
                .start(topic)
                .ready()) {
            assertThat(firms.walked).hasValue(50);
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(cfs|fdt|dvd|tim|doc)"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }
        try (Firms again = new Firms(new MMapDirectory(folder))
                .store(several(50))
                .start(topic)
                .ready()) {
            assertThat(again.walked).hasValue(50);
            assertThat(again.search(SearchRequest.of(List.of(), "", 1)).total()).isEqualTo(50);
        }
    }

    @Test
    void anIndexCutShortIsBuiltAnew(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("segments_1"), "no index");
        try (Firms firms = new Firms(new MMapDirectory(folder))
                .store(several(5))
                .start(topic)
                .ready()) {
            assertThat(firms.walked).hasValue(5);
        }
    }

    @Test
    void writesOfOtherInstancesComeByTheTopic() {
        try (Firms firms = new Firms(directory).start(topic).ready()) {
            Firm elsewhere = Firm.named("1", "他处");
            firms.store(elsewhere);
            topic.publish(elsewhere);
            Awaitility.await().until(() -> firms.find("他处").equals(List.of("1")));
            firms.collection.remove("1");
            topic.publish(elsewhere.renamed("没了"));
            Awaitility.await().until(() -> firms.find("他处").isEmpty());
        }
    }

    @Test
    void theHigherVersionWinsWhateverComesLast() {
        try (Firms firms = new Firms(directory).start(topic).ready()) {
            Firm old = Firm.named("1", "旧名");
            Firm renamed = old.renamed("新名");
            firms.commit(renamed);
            firms.index().awaitRead("1@2").block();
            firms.commit(old);
            topic.publish(old);
            Awaitility.await()
                    .during(Duration.ofMillis(200))
                    .until(() -> firms.find("新名").equals(List.of("1")));
            assertThat(firms.find("旧名")).isEmpty();
        }
    }

    @Test
    void whatIsWithdrawnLeavesTheListsAndDoesNotComeBack() {
        try (Firms firms = new Firms(directory).start(topic).ready()) {
            Firm firm = Firm.named("1", "公司");
            firms.commit(firm);
            firms.index().awaitRead("1@1").block();
            assertThat(firms.find("公司")).containsExactly("1");
            firms.commit(firm.withdrawn());
            firms.index().awaitRead("1@2").block();
            firms.commit(firm);
            Awaitility.await()
                    .during(Duration.ofMillis(150))
                    .until(() -> firms.find("公司").isEmpty());
            assertThat(firms.filtered()).isEmpty();
        }
    }

    @Test
    void everybodyReadsTheirOwnWritesOnAnyInstance() {
        try (Firms firms = new Firms(directory).start(topic).ready()) {
            for (int i = 1; i <= 50; i++) {
                Firm firm = Firm.named("F" + i, "第" + i + "号");
                if (i % 2 == 0) {
                    firms.commit(firm);
                } else {
                    // Written by another instance, whose event is still on its way.
                    firms.store(firm);
                }
                firms.index().awaitRead("F" + i + "@1").block();
                assertThat(firms.find("第" + i + "号")).containsExactly("F" + i);
            }
        }
    }

    @Test
    void waitingForAReadEnds() {
        try (Firms firms =
                new Firms(directory).store(Firm.named("1", "公司")).start(topic).ready()) {
            for (String nonsense : List.of("", "x", "@", "1@", "@1", "1@-1", "1@99999999999999999999", "nobody@3")) {
                endsAtOnce(firms, nonsense);
            }
            endsAtOnce(firms, null);
            // Never sooner, and no longer where the machine is not busy elsewhere.
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                long start = System.nanoTime();
                firms.index().awaitRead("1@7").block();
                Duration waited = Duration.ofNanos(System.nanoTime() - start);
                assertThat(waited).isGreaterThanOrEqualTo(Duration.ofMillis(450));
                return waited.compareTo(Duration.ofMillis(1500)) <= 0;
            });
        }
    }

    /** Whatever is waited for takes half a second every time: that it was answered sooner once shows that there was no waiting. */
    private static void endsAtOnce(Firms firms, @Nullable String readAfter) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                // How blocking says that it took longer.
                .ignoreException(IllegalStateException.class)
                .until(() -> firms.index().awaitRead(readAfter).thenReturn(true).block(Duration.ofMillis(300)));
    }

    @Test
    void aWriteIsSeenSoonWithoutAskingForIt() {
        try (Firms firms = new Firms(directory).start(topic).ready()) {
            inTimeOnce(round -> {
                firms.commit(Firm.named("F" + round, "第" + round + "号公司"));
                return isWithin(
                        Duration.ofMillis(500),
                        Duration.ZERO,
                        () -> firms.find("第" + round + "号公司").contains("F" + round));
            });
        }
    }

    @Test
    void thePositionOfAnAnswerIsNeverAheadOfIt() {
        try (Firms firms = new Firms(directory).start(topic).ready()) {
            for (int i = 0; i < 40; i++) {
                Firm firm = Firm.named("F%03d".formatted(i), "公司");
                firms.store(firm);
                topic.publish(firm);
                SearchPage<Firm> page = firms.search(SearchRequest.of(List.of(), "", 200));
                assertThat(page.items()).hasSizeGreaterThanOrEqualTo((int) position(page));
            }
            Awaitility.await().until(() -> position(firms.search(SearchRequest.of(List.of(), "", 1))) == 40);
        }
    }

    @Test
    void withoutABrokerItStartsFromTheCollectionAndFollowsLater() {
        topic.reachable = false;
        try (Firms firms = new Firms(directory).store(several(20)).start(topic).ready()) {
            assertThat(firms.search(SearchRequest.of(List.of(), "", 1)).total()).isEqualTo(20);
            assertThat(firms.search(SearchRequest.of(List.of(), "", 1)).position())
                    .isEmpty();
            firms.commit(Firm.named("mine", "自己的"));
            firms.index().awaitRead("mine@1").block();
            assertThat(firms.find("自己的")).containsExactly("mine");
            topic.reachable = true;
            Awaitility.await().until(() -> firms.index().status().following());
            Firm elsewhere = Firm.named("theirs", "他处");
            firms.store(elsewhere);
            topic.publish(elsewhere);
            Awaitility.await().until(() -> firms.find("他处").equals(List.of("theirs")));
        }
    }

    @Test
    void beforeItIsReadyItAnswersNothing() {
        Firms firms = new Firms(directory).store(several(3));
        firms.start(() -> {
            throw new IllegalStateException("not reached before the check");
        });
        try (firms) {
            firms.ready();
            assertThat(firms.filtered()).hasSize(3);
        }
        assertThatThrownBy(() -> firms.search(SearchRequest.of(List.of(), "", 1)))
                .isInstanceOf(IndexUnavailableException.class);
        assertThat(firms.index().status().ready()).isFalse();
    }

    @Test
    void oneViewAnswersAWholeExport() {
        try (Firms firms =
                new Firms(directory).store(several(1200)).start(topic).ready()) {
            List<String> exported = new ArrayList<>();
            firms.index()
                    .all(Scope.system(), SearchRequest.of(List.of(), "-updatedAt", 1))
                    .doOnNext(hit -> {
                        if (exported.isEmpty()) {
                            firms.commit(Firm.named("during", "其间"));
                            firms.index()
                                    .awaitRead("during@1")
                                    .subscribeOn(Schedulers.parallel())
                                    .subscribe();
                        }
                        exported.add(hit.aggregate().id());
                    })
                    .blockLast();
            assertThat(exported).hasSize(1200).doesNotContain("during").doesNotHaveDuplicates();
        }
    }

    private static long position(SearchPage<Firm> page) {
        long[] next = StreamToken.parse(page.position()).orElseThrow().next("AAAA");
        return next == null ? -1 : next[0];
    }

    private static List<Firm> several(int count) {
        List<Firm> firms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            firms.add(Firm.named("F%04d".formatted(i), "公司" + i));
        }
        return firms;
    }
}
