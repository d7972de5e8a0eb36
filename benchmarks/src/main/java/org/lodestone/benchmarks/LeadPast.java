package org.lodestone.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.lodestone.benchmarks.LeadGenerator.GeneratedLead;

/** What became of a generated lead: stays of some days in the states of a development zone, and when it was first answered. */
final class LeadPast {

    private static final List<String> ROAD =
            List.of("NEW", "ASSESSING", "ENGAGING", "CONSENSUS", "INTENT", "CONVERTED");
    private static final List<String> REASONS = List.of("FUNDS", "NO_SITE", "NOT_SUITABLE", "NO_CONTACT", "OTHER");
    private static final int MOST_STEPS = 7;
    private static final int LONGEST_STAY_HOURS = 24 * 60;
    private static final int ONE_IN_DROPPED = 6;
    private static final int ONE_IN_UNANSWERED = 10;

    private final Random random;
    private final List<Document> stays = new ArrayList<>();
    private Instant since;

    private LeadPast(GeneratedLead lead, int number) {
        this.random = new Random(number * 0x9E3779B97F4A7C15L);
        this.since = lead.receivedOn().atTime(2, 0).toInstant(ZoneOffset.UTC);
    }

    /** @param document of a lead as it was captured */
    static void onto(Document document, GeneratedLead lead, int number, LeadClocks clocks) {
        LeadPast past = new LeadPast(lead, number);
        Document trace = document.get("trace", Document.class);
        trace.append("createdAt", Date.from(past.since)).append("response", past.response());
        Document progress = document.get("progress", Document.class);
        past.walk(progress);
        trace.append("updatedAt", Date.from(past.since));
        document.get("care", Document.class).append("dues", clocks.running(past.stays));
    }

    private Document response() {
        Document response = new Document("dueAt", Date.from(since.plus(Duration.ofDays(1))));
        return random.nextInt(ONE_IN_UNANSWERED) == 0
                ? response
                : response.append("at", Date.from(since.plus(Duration.ofHours(random.nextInt(48)))));
    }

    /** Forward state by state, and now and then to an early end; never into the future. */
    private void walk(Document progress) {
        String state = ROAD.getFirst();
        for (int step = random.nextInt(MOST_STEPS); step > 0 && ROAD.indexOf(state) < ROAD.size() - 1; step--) {
            Instant left = since.plus(Duration.ofHours(1 + random.nextInt(LONGEST_STAY_HOURS)));
            if (left.isAfter(Instant.now())) {
                break;
            }
            stays.add(stay(state).append("until", Date.from(left)));
            since = left;
            if (random.nextInt(ONE_IN_DROPPED) == 0) {
                state = "DROPPED";
                progress.append("lost", new Document("reason", REASONS.get(random.nextInt(REASONS.size()))));
                break;
            }
            state = ROAD.get(ROAD.indexOf(state) + 1);
        }
        stays.add(stay(state));
        progress.append("state", state).append("since", Date.from(since)).append("stays", stays);
    }

    private Document stay(String state) {
        return new Document("state", state).append("from", Date.from(since));
    }
}
