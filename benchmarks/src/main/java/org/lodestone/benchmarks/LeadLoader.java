package org.lodestone.benchmarks;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.bson.types.Decimal128;
import org.lodestone.benchmarks.LeadGenerator.GeneratedLead;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many leads at once: one is captured through the API, and its document is the form into which the others are poured, so that the loader
 * follows whatever the service stores. They have no events and no history; the index is built anew afterwards.
 */
final class LeadLoader {

    static final long SEED = 20_261_123L;

    static final String ZONE = "140827";
    /** The only form that tells a long from an int. */
    private static final JsonWriterSettings TYPED =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private static final int BATCH = 1_000;
    private static final int WAITS = 100;

    private final LocalStack stack;
    private final LeadClocks clocks;
    private final LeadGenerator generator = new LeadGenerator(SEED);

    LeadLoader(LocalStack stack) {
        this.stack = stack;
        this.clocks = LeadClocks.shipped(stack.project());
    }

    /** Loads the leads 0 to {@code count} of the generator and restarts the stack, whose index then holds them. */
    boolean load(int count) {
        load(0, count);
        return true;
    }

    /** Those from one number to another. @return seconds in which the index was built anew, from the start of the stack to its being ready */
    double load(int from, int to) {
        long start = System.nanoTime();
        String form = capture();
        try (MongoClient client = MongoClients.create(address(stack).toString())) {
            MongoCollection<Document> leads =
                    client.getDatabase("lodestone_leads").getCollection("leads").withWriteConcern(WriteConcern.W1);
            pour(leads, settled(leads, form), from, to);
        }
        System.out.printf(Locale.ROOT, "%d leads stored in %.1f s%n", to - from, (System.nanoTime() - start) / 1e9);
        return indexAnew();
    }

    private void pour(MongoCollection<Document> leads, Document form, int first, int last) {
        InsertManyOptions unordered = new InsertManyOptions().ordered(false);
        for (int from = first; from < last; from += BATCH) {
            List<Document> batch = IntStream.range(from, Math.min(last, from + BATCH))
                    .mapToObj(number -> document(form, generator.lead(number), number))
                    .toList();
            leads.deleteMany(Filters.in(
                    "_id", batch.stream().map(each -> each.getString("_id")).toList()));
            leads.insertMany(batch, unordered);
        }
    }

    static String id(int number) {
        return "BENCH%08d".formatted(number);
    }

    /** The form with the facts of another lead in it; what is not generated stays as it was captured. */
    private Document document(Document form, GeneratedLead lead, int number) {
        Document copy = Document.parse(form.toJson(TYPED));
        copy.put("_id", id(number));
        copy.put("number", ZONE + "-2025-%07d".formatted(number));
        Document profile = copy.get("profile", Document.class);
        profile.put("name", lead.name());
        profile.put("receivedOn", Date.from(lead.receivedOn().atStartOfDay().toInstant(ZoneOffset.UTC)));
        profile.get("source", Document.class).put("channel", lead.channel());
        Document investor = profile.get("investor", Document.class);
        investor.append("name", lead.company()).append("uscc", lead.uscc());
        Document contact = profile.getList("contacts", Document.class).getFirst();
        contact.append("name", lead.contact()).append("phone", lead.phone()).append("email", lead.email());
        Document investment = copy.get("plan", Document.class).get("investment", Document.class);
        investment.get("planned", Document.class).put("value", new Decimal128(lead.plannedWan()));
        Document business = copy.get("plan", Document.class).get("business", Document.class);
        business.append("industry", lead.industry()).append("chain", lead.chain());
        business.append("content", lead.content());
        LeadPast.onto(copy, lead, number, clocks);
        return copy;
    }

    /** Without what the store keeps beside the lead, as soon as its event is published. */
    private static Document settled(MongoCollection<Document> leads, String id) {
        for (int i = 0; i < WAITS; i++) {
            Document stored = leads.find(Filters.eq("_id", id)).first();
            if (stored != null && stored.get("_outbox") == null) {
                stored.keySet().removeIf(field -> field.startsWith("_") && !field.equals("_id"));
                return stored;
            }
            pause();
        }
        throw new IllegalStateException("the event of lead " + id + " was not published");
    }

    private String capture() {
        HttpRequest request = HttpRequest.newBuilder(stack.gateway().resolve("/api/leads"))
                .header("Authorization", "Bearer " + stack.token("officer.yuanqu"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(LeadBody.of(generator.lead(0), ZONE)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            JsonNode answer = JsonMapper.shared()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
            return answer.path("id").asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static URI address(LocalStack stack) {
        String given = System.getenv("MONGODB_URI");
        if (given != null && !given.isBlank()) {
            return URI.create(given);
        }
        for (JsonNode process : stack.status().get("processes")) {
            if (process.path("name").asString("").equals("database")) {
                return URI.create("mongodb://127.0.0.1:" + process.get("port").asInt());
            }
        }
        throw new IllegalStateException("the stack has no database");
    }

    private double indexAnew() {
        Path index = stack.data("index-leads");
        stack.run("down");
        LocalStack.delete(index);
        long start = System.nanoTime();
        stack.upWithItsIndex();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "stack started and index built anew in %.1f s%n", seconds);
        return seconds;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
