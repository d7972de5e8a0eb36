package org.lodestone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lodestone.system.Api.Answer;
import tools.jackson.databind.JsonNode;

/** A ledger of some thousand rows whose service is killed in the middle, twice: it goes on by itself and ends as if nothing had been. */
class ImportKillIT {

    private static final int ROWS = 3000;
    private static final int KILLS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    /** On which nothing else was received. */
    private static final String DAY = "2001-02-03";

    private static final String OF_THAT_DAY = "/api/leads?receivedFrom=" + DAY + "&receivedTo=" + DAY;

    private final Stack stack = Stack.up();
    private final Api manager = new Api(stack, "manager.yuncheng");

    @Test
    void anImportKilledInTheMiddleLeavesNoRowOutAndNoneTwice() throws IOException {
        String id = sent(ledger());
        String path = "/api/leads/imports/" + id;
        reached(path, "PREVIEWED");
        Answer run = manager.postUntilAnswered(path + "/run", "{\"duplicates\":\"create\"}");
        assertThat(run.status()).as("%s", run.body()).isEqualTo(202);

        int before = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            before = moreThan(before + ROWS / 10);
            assertThat(before).as("rows written when it is killed").isLessThan(ROWS);
            stack.kill("leads");
        }

        JsonNode done = reached(path, "DONE");
        assertThat(done.at("/counts/created").asInt()).isEqualTo(ROWS);
        assertThat(done.at("/counts/failed").asInt()).isZero();
        Stack.await(
                "all are listed", PATIENCE, () -> written() == ROWS ? Optional.of(true) : Optional.<Boolean>empty());
        List<JsonNode> leads = listed();
        assertThat(distinct(leads, "name")).hasSize(ROWS);
        assertThat(distinct(leads, "number")).hasSize(ROWS);
        assertThat(leads)
                .hasSize(ROWS)
                .allSatisfy(lead -> assertThat(lead.path("version").asInt()).isEqualTo(1));
    }

    private static byte[] ledger() {
        StringBuilder rows = new StringBuilder("线索名称,投资方,来源渠道,收集日期\r\n");
        for (int row = 0; row < ROWS; row++) {
            String firm = UUID.randomUUID().toString().substring(0, 8) + row;
            rows.append(firm)
                    .append("项目,")
                    .append(firm)
                    .append("有限公司,引荐,")
                    .append(DAY)
                    .append("\r\n");
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String sent(byte[] ledger) throws IOException {
        String boundary = "of-a-ledger";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ledger.csv\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(ledger);
        body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        Answer answer = Api.send(HttpRequest.newBuilder(stack.gateway().resolve("/api/leads/imports?zone=140800"))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + stack.token("manager.yuncheng"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body().get("id").asString();
    }

    private JsonNode reached(String path, String state) {
        return Stack.await("the import is " + state, PATIENCE, () -> {
            JsonNode now = manager.getUntilAnswered(path).body();
            return now.path("state").asString("").equals(state) ? Optional.of(now) : Optional.empty();
        });
    }

    /** How many there are as soon as there are more than so many. */
    private int moreThan(int rows) {
        return Stack.await("more than " + rows + " rows are written", PATIENCE, () -> {
            int now = written();
            return now > rows ? Optional.of(now) : Optional.empty();
        });
    }

    private int written() {
        return manager.getUntilAnswered(OF_THAT_DAY + "&limit=1")
                .body()
                .at("/total/value")
                .asInt();
    }

    private List<JsonNode> listed() {
        List<JsonNode> leads = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = manager.getUntilAnswered(
                            OF_THAT_DAY + "&sort=createdAt&limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .body();
            page.path("items").forEach(leads::add);
            cursor = page.path("next").asString(null);
        }
        return leads;
    }

    private static Set<String> distinct(List<JsonNode> leads, String field) {
        Set<String> values = new HashSet<>();
        leads.forEach(lead -> values.add(lead.path(field).asString()));
        return values;
    }
}
