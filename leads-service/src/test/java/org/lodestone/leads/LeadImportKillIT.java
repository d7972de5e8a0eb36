package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.manager;
import static org.lodestone.leads.Ledgers.IMPORTS;
import static org.lodestone.leads.Ledgers.row;
import static org.lodestone.leads.Ledgers.unique;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.Topics;
import org.lodestone.leads.lead.Lead;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.AggregateStores;
import org.lodestone.platform.imports.ImportWatch;
import org.lodestone.platform.table.TableWriter;
import org.lodestone.platform.table.WorkbookWriter;
import org.lodestone.platform.test.PublishedEvents;
import org.lodestone.platform.test.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** An import that is killed at any row ends as one that was not. */
@ServiceTest
@DirtiesContext
@TestPropertySource(
        properties = {
            "lodestone.imports.lease=500ms",
            "lodestone.imports.poll=200ms",
            "lodestone.imports.batch=3",
            // What a run wrote before it died is announced by the next look into the outbox.
            "lodestone.events.poll=500ms"
        })
class LeadImportKillIT {

    private static final int ROWS = 7;
    private static final int BATCH = 3;
    /** Where the numbers of its rows begin. */
    private static final int SECOND_SHEET = 10_000_000;

    /** So many of the next batch are written before the run dies; -1 for all, and no death. */
    private static final AtomicInteger HALF = new AtomicInteger(-1);

    /** The row at which the next run dies. */
    private static final AtomicInteger DEADLY = new AtomicInteger(-1);

    private static final Set<Integer> DEATHS = ConcurrentHashMap.newKeySet();

    private final Api api;
    private final Ledgers ledgers;

    @Autowired
    LeadImportKillIT(WebTestClient http) {
        this.api = new Api(http);
        this.ledgers = new Ledgers(http);
    }

    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Death {

        /** A request to the database that came only half through before the process died. */
        @Bean
        @Primary
        AggregateStore<Lead> halfWritten(AggregateStores stores) {
            return new AggregateStore<>(stores, Lead.class, "leads", Topics.LEADS, "/leads") {
                @Override
                protected Mono<Void> insert(List<BsonDocument> many) {
                    int half = HALF.getAndSet(-1);
                    return half < 0
                            ? super.insert(many)
                            : (half == 0 ? Mono.<Void>empty() : super.insert(many.subList(0, half)))
                                    .then(Mono.error(Killed::new));
                }
            };
        }

        @Bean
        ImportWatch killer() {
            return (_, row) -> {
                if (DEADLY.compareAndSet(row, -1)) {
                    DEATHS.add(row);
                    throw new Killed();
                }
            };
        }
    }

    private String sent() throws Exception {
        String firm = "晨光" + unique();
        List<List<String>> rows = IntStream.range(0, ROWS)
                .mapToObj(i -> row(firm + "甲乙丙丁戊己庚".charAt(i) + unique()))
                .toList();
        String id = ledgers.send(manager(), "ledger.xlsx", Ledgers.xlsx(rows)).id();
        ledgers.reached(manager(), id, "PREVIEWED");
        return id;
    }

    @Test
    void aKillAtEveryRowLeavesNoRowOutAndNoneTwice() throws Exception {
        for (int row = 2; row < 2 + ROWS; row++) {
            String id = sent();
            DEADLY.set(row);
            isWhole(id);

            assertThat(DEATHS).contains(row);
        }
    }

    @Test
    void aKillOnAnotherSheetLeavesNoRowOutAndNoneTwice() throws Exception {
        for (int row = SECOND_SHEET + 2; row <= SECOND_SHEET + 4; row++) {
            String id = ledgers.send(manager(), "ledger.xlsx", twoSheets()).id();
            ledgers.reached(manager(), id, "PREVIEWED");
            DEADLY.set(row);
            isWhole(id);

            assertThat(DEATHS).contains(row);
        }
    }

    private static byte[] twoSheets() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WorkbookWriter writer = TableWriter.xlsx(bytes, "上半年")) {
            fill(writer, 4);
            writer.sheet("下半年");
            fill(writer, ROWS - 4);
        }
        return bytes.toByteArray();
    }

    private static void fill(TableWriter writer, int rows) throws IOException {
        writer.header(Ledgers.HEADER.stream()
                .map(title -> new TableWriter.Column(title, 12))
                .toList());
        for (int i = 0; i < rows; i++) {
            writer.row(row(Ledgers.brand() + unique()));
        }
    }

    @Test
    void aKillInsideABatchLeavesNoRowOutAndNoneTwice() throws Exception {
        for (int written = 0; written <= BATCH; written++) {
            String id = sent();
            HALF.set(written);
            isWhole(id);

            assertThat(HALF).hasValue(-1);
        }
    }

    private void isWhole(String id) throws Exception {
        api.post(manager(), IMPORTS + "/" + id + "/run", "{\"duplicates\":\"create\"}");
        var done = ledgers.reached(manager(), id, "DONE");

        assertThat(done.body().path("counts").path("created").asInt()).isEqualTo(ROWS);
        Set<String> leads = ledgers.rows(manager(), id, "CREATE").texts("items", "leadId").stream()
                .collect(Collectors.toSet());
        leads.addAll(ledgers.rows(manager(), id, "DUPLICATE").texts("items", "leadId"));
        assertThat(leads).hasSize(ROWS);
        Set<String> numbers = new HashSet<>();
        for (String lead : leads) {
            numbers.add(api.get(manager(), "/api/leads/" + lead).text("/number"));
            assertThat(api.get(manager(), "/api/leads/" + lead)
                            .body()
                            .path("version")
                            .asInt())
                    .isEqualTo(1);
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(PublishedEvents.on(Topics.LEADS).of(leads))
                        .hasSize(ROWS)
                        .allSatisfy((_, heard) -> assertThat(heard).hasSize(1)));
        assertThat(numbers).hasSize(ROWS);
    }

    @Test
    void twoRunsAtOnceAreOne() throws Exception {
        String id = ledgers.send(
                        manager(),
                        "ledger.xlsx",
                        Ledgers.xlsx(List.of(row("晨光" + unique()), row("东方" + unique()), row("南海" + unique()))))
                .id();
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(_ -> Thread.ofVirtual()
                        .start(() -> api.post(manager(), IMPORTS + "/" + id + "/run", "{\"duplicates\":\"create\"}")))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(ledgers.reached(manager(), id, "DONE")
                        .body()
                        .path("counts")
                        .path("created")
                        .asInt())
                .isEqualTo(3);
        assertThat(api.post(manager(), IMPORTS + "/" + id + "/run", "{}").status())
                .isEqualTo(202);
    }
}
