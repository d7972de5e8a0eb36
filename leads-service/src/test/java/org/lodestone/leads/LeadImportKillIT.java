package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.manager;
import static org.lodestone.leads.Ledgers.IMPORTS;
import static org.lodestone.leads.Ledgers.row;
import static org.lodestone.leads.Ledgers.unique;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.imports.ImportWatch;
import org.lodestone.platform.test.PublishedEvents;
import org.lodestone.platform.test.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** An import that is killed at any row ends as one that was not. */
@ServiceTest
@TestPropertySource(
        properties = {"lodestone.imports.lease=500ms", "lodestone.imports.poll=200ms", "lodestone.imports.batch=3"})
class LeadImportKillIT {

    private static final int ROWS = 7;

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

    @Test
    void aKillAtEveryRowLeavesNoRowOutAndNoneTwice() throws Exception {
        for (int row = 2; row < 2 + ROWS; row++) {
            String firm = "晨光" + unique();
            List<List<String>> rows = IntStream.range(0, ROWS)
                    .mapToObj(i -> row(firm + "甲乙丙丁戊己庚".charAt(i) + unique()))
                    .toList();
            String id =
                    ledgers.send(manager(), "ledger.xlsx", Ledgers.xlsx(rows)).id();
            DEADLY.set(row);
            api.post(manager(), IMPORTS + "/" + id + "/run", "{\"duplicates\":\"create\"}");
            var done = ledgers.reached(manager(), id, "DONE");

            assertThat(DEATHS).contains(row);
            assertThat(done.body().path("counts").path("created").asInt()).isEqualTo(ROWS);
            Set<String> leads = ledgers.rows(manager(), id, "CREATE").texts("items", "leadId").stream()
                    .collect(Collectors.toSet());
            leads.addAll(ledgers.rows(manager(), id, "DUPLICATE").texts("items", "leadId"));
            assertThat(leads).hasSize(ROWS);
            for (String lead : leads) {
                assertThat(api.get(manager(), "/api/leads/" + lead)
                                .body()
                                .path("version")
                                .asInt())
                        .isEqualTo(1);
                assertThat(PublishedEvents.on(Topics.LEADS)
                                .await(lead, java.time.Duration.ofSeconds(20), heard -> !heard.isEmpty()))
                        .hasSize(1);
            }
        }
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
