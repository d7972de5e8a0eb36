package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.manager;
import static org.lodestone.leads.Ledgers.IMPORTS;
import static org.lodestone.leads.Ledgers.row;
import static org.lodestone.leads.Ledgers.unique;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.Api.Answer;
import org.lodestone.platform.test.ServiceTest;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A large ledger goes in without anybody waiting for its request; how fast is for the benchmark to say. */
@ServiceTest
class LeadImportSpeedIT {

    private final Api api;
    private final Ledgers ledgers;

    @Autowired
    LeadImportSpeedIT(WebTestClient http) {
        this.api = new Api(http);
        this.ledgers = new Ledgers(http);
    }

    @Test
    void aLargeLedgerGoesInWhole() throws Exception {
        int count = Integer.getInteger("lodestone.import.rows", 500);
        String firm = unique();
        List<List<String>> rows = IntStream.range(0, count)
                .mapToObj(i -> row(Integer.toString(i, 36) + "晨光" + firm + Integer.toString(i * 7919, 36)))
                .toList();
        byte[] file = Ledgers.xlsx(rows);
        long sent = System.nanoTime();
        String id = ledgers.send(manager(), "ledger.xlsx", file).id();
        ledgers.reached(manager(), id, "PREVIEWED");
        long previewed = System.nanoTime();
        api.post(manager(), IMPORTS + "/" + id + "/run", "{\"duplicates\":\"create\"}");
        Answer done = ledgers.reached(manager(), id, "DONE");
        long ran = System.nanoTime();

        LoggerFactory.getLogger(LeadImportSpeedIT.class)
                .error(
                        "{} rows: preview {} ms, run {} ms",
                        count,
                        (previewed - sent) / 1_000_000,
                        (ran - previewed) / 1_000_000);
        assertThat(done.body().path("counts").path("created").asInt()).isEqualTo(count);
    }
}
